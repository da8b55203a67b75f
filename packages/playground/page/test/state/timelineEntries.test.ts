import { describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from '../../src/state/protocol.js';
import { filterEntries, timelineMax, withEntries } from '../../src/state/timelineEntries.js';

const entry = (id: number, parts: Partial<TimelineEntry> = {}): TimelineEntry => ({
  atMs: 0,
  detail: '',
  id,
  kind: 'dispatch',
  name: `E${id}`,
  ...parts,
});
const idsOf = (entries: readonly TimelineEntry[]): number[] => entries.map(({ id }) => id);

describe('the timeline', () => {
  it('appends what is new, and replaces what comes again', () => {
    const entries = withEntries([entry(5), entry(6)], [entry(5, { status: 200 }), entry(7)]);
    expect(entries).toEqual([entry(5, { status: 200 }), entry(6), entry(7)]);
  });

  it('lets the oldest go', () => {
    const entries = withEntries(
      [],
      Array.from({ length: timelineMax + 10 }, (_, id) => entry(id)),
    );
    expect([entries.length, entries[0]?.id]).toEqual([timelineMax, 10]);
    expect(idsOf(withEntries(entries, [entry(3, { status: 200 })]))).toEqual(idsOf(entries));
  });

  it('shows lines of some kinds, that have all the words', () => {
    const entries = [entry(1, { detail: 'alice' }), entry(2, { kind: 'request', name: 'POST', status: 429 }), entry(3, { kind: 'frame' })];
    expect(idsOf(filterEntries(entries, { hidden: new Set(['frame']), text: '' }))).toEqual([1, 2]);
    expect(idsOf(filterEntries(entries, { hidden: new Set(), text: 'post 429' }))).toEqual([2]);
    expect(idsOf(filterEntries(entries, { hidden: new Set(), text: 'ALICE e1' }))).toEqual([1]);
  });
});
