import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HandlerCalls, type HandlerFailure } from '../src/HandlerCalls.js';
import { HandlerEmitter } from '../src/HandlerEmitter.js';

interface Events {
  say: (text: string, times: number) => void;
  other: () => void;
}

class TestEmitter extends HandlerEmitter<Events> {
  readonly failures: HandlerFailure[] = [];
  readonly calls: HandlerCalls;

  constructor() {
    const calls = new HandlerCalls();
    super(calls);
    calls.reportTo((failure) => this.failures.push(failure));
    this.calls = calls;
  }
}

const boom = new Error('boom');

function fail(): never {
  throw boom;
}

describe('an emitter with several handlers', () => {
  it('E-01 handler throws: calls the others all the same, and reports the one', () => {
    const emitter = new TestEmitter();
    const heard: string[] = [];
    emitter.on('say', (text) => heard.push(`first ${text}`));
    emitter.on('say', fail);
    emitter.on('say', (text) => heard.push(`third ${text}`));
    expect(emitter.emit('say', 'hello', 1)).toBe(true);
    expect(heard).toEqual(['first hello', 'third hello']);
    expect(emitter.failures).toEqual([{ event: 'say', args: ['hello', 1], cause: boom }]);
  });

  it('E-02 async handler rejects: reports it, and nothing is left unhandled', async () => {
    const emitter = new TestEmitter();
    emitter.on('say', async () => fail());
    emitter.on('say', () => ({
      then: (_: unknown, reject: (cause: unknown) => void) => {
        reject(boom);
      },
    }));
    emitter.emit('say', 'hello', 1);
    await emitter.calls.idle();
    expect(emitter.failures.map(({ cause }) => cause)).toEqual([boom, boom]);
  });

  it('reports a thenable whose `then` throws, or that settles twice, once', async () => {
    const emitter = new TestEmitter();
    emitter.on('say', () => ({ then: fail }));
    emitter.on('say', () => ({
      then: (resolve: () => void, reject: (cause: unknown) => void) => {
        resolve();
        reject(boom);
        resolve();
      },
    }));
    emitter.emit('say', 'hello', 1);
    await emitter.calls.idle();
    expect(emitter.failures).toHaveLength(1);
    expect(emitter.calls.running).toBe(0);
  });

  it('E-04 slow handler: does not wait for the promise of one before it calls the next', () => {
    const emitter = new TestEmitter();
    const heard: number[] = [];
    emitter.on('say', () => new Promise(() => undefined));
    emitter.on('say', (_, times) => heard.push(times));
    emitter.emit('say', 'a', 1);
    emitter.emit('say', 'b', 2);
    expect(heard).toEqual([1, 2]);
  });

  it('says whether somebody listened', () => {
    const emitter = new TestEmitter();
    expect(emitter.emit('other')).toBe(false);
  });
});

describe('an emitter that changes while it emits', () => {
  it('E-07 calls those who listened when the emission began, and no others', () => {
    const emitter = new TestEmitter();
    const heard: string[] = [];
    const second = () => heard.push('second');
    emitter.on('other', () => {
      emitter.off('other', second);
      emitter.on('other', () => heard.push('new'));
      heard.push('first');
    });
    emitter.on('other', second);
    emitter.emit('other');
    expect(heard).toEqual(['first', 'second']);
  });

  it('E-07 calls a `once` handler once, also when it emits the same event itself', () => {
    const emitter = new TestEmitter();
    let first = 0;
    let second = 0;
    emitter.once('other', () => {
      first += 1;
      emitter.emit('other');
    });
    emitter.once('other', () => (second += 1));
    emitter.emit('other');
    emitter.emit('other');
    expect([first, second, emitter.listenerCount('other')]).toEqual([1, 1, 0]);
  });

  it('E-07 behaves like a list, whatever is added, removed and emitted in whatever order', () => {
    const step = fc.tuple(fc.constantFrom('on', 'once', 'off', 'emit', 'addListener', 'removeListener', 'removeAllListeners'), fc.nat(3));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const heard: number[] = [];
        const expected: number[] = [];
        let model: { readonly id: number; readonly once: boolean }[] = [];
        const handlers = [0, 1, 2, 3].map((id) => () => heard.push(id));
        const emitter = new TestEmitter();
        for (const [deed, id] of steps) {
          const handler = handlers[id] ?? fail;
          if (deed === 'emit') {
            emitter.emit('other');
            expected.push(...model.map((one) => one.id));
            model = model.filter((one) => !one.once);
          } else if (deed === 'removeAllListeners') {
            emitter.removeAllListeners(id < 2 ? 'other' : undefined);
            model = [];
          } else {
            emitter[deed as 'on'](`other`, handler);
            if (deed === 'off' || deed === 'removeListener') model = model.filter((one) => one.id !== id);
            else model.push({ id, once: deed === 'once' });
          }
          expect(emitter.listenerCount('other')).toBe(model.length);
        }
        expect(heard).toEqual(expected);
      }),
    );
  });

  it('removes a handler of one context and leaves the same handler of another', () => {
    const emitter = new TestEmitter();
    const heard: unknown[] = [];
    const handler = function (this: unknown): void {
      heard.push(this);
    };
    const [one, other] = [{ name: 'one' }, { name: 'other' }];
    emitter.on('other', handler, one).on('other', handler, other).off('other', handler, one);
    emitter.emit('other');
    expect(heard).toEqual([other]);
  });
});

