import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEvent } from '@aplomb/fake-discord';
import type { TimelineEntry } from '../../src/protocol.js';
import { PushBatch } from '../../src/socket/PushBatch.js';
import type { News } from '../../src/socket/PushBatch.js';

let batch: PushBatch;

beforeEach(() => {
  batch = new PushBatch();
});

const event = (t: string): News => ({ type: 'event', as: '1', event: { t, d: null } satisfies PersonEvent });
const entry = (id: number, detail = ''): TimelineEntry => ({ id, detail, atMs: 0, kind: 'note', name: 'x' });

describe('a batch of news', () => {
  it('keeps events in their order', () => {
    for (const t of ['A', 'B', 'C']) batch.add(event(t));
    expect(batch.take()).toEqual([event('A'), event('B'), event('C')]);
  });

  it('sends an entry of the timeline once, as it was last, and all in their order', () => {
    batch.add({ type: 'timeline', entries: [entry(2)] });
    batch.add({ type: 'timeline', entries: [entry(1), entry(2, 'answered')] });
    expect(batch.take()).toEqual([{ type: 'timeline', entries: [entry(1), entry(2, 'answered')] }]);
  });

  it('makes a state once, when it is sent', () => {
    let wallMs = 1;
    const made = () => ({ type: 'clock' as const, clock: { isPaused: false, wallMs: (wallMs += 1) } });
    batch.mark('clock', made);
    batch.mark('clock', made);
    wallMs = 10;
    expect(batch.take()).toEqual([{ type: 'clock', clock: { isPaused: false, wallMs: 11 } }]);
  });

  it('is empty when it was taken', () => {
    expect(batch.isEmpty).toBe(true);
    batch.add(event('A'));
    batch.mark('shards', () => ({ type: 'shards', shards: [] }));
    expect(batch.isEmpty).toBe(false);
    expect(batch.take()).toHaveLength(2);
    expect([batch.isEmpty, batch.take()]).toEqual([true, []]);
  });
});
