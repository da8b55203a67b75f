import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DROP_ORDER, eventClassOf, type DroppableClass } from '../../src/handlers/eventClass.js';
import { resolveHandlerLimits, type HandlerLimitOptions } from '../../src/handlers/HandlerLimits.js';
import { HandlerQueue, type HandlerQueueInput, type QueuedEvent, type Turn } from '../../src/handlers/HandlerQueue.js';
import type { OverloadReport } from '../../src/handlers/Overload.js';

interface TestEvent extends QueuedEvent {
  readonly name: string;
}

let named = 0;

function event(
  type: string,
  data: object = {},
  more: { readonly shardId?: number; readonly handlers?: number; readonly name?: string } = {},
): TestEvent {
  const { shardId = 0, handlers = 1, name = `${type} ${String(named++)}` } = more;
  return { data, name, shardId, type, handlers: () => handlers };
}

/** A message of a guild, named. */
const message = (guild: string, name: string, handlers = 1) =>
  event('MESSAGE_CREATE', { guild_id: guild, channel_id: `c${guild}` }, { handlers, name });

/** A queue with a book about what it has begun and said. */
class Rig {
  readonly queue: HandlerQueue<TestEvent>;
  readonly running: Turn<TestEvent>[] = [];
  readonly begun: string[] = [];
  readonly warnings: OverloadReport[] = [];
  nowMs = 0;
  resting = 0;

  constructor(options: HandlerLimitOptions) {
    const limits = resolveHandlerLimits(options);
    if (limits === null) throw new Error('These limits limit nothing.');
    this.queue = new HandlerQueue(limits, () => this.resting);
  }

  feed(input: HandlerQueueInput<TestEvent>): void {
    for (const action of this.queue.handle(input, this.nowMs)) {
      if (action.type === 'warn') this.warnings.push(action.report);
      else {
        this.running.push(action.turn);
        this.begun.push(action.turn.event.name);
      }
    }
  }

  arrive(...events: readonly TestEvent[]): void {
    for (const each of events) this.feed({ type: 'arrived', event: each });
  }

  /** All handlers of the turn with this name settle; of the oldest without one. */
  settle(name?: string): void {
    const index = name === undefined ? 0 : this.running.findIndex(({ event }) => event.name === name);
    const [turn] = this.running.splice(index, 1);
    if (turn !== undefined) this.feed({ type: 'settled', turn, isLast: true });
  }

  get stats() {
    return this.queue.stats(this.nowMs);
  }
}