describe('an idle emitter', () => {
  it('is one whose promises have all settled', async () => {
    const emitter = new TestEmitter();
    let finish: () => void = () => undefined;
    emitter.on('other', () => new Promise<void>((resolve) => (finish = resolve)));
    emitter.emit('other');
    let isIdle = false;
    const idle = emitter.calls.idle().then(() => (isIdle = true));
    await Promise.resolve();
    expect(isIdle).toBe(false);
    finish();
    await idle;
    expect(emitter.calls.running).toBe(0);
  });

  it('is not one in the middle of an emission', async () => {
    const emitter = new TestEmitter();
    let seen = 0;
    emitter.on('other', () => (seen = emitter.calls.running));
    emitter.emit('other');
    expect(seen).toBe(1);
    await emitter.calls.idle();
  });
});

describe('listening for a while', () => {
  it('ends with the block that holds it', () => {
    const emitter = new TestEmitter();
    const heard: string[] = [];
    {
      using _listening = emitter.listen('say', (text) => heard.push(text));
      emitter.emit('say', 'during', 1);
    }
    emitter.emit('say', 'after', 1);
    expect([heard, emitter.listenerCount('say')]).toEqual([['during'], 0]);
  });

  it('ends with its signal, and does not begin with one that is aborted already', () => {
    const emitter = new TestEmitter();
    const abort = new AbortController();
    emitter.listen('other', fail, { signal: abort.signal });
    expect(emitter.listenerCount('other')).toBe(1);
    abort.abort();
    const late = emitter.listen('other', fail, { signal: abort.signal });
    expect(emitter.listenerCount('other')).toBe(0);
    expect(() => {
      late[Symbol.dispose]();
    }).not.toThrow();
  });

  it('ends itself and no other listening, also of the same handler', () => {
    const emitter = new TestEmitter();
    let calls = 0;
    const count = () => (calls += 1);
    emitter.on('other', count);
    const [first, second] = [emitter.listen('other', count), emitter.listen('other', count)];
    first[Symbol.dispose]();
    first[Symbol.dispose]();
    emitter.emit('other');
    expect([calls, emitter.listenerCount('other')]).toEqual([2, 2]);
    second[Symbol.dispose]();
    expect(emitter.listenerCount('other')).toBe(1);
  });

  it('calls the handler with the emitter as `this`, and is reported when it rejects', async () => {
    const emitter = new TestEmitter();
    const seen: unknown[] = [];
    emitter.listen('other', async function (this: unknown) {
      seen.push(this);
      return Promise.reject(boom);
    });
    emitter.emit('other');
    await emitter.calls.idle();
    expect([seen, emitter.failures]).toEqual([[emitter], [{ event: 'other', args: [], cause: boom }]]);
  });

  it('E-08 listener leak: leaves nothing behind after 100,000 times, neither a listener nor a wait for the signal', () => {
    const emitter = new TestEmitter();
    const { signal } = new AbortController();
    let isWaitedFor = 0;
    const watched = {
      aborted: false,
      addEventListener: () => (isWaitedFor += 1),
      removeEventListener: () => (isWaitedFor -= 1),
    } as unknown as AbortSignal;
    for (let cycle = 0; cycle < 100_000; cycle += 1) {
      using _listening = emitter.listen('other', () => undefined, { signal: cycle % 2 === 0 ? signal : watched });
      if (emitter.listenerCount('other') !== 1) break;
    }
    expect([emitter.listenerCount('other'), isWaitedFor]).toEqual([0, 0]);
  });
});

describe('what is no handler', () => {
  it.each(['on', 'once', 'addListener', 'listen'] as const)('is refused by `%s`, with the event', (name) => {
    const emitter = new TestEmitter();
    for (const [handler, told] of [
      [5, 'is 5'],
      [undefined, 'is undefined'],
      [{}, 'is an object'],
    ] as const)
      expect(() => emitter[name]('say', handler as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining(`The listener for "say" ${told}.`) }),
      );
    expect(emitter.listenerCount('say')).toBe(0);
  });
});
