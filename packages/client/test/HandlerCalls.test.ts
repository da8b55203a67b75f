import { describe, expect, it } from '@jest/globals';
import { HandlerCalls, shardOf, type HandlerFailure } from '../src/HandlerCalls.js';

describe('a called handler', () => {
  it('gets its context and its arguments', () => {
    const calls = new HandlerCalls();
    const seen: unknown[] = [];
    function handler(this: unknown, ...args: readonly unknown[]): void {
      seen.push(this, ...args);
    }
    calls.call('say', handler, 'context', [1, 2]);
    expect(seen).toEqual(['context', 1, 2]);
  });

  it('runs until its promise has settled, whatever the others do', async () => {
    const calls = new HandlerCalls();
    const failures: HandlerFailure[] = [];
    calls.reportTo((failure) => failures.push(failure));
    let finish: () => void = () => undefined;
    calls.call('a', () => new Promise<void>((resolve) => (finish = resolve)), null, []);
    calls.call('b', () => Promise.reject(new Error('boom')), null, ['x']);
    expect(calls.running).toBe(2);
    await Promise.resolve();
    expect(failures).toMatchObject([{ event: 'b', args: ['x'] }]);
    expect(calls.running).toBe(1);
    finish();
    await calls.idle();
    expect(calls.running).toBe(0);
  });

  it('is reported to nobody when nobody asked, and still hurts nobody', () => {
    const calls = new HandlerCalls();
    const fail = () => {
      throw new Error('boom');
    };
    expect(() => calls.call('a', fail, null, [])).not.toThrow();
    expect(calls.running).toBe(0);
  });
});

describe('handlers that are called together', () => {
  function world() {
    const calls = new HandlerCalls();
    const settled: boolean[] = [];
    const together = (deed: () => void) => {
      calls.together(deed, (isLast) => settled.push(isLast));
    };
    return { calls, settled, together };
  }

  it('are told of one by one, and the last as the last', async () => {
    const { calls, settled, together } = world();
    together(() => {
      calls.call('a', () => Promise.resolve(), null, []);
      calls.call('a', () => undefined, null, []);
      calls.call('a', () => Promise.reject(new Error('boom')), null, []);
    });
    expect(settled).toEqual([false]);
    await calls.idle();
    expect(settled).toEqual([false, false, true]);
  });

  it('are over at the end when none was called, or all were over at once', () => {
    const { calls, settled, together } = world();
    together(() => undefined);
    together(() => {
      calls.call('a', () => undefined, null, []);
    });
    expect(settled).toEqual([true, false, true]);
  });

  it('are over also when what calls them throws', () => {
    const { settled, together } = world();
    const fail = () => {
      throw new Error('boom');
    };
    expect(() => {
      together(fail);
    }).toThrow('boom');
    expect(settled).toEqual([true]);
  });

  it('are not those that one of them calls itself', async () => {
    const { calls, settled, together } = world();
    together(() => {
      calls.call(
        'a',
        () => {
          calls.call('b', () => new Promise(() => undefined), null, []);
        },
        null,
        [],
      );
    });
    expect(settled).toEqual([false, true]);
    expect(calls.running).toBe(1);
  });
});

describe('handlers that wait for something to happen', () => {
  it('are at rest until it has happened', async () => {
    const calls = new HandlerCalls();
    let waiting = 0;
    calls.restWith(() => waiting);
    let answer: () => void = () => undefined;
    calls.call('a', () => new Promise<void>((resolve) => (answer = resolve)), null, []);
    let isIdle = false;
    const idle = calls.idle().then(() => (isIdle = true));
    await Promise.resolve();
    expect([calls.busy, isIdle]).toEqual([1, false]);
    waiting = 1;
    calls.look();
    await idle;
    expect([calls.busy, calls.running]).toEqual([0, 1]);
    waiting = 0;
    expect(calls.busy).toBe(1);
    answer();
    await calls.idle();
    expect(calls.running).toBe(0);
  });

  it('are never fewer than none, should others wait too', () => {
    const calls = new HandlerCalls();
    calls.restWith(() => 3);
    expect(calls.busy).toBe(0);
  });
});

describe('the shard of a call', () => {
  it.each([
    [[{}, { shardId: 3 }], 3],
    [[{ shardId: 4 }], 4],
    [[{ shardId: '4' }, null], null],
    [[], null],
  ])('is told by %j', (args, shardId) => {
    expect(shardOf(args)).toBe(shardId);
  });
});