describe('a queue for two handlers at once', () => {
  it('E-04 lets the third event wait until there is room, and says how long it waited', () => {
    const rig = new Rig({ maxConcurrentHandlers: 2 });
    rig.arrive(message('1', 'a'), message('1', 'b'), message('2', 'c'));
    expect([rig.begun, rig.stats.queued]).toEqual([['a', 'b'], 1]);
    rig.nowMs = 250;
    expect(rig.stats).toMatchObject({ oldestWaitMs: 250, waitedMs: { last: 0 } });
    rig.settle('b');
    expect(rig.begun).toEqual(['a', 'b', 'c']);
    expect(rig.stats).toMatchObject({ queued: 0, queuedBytes: 0, oldestWaitMs: 0, waitedMs: { last: 250, median: 0, max: 250 } });
  });

  it('counts handlers, not events: one with two of them waits for two places, and is passed by by none', () => {
    const rig = new Rig({ maxConcurrentHandlers: 2 });
    rig.arrive(message('1', 'a'), message('1', 'both', 2), message('1', 'b'));
    expect(rig.begun).toEqual(['a']);
    rig.settle('a');
    expect(rig.begun).toEqual(['a', 'both']);
    rig.settle('both');
    expect(rig.begun).toEqual(['a', 'both', 'b']);
  });

  it('gives the room of each handler free when it settles', () => {
    const rig = new Rig({ maxConcurrentHandlers: 2 });
    rig.arrive(message('1', 'both', 2), message('1', 'b'));
    const both = rig.running[0]!;
    rig.feed({ type: 'settled', turn: both, isLast: false });
    expect(rig.begun).toEqual(['both', 'b']);
    rig.feed({ type: 'settled', turn: both, isLast: false });
    rig.arrive(message('1', 'c'));
    expect(rig.begun).not.toContain('c');
    rig.feed({ type: 'settled', turn: both, isLast: true });
    rig.feed({ type: 'settled', turn: both, isLast: true });
    rig.arrive(message('1', 'd'));
    expect(rig.begun).toEqual(['both', 'b', 'c']);
  });

  it('lets an event with more handlers than that run alone', () => {
    const rig = new Rig({ maxConcurrentHandlers: 2 });
    rig.arrive(message('1', 'a'), message('1', 'wide', 5), message('1', 'b'));
    rig.settle('a');
    expect(rig.begun).toEqual(['a', 'wide']);
    rig.settle('wide');
    expect(rig.begun).toEqual(['a', 'wide', 'b']);
  });

  it('begins what nobody listens to any more, too: its turn is over at once', () => {
    const rig = new Rig({ maxConcurrentHandlers: 2 });
    rig.arrive(message('1', 'nobody', 0), message('1', 'a'), message('1', 'b'));
    expect(rig.begun).toEqual(['nobody', 'a']);
  });

  it('does not count who merely waits', () => {
    const rig = new Rig({ maxConcurrentHandlers: 2 });
    rig.arrive(message('1', 'a'), message('1', 'b'), message('1', 'c'), message('1', 'd'));
    rig.resting = 1;
    rig.feed({ type: 'rested' });
    expect(rig.begun).toEqual(['a', 'b', 'c']);
    // What it waited for has come: now three run, and the next one waits for two of them.
    rig.resting = 0;
    rig.settle('b');
    expect(rig.begun).toEqual(['a', 'b', 'c']);
    rig.settle('c');
    expect(rig.begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('forgets what waits when it is cleared, and goes on afterwards', () => {
    const rig = new Rig({ maxConcurrentHandlers: 1, serialHandlers: 'guild' });
    rig.arrive(message('1', 'a'), message('1', 'b'), message('2', 'c'), message('2', 'd'));
    rig.feed({ type: 'cleared' });
    expect(rig.stats).toMatchObject({ queued: 0, queuedBytes: 0, dropped: { message: 0 } });
    rig.settle('a');
    rig.arrive(message('2', 'e'));
    expect(rig.begun).toEqual(['a', 'e']);
  });
});

describe('a queue that is serial by guild', () => {
  it('E-06 runs the events of one guild one after the other, and other guilds beside it', () => {
    const rig = new Rig({ serialHandlers: 'guild' });
    rig.arrive(message('1', '1a'), message('1', '1b'), message('2', '2a'), message('1', '1c'));
    expect(rig.begun).toEqual(['1a', '2a']);
    rig.settle('1a');
    rig.settle('2a');
    rig.settle('1b');
    expect(rig.begun).toEqual(['1a', '2a', '1b', '1c']);
  });

  it('lets what has no place run beside everything', () => {
    const rig = new Rig({ serialHandlers: 'guild' });
    rig.arrive(event('USER_UPDATE', { id: 'u' }, { name: 'a' }), event('USER_UPDATE', { id: 'u' }, { name: 'b' }));
    expect(rig.begun).toEqual(['a', 'b']);
  });

  it('serves guilds in turn when there is little room, so that a busy one does not keep the others waiting', () => {
    const rig = new Rig({ serialHandlers: 'guild', maxConcurrentHandlers: 1 });
    rig.arrive(message('1', '1a'), message('1', '1b'), message('1', '1c'), message('2', '2a'));
    while (rig.running.length > 0) rig.settle();
    expect(rig.begun).toEqual(['1a', '2a', '1b', '1c']);
  });

  it('is serial by channel when asked', () => {
    const rig = new Rig({ serialHandlers: 'channel' });
    const inChannel = (channel: string, name: string) => event('MESSAGE_CREATE', { guild_id: '1', channel_id: channel }, { name });
    rig.arrive(inChannel('a', 'a1'), inChannel('b', 'b1'), inChannel('a', 'a2'));
    expect(rig.begun).toEqual(['a1', 'b1']);
  });

  it('E-06 keeps each guild in order and the guilds apart, whoever settles when, within any limit', () => {
    const step = fc.oneof(fc.record({ arrive: fc.constantFrom('1', '2', '3', '4') }), fc.record({ settle: fc.nat(20) }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200, size: 'max' }), fc.constantFrom(1, 2, 3, Infinity), (steps, maxConcurrentHandlers) => {
        const rig = new Rig({ serialHandlers: 'guild', maxConcurrentHandlers });
        const arrived: string[] = [];
        const guildOf = ({ event }: Turn<TestEvent>) => (event.data as { guild_id: string }).guild_id;
        for (const each of steps) {
          if ('arrive' in each) {
            arrived.push(`${each.arrive} ${String(arrived.length)}`);
            rig.arrive(message(each.arrive, arrived.at(-1)!));
          } else rig.settle(rig.running[each.settle % Math.max(1, rig.running.length)]?.event.name);
          expect(new Set(rig.running.map(guildOf)).size).toBe(rig.running.length);
          expect(rig.running.length).toBeLessThanOrEqual(maxConcurrentHandlers);
          // Nobody waits without a reason: all room is taken, or the guild of each that waits is busy.
          const waiting = new Set(arrived.filter((name) => !rig.begun.includes(name)).map((name) => name[0]));
          if (rig.running.length < maxConcurrentHandlers)
            expect([...waiting].every((guild) => rig.running.some((turn) => guildOf(turn) === guild))).toBe(true);
        }
        while (rig.running.length > 0) rig.settle();
        for (const guild of ['1', '2', '3', '4']) {
          const of = (names: readonly string[]) => names.filter((name) => name.startsWith(guild));
          expect(of(rig.begun)).toEqual(of(arrived));
        }
      }),
    );
  });
});

describe('a queue that is full', () => {
  const types: Readonly<Record<DroppableClass, string>> = {
    typing: 'TYPING_START',
    presence: 'PRESENCE_UPDATE',
    effect: 'VOICE_CHANNEL_EFFECT_SEND',
    reaction: 'MESSAGE_REACTION_ADD',
    vote: 'MESSAGE_POLL_VOTE_ADD',
    message: 'MESSAGE_CREATE',
    unknown: 'SOMETHING_NEW',
  };
  const busy = (maxQueuedEvents: number) => {
    const rig = new Rig({ maxConcurrentHandlers: 1, maxQueuedEvents });
    rig.arrive(event('READY', {}, { name: 'busy' }));
    return rig;
  };
  const finish = (rig: Rig) => {
    while (rig.running.length > 0) rig.settle();
    return rig.begun.slice(1);
  };

  it.each(DROP_ORDER)('E-05 drops the oldest of class %s for one of its kind, and of what is worth less before it', (name) => {
    const rig = busy(2);
    const lesser = DROP_ORDER[DROP_ORDER.indexOf(name) - 1];
    const of = (label: string) => event(types[name], {}, { name: label });
    rig.arrive(of('old'), lesser === undefined ? of('older') : event(types[lesser], {}, { name: 'older' }), of('new'), of('newer'));
    expect(finish(rig)).toEqual(['new', 'newer']);
    expect(rig.stats.dropped).toMatchObject(lesser === undefined ? { [name]: 2 } : { [name]: 1, [lesser]: 1 });
  });

  it('E-05 drops the newcomer when all that waits is worth more', () => {
    const rig = busy(2);
    rig.arrive(
      event('MESSAGE_CREATE', {}, { name: 'a' }),
      event('GUILD_CREATE', {}, { name: 'b' }),
      event('TYPING_START', {}, { name: 'c' }),
    );
    expect(finish(rig)).toEqual(['a', 'b']);
    expect(rig.stats.dropped).toMatchObject({ typing: 1, message: 0 });
  });

  it('E-05 never drops a state: it is kept beyond the limit, and told of', () => {
    const rig = busy(2);
    rig.arrive(...['a', 'b', 'c', 'd'].map((name) => event('INTERACTION_CREATE', {}, { name })));
    expect(rig.stats.queued).toBe(4);
    expect(rig.warnings).toMatchObject([{ kept: 1 }]);
    expect(finish(rig)).toEqual(['a', 'b', 'c', 'd']);
    expect(Object.values(rig.stats.dropped)).toEqual(DROP_ORDER.map(() => 0));
  });

  it('counts each shard for itself', () => {
    const rig = busy(1);
    rig.arrive(event('TYPING_START', {}, { shardId: 0, name: 'a' }), event('TYPING_START', {}, { shardId: 1, name: 'b' }));
    expect([rig.stats.queued, rig.stats.dropped.typing]).toEqual([2, 0]);
  });

  it('counts bytes as well', () => {
    const rig = new Rig({ maxConcurrentHandlers: 1, maxQueuedBytes: 3_000 });
    const long = (name: string, length: number) => event('MESSAGE_CREATE', { content: 'x'.repeat(length) }, { name });
    rig.arrive(long('busy', 1), long('a', 1_000), long('b', 1_000), long('huge', 5_000), long('c', 1_000));
    expect(rig.stats.queuedBytes).toBeLessThanOrEqual(3_000);
    expect(finish(rig)).toEqual(['b', 'c']);
    expect(rig.stats.dropped.message).toBe(2);
  });

  it('hands the place on that one held which is dropped before it began', () => {
    const rig = new Rig({ maxConcurrentHandlers: 1, maxQueuedEvents: 2, serialHandlers: 'guild' });
    rig.arrive(message('1', 'busy'), event('TYPING_START', { guild_id: '2' }, { name: 'gone' }), message('2', 'a'), message('2', 'b'));
    expect(finish(rig)).toEqual(['a', 'b']);
    expect(rig.stats.dropped.typing).toBe(1);
  });

  it('warns once a minute, with the numbers since the last time', () => {
    const rig = busy(1);
    const clock = new ManualClock();
    const typing = () => {
      rig.nowMs = clock.nowMs();
      rig.arrive(event('TYPING_START'));
    };
    for (let second = 0; second < 90; second += 1) {
      typing();
      clock.advance(1_000);
    }
    expect(rig.queue.deadlineMs).toBe(121_000);
    rig.nowMs = 121_000;
    rig.feed({ type: 'deadline' });
    expect(rig.warnings.map(({ dropped }) => dropped.typing)).toEqual([1, 60, 28]);
    expect(rig.queue.deadlineMs).toBeNull();
  });
});

describe('a queue into which ten times as much comes as goes out', () => {
  /** For `seconds`, 5,000 events a second arrive and 500 handlers a second settle, in steps of a hundredth of a second. */
  function flood(seconds: number, types: readonly string[]): { rig: Rig; arrived: Map<string, number>; most: number } {
    const rig = new Rig({ maxConcurrentHandlers: 50, serialHandlers: 'guild' });
    const arrived = new Map<string, number>();
    let most = 0;
    let count = 0;
    for (let tick = 0; tick < seconds * 100; tick += 1) {
      rig.nowMs = tick * 10;
      for (let n = 0; n < 50; n += 1, count += 1) {
        const type = types[count % types.length]!;
        rig.arrive(event(type, { guild_id: String(count % 777) }));
        arrived.set(type, (arrived.get(type) ?? 0) + 1);
      }
      most = Math.max(most, rig.stats.queued);
      for (let n = 0; n < 5; n += 1) rig.settle();
    }
    return { rig, arrived, most };
  }

  it('E-05 backpressure: keeps 10,000 events at most, and knows exactly what it dropped', () => {
    const types = [
      'TYPING_START',
      'MESSAGE_CREATE',
      'PRESENCE_UPDATE',
      'TYPING_START',
      'MESSAGE_REACTION_ADD',
      'TYPING_START',
      'PRESENCE_UPDATE',
      'MESSAGE_CREATE',
      'TYPING_START',
      'GUILD_MEMBER_UPDATE',
    ];
    const { arrived, most, rig } = flood(10, types);
    expect(most).toBe(10_000);
    while (rig.running.length > 0) rig.settle();
    for (const [type, count] of arrived) {
      const begun = rig.begun.filter((name) => name.startsWith(type)).length;
      const eventClass = eventClassOf(type);
      const dropped = eventClass === 'state' ? 0 : rig.stats.dropped[eventClass];
      expect({ type, begun: begun + dropped }).toEqual({ type, begun: count });
    }
    expect(rig.stats.dropped).toMatchObject({ effect: 0, vote: 0, unknown: 0 });
    expect(rig.stats.dropped.typing).toBeGreaterThan(19_000);
  });

  it('E-05 backpressure: still loses no interaction', () => {
    const { arrived, rig } = flood(4, [...new Array<string>(19).fill('PRESENCE_UPDATE'), 'INTERACTION_CREATE']);
    while (rig.running.length > 0) rig.settle();
    const answered = rig.begun.filter((name) => name.startsWith('INTERACTION_CREATE'));
    expect(answered).toHaveLength(arrived.get('INTERACTION_CREATE')!);
  });
});
