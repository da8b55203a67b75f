import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HandlerCalls } from '../../src/HandlerCalls.js';
import { HandlerEmitter } from '../../src/HandlerEmitter.js';
import { resolveHandlerLimits, type HandlerLimitOptions } from '../../src/handlers/HandlerLimits.js';
import { makePacer } from '../../src/handlers/makePacer.js';

interface Told {
  readonly guild_id: string;
  readonly count: number;
  readonly content?: string;
}

interface Events {
  messageCreate: (told: Told) => void;
  typingStart: (told: Told) => void;
}

/** Handlers within limits, and the way from a socket to them. */
function world(options: HandlerLimitOptions) {
  const calls = new HandlerCalls();
  const emitter = new HandlerEmitter<Events>(calls);
  const clock = new ManualClock();
  const pacer = makePacer({ clock, handlerLimits: resolveHandlerLimits(options) }, calls, emitter, () => undefined)!;
  const bring = (type: 'MESSAGE_CREATE' | 'TYPING_START', data: Told) => {
    pacer.bring({ data, shardId: 0, type }, (emit) => emit(type === 'TYPING_START' ? 'typingStart' : 'messageCreate', data));
  };
  return { bring, calls, clock, emitter, pacer };
}

describe('twenty seconds in which 5,000 events a second come and 500 are handled', () => {
  it('E-05 backpressure: takes up no more room after a while, and every event is accounted for', () => {
    const { bring, clock, emitter, pacer } = world({ maxConcurrentHandlers: 100 });
    const open: (() => void)[] = [];
    let begun = 0;
    const slow = () => {
      begun += 1;
      // Nothing but this settles it, at once and without a turn of the loop.
      return { then: (settle: () => void) => open.push(settle) };
    };
    emitter.on('messageCreate', slow).on('typingStart', slow);
    let count = 0;
    const second = () => {
      for (let hundredth = 0; hundredth < 100; hundredth += 1) {
        for (let n = 0; n < 50; n += 1, count += 1) {
          bring(n % 3 === 0 ? 'TYPING_START' : 'MESSAGE_CREATE', {
            guild_id: String(count % 100),
            count,
            content: 'x'.repeat(400) + String(count),
          });
        }
        clock.advance(10);
        for (const settle of open.splice(0, 5)) settle();
      }
    };
    for (let n = 0; n < 5; n += 1) second();
    const before = settledHeap();
    for (let n = 5; n < 20; n += 1) second();
    expect(settledHeap() - before).toBeLessThan(5_000_000);
    // Five have begun since the last one came.
    const { dropped, queued, waitedMs } = pacer.stats;
    expect([queued, begun + queued + dropped.typing + dropped.message]).toEqual([9_995, count]);
    expect(dropped.typing).toBeGreaterThan(30_000);
    // The oldest goes, so nothing waits longer than messages take to fill the queue.
    expect(waitedMs.max).toBeLessThan(3_100);
  });
});

describe('handlers that are serial by guild', () => {
  it('E-06 order within one key: a create is seen before its delete, however the scheduler has them wait', async () => {
    const guilds = fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(guilds, fc.scheduler(), fc.constantFrom(1, 2, Infinity), async (arrivals, scheduler, maxConcurrentHandlers) => {
        const { bring, calls, emitter } = world({ serialHandlers: 'guild', maxConcurrentHandlers });
        const seen: string[] = [];
        const running: string[] = [];
        emitter.on('messageCreate', async ({ guild_id: guild, count }) => {
          expect(running).not.toContain(guild);
          running.push(guild);
          await scheduler.schedule(Promise.resolve(), `${guild} reads`);
          await scheduler.schedule(Promise.resolve(), `${guild} writes`);
          running.splice(running.indexOf(guild), 1);
          seen.push(`${guild} ${String(count)}`);
        });
        const failures: unknown[] = [];
        calls.reportTo(({ cause }) => failures.push(cause));
        arrivals.forEach((guild, count) => {
          bring('MESSAGE_CREATE', { guild_id: guild, count });
        });
        await scheduler.waitFor(calls.idle());
        expect([failures, seen.length]).toEqual([[], arrivals.length]);
        for (const guild of ['1', '2', '3']) {
          const told = arrivals.flatMap((each, count) => (each === guild ? `${guild} ${String(count)}` : []));
          expect(seen.filter((each) => each.startsWith(guild))).toEqual(told);
        }
      }),
    );
  });
});

/** What is alive on the heap, in bytes. */
function settledHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
