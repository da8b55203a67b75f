import { describe, expect, it } from '@jest/globals';
import { DeliveryWatch } from '../../src/sim/DeliveryWatch.js';
import { Invariants } from '../../src/sim/Invariants.js';
import { EventLoop } from '../../src/sim/world/EventLoop.js';
import { Trace } from '../../src/sim/world/Trace.js';

function makeWatch() {
  const loop = new EventLoop();
  const invariants = new Invariants(loop, new Trace(loop, false));
  const watch = new DeliveryWatch(0, invariants);
  watch.sessionBegan('one');
  for (const n of [5, 6, 7]) watch.delivered(n, n + 10, false, n * 100);
  return { watch, broken: () => invariants.broken?.what ?? null };
}

describe('a user who counts events', () => {
  it('is content with each once and in order, from whichever was first', () => {
    expect(makeWatch().broken()).toBeNull();
  });

  it('misses an event', () => {
    const { watch, broken } = makeWatch();
    watch.delivered(9, 20, false, 900);
    expect(broken()).toBe('shard 0: events 8 to 8 are missing');
  });

  it('sees an event twice', () => {
    const { watch, broken } = makeWatch();
    watch.delivered(7, 18, false, 900);
    expect(broken()).toBe('shard 0: event 7 came twice (expected 8)');
  });

  it('accepts a gap that was told, once', () => {
    const { watch, broken } = makeWatch();
    watch.gap();
    watch.delivered(20, 21, false, 900);
    expect(broken()).toBeNull();
    watch.delivered(22, 22, false, 901);
    expect(broken()).toBe('shard 0: events 21 to 21 are missing');
  });

  it('knows at the end whether something is still missing', () => {
    const { watch } = makeWatch();
    expect([watch.hasAll(7), watch.hasAll(8)]).toEqual([true, false]);
    watch.gap();
    expect(watch.hasAll(8)).toBe(true);
  });
});

describe('a user of a process that was killed', () => {
  it('sees what was delivered within the save window again, marked as replayed', () => {
    const { watch, broken } = makeWatch();
    watch.restored({ id: 'one', sequence: 16 }, 800, 250);
    watch.delivered(7, 17, true, 900);
    expect(broken()).toBeNull();
    expect(watch.duplicates).toBe(1);
  });

  it.each([
    ['older events than that', 14, 'shard 0: event 5 comes again, 300 ms after it was delivered'],
    ['that more was stored than delivered', 18, 'shard 0: sequence 18 was stored, 17 delivered'],
  ])('does not accept %s', (_, sequence, what) => {
    const { watch, broken } = makeWatch();
    watch.restored({ id: 'one', sequence }, 800, 250);
    expect(broken()).toBe(what);
  });

  it('does not accept them unmarked', () => {
    const { watch, broken } = makeWatch();
    watch.restored({ id: 'one', sequence: 16 }, 800, 250);
    watch.delivered(7, 17, false, 900);
    expect(broken()).toBe('shard 0: event 7 of another process is not marked as replayed');
  });
});
