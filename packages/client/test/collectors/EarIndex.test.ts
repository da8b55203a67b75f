import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EarIndex } from '../../src/collectors/EarIndex.js';
import { meets, type EventConditions } from '../../src/collectors/Ear.js';
import { keysOf } from '../../src/collectors/eventKeys.js';
import { NotingEar } from './hubWorld.js';

const args = () => [];
const reaction = { message_id: '1', channel_id: '2', guild_id: '3', user_id: '4' };

function indexOf(...conditions: readonly EventConditions[]) {
  const index = new EarIndex();
  const ears = conditions.map((each) => new NotingEar({ event: 'messageReactionAdd', conditions: each }));
  for (const ear of ears) index.add(ear);
  return { ears, index, heard: () => ears.map(({ notes }) => notes.length) };
}

describe('the index of collectors', () => {
  it('finds each by whichever id it names, and those that name none', () => {
    const { heard, index } = indexOf({ messageId: '1' }, { userId: '4' }, { channelId: '2' }, { guildId: '3' }, {});
    index.hear('messageReactionAdd', reaction, args);
    expect(heard()).toEqual([1, 1, 1, 1, 1]);
  });

  it('tells nobody who names another id, whichever one they are found by', () => {
    const { heard, index } = indexOf(
      { messageId: '1', userId: '9' },
      { userId: '4', guildId: '9' },
      { channelId: '2', customIds: ['a'] },
      { messageId: '9' },
    );
    index.hear('messageReactionAdd', reaction, args);
    expect(heard()).toEqual([0, 0, 0, 0]);
  });

  it('finds one by any of its custom ids, once an event', () => {
    const index = new EarIndex();
    const ear = new NotingEar({ event: 'interactionCreate', conditions: { customIds: ['yes', 'no', 'yes'] } });
    index.add(ear);
    for (const custom_id of ['no', 'yes', 'maybe']) index.hear('interactionCreate', { data: { custom_id } }, args);
    expect(ear.notes).toHaveLength(2);
    index.remove(ear);
    expect([index.size, index.events]).toEqual([0, []]);
  });

  it('tells the more particular first, and among equals the older', () => {
    const { ears, index } = indexOf({}, { guildId: '3' }, { channelId: '2' }, { userId: '4' }, { messageId: '1' }, { messageId: '1' });
    const order: number[] = [];
    ears.forEach((ear, at) => (ear.onNote = () => order.push(at)));
    index.hear('messageReactionAdd', reaction, args);
    expect(order).toEqual([4, 5, 3, 2, 1, 0]);
  });

  it('makes what handlers get once an event, and only when somebody is told', () => {
    const { index } = indexOf({ messageId: '1' }, { userId: '4' });
    let made = 0;
    const make = () => [(made += 1)];
    index.hear('messageReactionAdd', { ...reaction, message_id: '8', user_id: '8' }, make);
    index.hear('messageReactionRemove', reaction, make);
    expect(made).toBe(0);
    index.hear('messageReactionAdd', reaction, make);
    expect(made).toBe(1);
  });

  it('tells nobody who went while the event was heard, and nobody who came', () => {
    const { ears, heard, index } = indexOf({ messageId: '1' }, { messageId: '1' }, {});
    const late = new NotingEar({ event: 'messageReactionAdd', conditions: { messageId: '1' } });
    ears[0]!.onNote = () => {
      index.remove(ears[0]!);
      index.remove(ears[1]!);
      index.add(late);
    };
    index.hear('messageReactionAdd', reaction, args);
    expect([heard(), late.notes]).toEqual([[1, 0, 1], []]);
    index.hear('messageReactionAdd', reaction, args);
    expect([heard(), late.notes.length]).toEqual([[1, 0, 2], 1]);
  });

  it('knows which events are heard, as long as they are', () => {
    const index = new EarIndex();
    const ear = new NotingEar({ event: 'messageReactionAdd', conditions: {} }, { event: 'messageReactionRemove', conditions: {} });
    index.add(ear);
    expect([index.events, index.hears('messageReactionAdd'), index.hears('messageCreate')]).toEqual([
      ['messageReactionAdd', 'messageReactionRemove'],
      true,
      false,
    ]);
    expect([...index.ears]).toEqual([ear]);
    index.remove(ear);
    index.remove(ear);
    expect([index.events, index.size]).toEqual([[], 0]);
  });
});

