import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CollectorMachine,
  type CollectorAction,
  type CollectorBounds,
  type CollectorInput,
  type OutsideReason,
} from '../../src/collectors/CollectorMachine.js';
import { limits } from './hubWorld.js';

type Step = readonly [atMs: number, input: CollectorInput<string>];

const accept = (value: string): CollectorInput<string> => ({ type: 'accepted', value });
const end = (reason: OutsideReason): CollectorInput<string> => ({ type: 'end', reason });
const deadline: CollectorInput<string> = { type: 'deadline' };
const refused: CollectorInput<string> = { type: 'refused' };

function machineAfter(bounds: Partial<CollectorBounds>, ...steps: readonly Step[]): CollectorMachine<string> {
  const machine = new CollectorMachine<string>(limits(bounds), 0);
  for (const [atMs, input] of steps) machine.handle(input, atMs);
  return machine;
}

/** Three things at 1, 2 and 3 ms. */
const three: readonly Step[] = [
  [1, accept('a')],
  [2, accept('b')],
  [3, accept('c')],
];

describe('a collector', () => {
  it.each<[what: string, bounds: Partial<CollectorBounds>, steps: readonly Step[], reason: string | null, waiting: string]>([
    ['is live as long as nothing ends it', {}, three, null, 'abc'],
    ['ends with the last that it may collect, and keeps it', { max: 3 }, three, 'max', 'abc'],
    ['takes no more after that', { max: 2 }, three, 'max', 'ab'],
    ['ends when its time is over', { timeoutMs: 3 }, [...three.slice(0, 2), [3, deadline]], 'timeout', 'ab'],
    ['finds a deadline early that comes early', { timeoutMs: 4 }, [[3, deadline]], null, ''],
    ['refuses what comes at its deadline, although the timer is late', { timeoutMs: 3 }, three, 'timeout', 'ab'],
    ['counts the idle time from its start', { idleMs: 5 }, [[5, deadline]], 'idle', ''],
    ['counts the idle time anew with each that it collects', { idleMs: 5 }, [...three, [7, deadline]], null, 'abc'],
    ['is idle at last', { idleMs: 5 }, [...three, [8, deadline]], 'idle', 'abc'],
    [
      'does not count what is refused as a sign of life',
      { idleMs: 5 },
      [
        [3, refused],
        [5, deadline],
      ],
      'idle',
      '',
    ],
    ['names the limit that was reached first when both have passed', { idleMs: 5, timeoutMs: 7 }, [[99, refused]], 'idle', ''],
    ['names the other, when that was the first', { idleMs: 9, timeoutMs: 7 }, [[99, refused]], 'timeout', ''],
    ['is stopped at its word, also when its time is over', { timeoutMs: 1 }, [[5, end('stopped')]], 'stopped', ''],
    [
      'has one end only',
      {},
      [
        [1, end('channelDelete')],
        [2, end('stopped')],
      ],
      'channelDelete',
      '',
    ],
    ['drops the oldest when there is no room', { bufferLimit: 2 }, three, null, 'bc'],
    ['drops the newest, if that was asked for', { bufferLimit: 2, overflow: 'dropNewest' }, three, null, 'ab'],
    ['ends for want of room, if that was asked for', { bufferLimit: 2, overflow: 'end' }, three, 'overflow', 'ab'],
    ['ends for want of room also with the last that it may collect', { bufferLimit: 2, max: 3, overflow: 'end' }, three, 'overflow', 'ab'],
    ['counts what it drops among what it may collect', { bufferLimit: 1, max: 3, overflow: 'dropNewest' }, three, 'max', 'a'],
  ])('%s', (_, bounds, steps, reason, waiting) => {
    const machine = machineAfter(bounds, ...steps);
    expect([machine.reason, machine.waiting.join('')]).toEqual([reason, waiting]);
  });

  it.each<OutsideReason>([
    'aborted',
    'channelDelete',
    'filterFailed',
    'guildDelete',
    'messageDelete',
    'shutdown',
    'stopped',
    'threadDelete',
  ])('ends with %s when it is told so', (reason) => {
    const machine = new CollectorMachine<string>(limits(), 0);
    expect(machine.handle(end(reason), 1)).toEqual([{ type: 'ended', reason }]);
    expect(machine.handle(accept('late'), 2)).toEqual([]);
  });

  it('says that something arrived before it says that this was the last', () => {
    const machine = new CollectorMachine<string>(limits({ max: 1 }), 0);
    expect(machine.handle(accept('a'), 1)).toEqual([{ type: 'arrived' }, { type: 'ended', reason: 'max' }]);
  });

  it('counts what it was offered', () => {
    const machine = machineAfter({ bufferLimit: 1 }, ...three, [4, refused]);
    expect([machine.accepted, machine.dropped, machine.refused]).toEqual([3, 2, 1]);
  });

  it('has room again when something is taken', () => {
    const machine = machineAfter({ bufferLimit: 2 }, ...three.slice(0, 2));
    expect(machine.take()).toBe('a');
    machine.handle(accept('c'), 3);
    expect([machine.waiting, machine.dropped]).toEqual([['b', 'c'], 0]);
    expect([machine.take(), machine.take(), machine.take()]).toEqual(['b', 'c', undefined]);
  });

  it('wants to be woken at its nearer limit, and not any more after its end', () => {
    const machine = machineAfter({ idleMs: 5, timeoutMs: 8 });
    expect(machine.deadlineMs).toBe(5);
    machine.handle(accept('a'), 4);
    expect(machine.deadlineMs).toBe(8);
    machine.handle(end('stopped'), 5);
    expect(machine.deadlineMs).toBeNull();
    expect(machineAfter({}).deadlineMs).toBeNull();
  });
});

