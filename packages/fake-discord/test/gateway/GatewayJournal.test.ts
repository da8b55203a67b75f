import { describe, expect, it } from '@jest/globals';
import { GatewayJournal, type GatewayFact } from '../../src/gateway/GatewayJournal.js';

describe('the journal of a gateway', () => {
  it('tells its observers, until they leave', () => {
    const journal = new GatewayJournal();
    const seen: GatewayFact[] = [];
    const leave = journal.observe((fact) => seen.push(fact));
    journal.write({ type: 'connection', connectionId: 1, atMs: 0 });
    leave();
    journal.write({ type: 'connection', connectionId: 2, atMs: 0 });
    expect([seen.length, journal.connections.length, journal.counts.connection]).toEqual([1, 2, 2]);
  });

  it('forgets the oldest facts of a long life, and goes on counting', () => {
    const journal = new GatewayJournal();
    for (let connectionId = 0; connectionId < 60_000; connectionId += 1) journal.write({ type: 'connection', connectionId, atMs: 0 });
    expect(journal.connections.length).toBeLessThanOrEqual(50_000);
    expect([journal.connections.at(-1)?.connectionId, journal.counts.connection]).toEqual([59_999, 60_000]);
  });
});
