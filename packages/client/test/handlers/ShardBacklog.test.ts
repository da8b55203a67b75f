import { describe, expect, it } from '@jest/globals';
import type { EventClass } from '../../src/handlers/eventClass.js';
import { ShardBacklog, type Waiting } from '../../src/handlers/ShardBacklog.js';

const waiting = (eventClass: EventClass, sinceMs = 0, bytes = 10): Waiting => ({ eventClass, sinceMs, bytes });

function backlog(...values: readonly Waiting[]): ShardBacklog<Waiting> {
  const made = new ShardBacklog<Waiting>({ maxQueuedBytes: 50, maxQueuedEvents: 3 });
  for (const value of values) made.add(value);
  return made;
}

describe('the backlog of a shard', () => {
  it('knows how much waits, and since when', () => {
    const empty = backlog();
    expect([empty.length, empty.bytes, empty.oldestMs, empty.first]).toEqual([0, 0, Infinity, undefined]);
    const full = backlog(waiting('message', 5), waiting('typing', 7), waiting('state', 6));
    expect([full.length, full.bytes, full.oldestMs]).toEqual([3, 30, 5]);
    expect(full.first).toMatchObject({ eventClass: 'typing' });
  });

  it('forgets what is taken out, once', () => {
    const made = backlog(waiting('message', 5));
    const other = waiting('message', 6);
    made.add(other);
    made.remove(other);
    made.remove(other);
    expect([made.length, made.bytes]).toEqual([1, 10]);
  });

  it('has room up to its number of events and of bytes', () => {
    const made = backlog(waiting('message'), waiting('message'));
    expect([made.hasRoomFor(waiting('state', 0, 30)), made.hasRoomFor(waiting('state', 0, 31))]).toEqual([true, false]);
    made.add(waiting('message'));
    expect(made.hasRoomFor(waiting('state', 0, 0))).toBe(false);
  });

  it.each<[newcomer: EventClass, goes: string | undefined]>([
    ['state', 'presence 3'],
    ['message', 'presence 3'],
    ['presence', 'presence 3'],
    ['typing', undefined],
  ])('lets the oldest of what is worth least go for a newcomer of class %s, and no more than it: %s', (newcomer, goes) => {
    const made = backlog(waiting('message', 1), waiting('state', 2), waiting('presence', 3), waiting('presence', 4));
    const victim = made.leastImportant(waiting(newcomer, 9));
    expect(victim && `${victim.eventClass} ${String(victim.sinceMs)}`).toBe(goes);
  });

  it('lets no state go', () => {
    expect(backlog(waiting('state')).leastImportant(waiting('state'))).toBeUndefined();
  });

  it('knows beforehand whether letting others go would be enough', () => {
    const made = backlog(waiting('state', 0, 30), waiting('typing', 0, 20));
    expect([20, 21].map((bytes) => made.canMakeRoomFor(waiting('message', 0, bytes)))).toEqual([true, false]);
    made.add(waiting('state', 0, 0));
    made.add(waiting('state', 0, 0));
    expect(made.canMakeRoomFor(waiting('message', 0, 0))).toBe(false);
  });
});