const inputs: fc.Arbitrary<CollectorInput<string>> = fc.oneof(
  { weight: 8, arbitrary: fc.string().map(accept) },
  { weight: 3, arbitrary: fc.constant(refused) },
  { weight: 2, arbitrary: fc.constant(deadline) },
  { weight: 1, arbitrary: fc.constantFrom(end('stopped'), end('guildDelete')) },
);
const history = fc.array(fc.tuple(fc.nat(10), inputs, fc.boolean()), { size: '+1' });
const anyBounds: fc.Arbitrary<CollectorBounds> = fc.record({
  bufferLimit: fc.integer({ min: 1, max: 5 }),
  idleMs: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(Infinity)),
  max: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Infinity)),
  overflow: fc.constantFrom('dropNewest', 'dropOldest', 'end'),
  timeoutMs: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(Infinity)),
});

describe('any life of a collector', () => {
  it('ends at most once, keeps its bounds, moves its deadline only later, and loses nothing unaccounted', () => {
    fc.assert(
      fc.property(anyBounds, history, (bounds, steps) => {
        const machine = new CollectorMachine<string>(bounds, 0);
        const actions: CollectorAction[] = [];
        let nowMs = 0;
        let taken = 0;
        for (const [passedMs, input, takes] of steps) {
          nowMs += passedMs;
          const before = machine.deadlineMs ?? Infinity;
          actions.push(...machine.handle(input, nowMs));
          if (takes && machine.take() !== undefined) taken += 1;
          expect(machine.waiting.length).toBeLessThanOrEqual(bounds.bufferLimit);
          expect(machine.reason !== null || (machine.deadlineMs ?? Infinity) >= before).toBe(true);
          expect(machine.reason !== null || nowMs < before).toBe(true);
        }
        const ends = actions.filter(({ type }) => type === 'ended');
        expect(ends).toEqual(machine.reason === null ? [] : [{ type: 'ended', reason: machine.reason }]);
        expect(machine.accepted).toBe(taken + machine.waiting.length + machine.dropped);
        expect(machine.accepted).toBeLessThanOrEqual(bounds.max);
        // The last that it may collect may be one too many for its room.
        expect(['max', 'overflow'].includes(machine.reason ?? '') || machine.accepted < bounds.max).toBe(true);
        expect(machine.reason !== 'max' || machine.accepted === bounds.max).toBe(true);
      }),
    );
  });
});
