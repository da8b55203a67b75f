import { describe, expect, it } from '@jest/globals';
import { Collector } from '../../src/collectors/Collector.js';
import type { ResolvedLimits } from '../../src/collectors/CollectorOptions.js';
import { hubWorld, limits, outcomeOf, type Heard } from './hubWorld.js';

function collector(given: Partial<ResolvedLimits> = {}) {
  const world = hubWorld();
  const hearings = [{ event: 'messageCreate', conditions: { channelId: '2' } }];
  const one = new Collector<string>(world.hub, {
    hearings,
    limits: limits(given),
    pick: (_, [view]) => ((view as Heard).data as { readonly id: string }).id,
  });
  const send = (...ids: readonly string[]): void => {
    for (const id of ids) world.tell('messageCreate', { id, channel_id: '2' });
  };
  return { ...world, one, send };
}

describe('a collector that is looped over', () => {
  it('gives one after the other until it ends', async () => {
    const { isEmpty, one, send } = collector({ max: 3 });
    const looping = toArray(one);
    send('a', 'b');
    await Promise.resolve();
    send('c', 'd');
    expect([await looping, isEmpty()]).toEqual([['a', 'b', 'c'], true]);
  });

  it.each<[how: string, leave: (one: AsyncIterable<string>) => Promise<unknown>]>([
    ['break', leaveByBreak],
    ['return', leaveByReturn],
    ['an exception', (one) => outcomeOf(leaveByThrow(one))],
  ])('leaves clean by %s, and keeps what nobody took', async (_, leave) => {
    const { isEmpty, one, send } = collector();
    send('a', 'b');
    await leave(one);
    expect([one.reason, one.collected, isEmpty()]).toEqual(['stopped', ['b'], true]);
  });

  it('is stopped by an iterator that returns while its next is awaited', async () => {
    const { isEmpty, one } = collector();
    const iterator = one[Symbol.asyncIterator]();
    const next = iterator.next();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect([await next, isEmpty()]).toEqual([{ done: true, value: undefined }, true]);
  });

  it('shares what comes among its loops', async () => {
    const { one, send } = collector({ max: 4 });
    const loops = [toArray(one), toArray(one)];
    send('a', 'b', 'c', 'd');
    expect((await Promise.all(loops)).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a collector that is only awaited', () => {
  it('has kept everything', async () => {
    const { clock, one, send } = collector({ timeoutMs: 10 });
    const { ended } = one;
    send('a', 'b');
    clock.advance(10);
    expect(await ended).toEqual({ reason: 'timeout', collected: ['a', 'b'], count: 2, dropped: 0, refused: 0 });
  });

  it('tells what it had no room for', async () => {
    const { one, send } = collector({ bufferLimit: 1 });
    send('a', 'b', 'c');
    one.stop();
    expect(await one.ended).toEqual({ reason: 'stopped', collected: ['c'], count: 3, dropped: 2, refused: 0 });
    expect(one.ended).toBe(one.ended);
  });

  it('ends with the shutdown', async () => {
    const { hub, one } = collector();
    const { ended } = one;
    hub.close();
    expect(await ended).toMatchObject({ reason: 'shutdown' });
  });
});

describe('a collector that is taken from', () => {
  it('gives the oldest, and nothing after its end', async () => {
    const { one, send } = collector();
    send('a');
    expect([one.reason, await one.take()]).toEqual([null, 'a']);
    one.stop();
    expect(await one.take()).toBeUndefined();
  });
});

describe('a collector that goes out of scope', () => {
  it('is stopped', async () => {
    const { hub, one } = collector();
    {
      using inner = one;
      expect([inner.reason, hub.size]).toEqual([null, 1]);
    }
    expect([one.reason, hub.size]).toEqual(['stopped', 0]);
    await one[Symbol.asyncDispose]();
  });
});

describe('E-10 a collector whose filter throws', () => {
  const cause = new TypeError('oops');

  function failing() {
    const { hub, ...rest } = hubWorld();
    const pick = (): string => {
      throw cause;
    };
    return { ...rest, hub, one: new Collector(hub, { hearings: [{ event: 'messageCreate', conditions: {} }], limits: limits(), pick }) };
  }

  it('rejects the loop and the end, and is gone', async () => {
    const { isEmpty, one, tell } = failing();
    const looping = outcomeOf(toArray(one));
    tell('messageCreate', {});
    expect(await Promise.all([looping, outcomeOf(one.ended)])).toEqual([{ rejected: cause }, { rejected: cause }]);
    expect([one.reason, isEmpty()]).toEqual(['filterFailed', true]);
  });

  it('is no unhandled rejection when nobody looks', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const { one, tell } = failing();
    void one.ended;
    tell('messageCreate', {});
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });
});

async function toArray(collected: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const each of collected) all.push(each);
  return all;
}

async function leaveByBreak(collected: AsyncIterable<string>): Promise<void> {
  for await (const each of collected) if (each === 'a') break;
}

async function leaveByReturn(collected: AsyncIterable<string>): Promise<string | undefined> {
  for await (const each of collected) return each;
  return undefined;
}

async function leaveByThrow(collected: AsyncIterable<string>): Promise<void> {
  for await (const each of collected) throw new TypeError(each);
}