/** A payload that counts how often something is read in it. */
function counting(data: object): { readonly data: object; reads: number } {
  const counter = { reads: 0, data };
  return Object.assign(counter, {
    data: new Proxy(data, {
      get: (target, field) => {
        counter.reads += 1;
        return Reflect.get(target, field) as unknown;
      },
    }),
  });
}

describe('an index of 10,000 collectors', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({ messageId: `message ${String(at)}`, channelId: '2' }));

  it('does not look into an event that nobody waits for', () => {
    const { heard, index } = indexOf(...many);
    const event = counting({ id: '1', channel_id: '2' });
    index.hear('messageCreate', event.data, args);
    expect([event.reads, heard().some((times) => times > 0)]).toEqual([0, false]);
  });

  it('looks into an event of another message as often as with a single collector, and asks none of them', () => {
    const [one, all] = [indexOf(many[0]!), indexOf(...many)];
    const events = [one, all].map(({ index }) => {
      const event = counting(reaction);
      index.hear('messageReactionAdd', event.data, args);
      return event;
    });
    expect(events[1]!.reads).toBe(events[0]!.reads);
    expect(all.heard().some((times) => times > 0)).toBe(false);
  });

  it('asks of all of them the one that waits for this message', () => {
    const { ears, heard, index } = indexOf(...many);
    index.hear('messageReactionAdd', { ...reaction, message_id: 'message 77' }, args);
    expect(heard().reduce((sum, times) => sum + times, 0)).toBe(1);
    expect(ears[77]!.notes).toEqual(['messageReactionAdd']);
  });
});

const id = (...ids: readonly string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined });
const anyConditions: fc.Arbitrary<EventConditions> = fc.record({
  channelId: id('c1', 'c2'),
  customIds: fc.option(fc.uniqueArray(fc.constantFrom('yes', 'no', 'maybe'), { minLength: 1 }), { nil: undefined }),
  guildId: id('g1', 'g2'),
  messageId: id('m1', 'm2'),
  userId: id('u1', 'u2'),
});
const anyEvent = fc.record({
  channel_id: id('c1', 'c2'),
  data: fc.record({ custom_id: id('yes', 'no', 'other') }),
  guild_id: id('g1', 'g2'),
  message_id: id('m1', 'm2'),
  user_id: id('u1', 'u2'),
});
const anyStep = fc.oneof(
  fc.record({ type: fc.constant('add' as const), conditions: anyConditions }),
  fc.record({ type: fc.constant('remove' as const), which: fc.nat(20) }),
  fc.record({ type: fc.constant('hear' as const), data: anyEvent }),
);

describe('any index of collectors', () => {
  it('tells exactly those whom asking each of them would have told', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { size: '+1' }), (steps) => {
        const index = new EarIndex();
        const live: { readonly conditions: EventConditions; readonly ear: NotingEar }[] = [];
        for (const step of steps) {
          if (step.type === 'add') {
            const ear = new NotingEar({ event: 'e', conditions: step.conditions });
            live.push({ conditions: step.conditions, ear });
            index.add(ear);
          } else if (step.type === 'remove') {
            for (const { ear } of live.splice(step.which, 1)) index.remove(ear);
          } else {
            const before = live.map(({ ear }) => ear.notes.length);
            index.hear('e', step.data, args);
            const told = live.map(({ ear }, at) => ear.notes.length - (before[at] ?? 0));
            expect(told).toEqual(live.map(({ conditions }) => Number(meets(conditions, keysOf('e', step.data)))));
          }
          expect([index.size, index.hears('e')]).toEqual([live.length, live.length > 0]);
        }
      }),
    );
  });
});
