import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { FactWaits } from '../../src/gateway/FactWaits.js';
import { GatewayJournal } from '../../src/gateway/GatewayJournal.js';

function waits(): { readonly clock: ManualClock; readonly journal: GatewayJournal; readonly facts: FactWaits } {
  const clock = new ManualClock();
  const journal = new GatewayJournal();
  return { clock, journal, facts: new FactWaits(journal, clock) };
}

describe('a wait for a fact', () => {
  it('is over at once when it has already happened', async () => {
    expect(await waits().facts.until(() => 'there', {})).toBe('there');
  });

  it('is over when it happens, and leaves nothing behind', async () => {
    const { clock, journal, facts } = waits();
    const wait = facts.until(() => journal.connections[0], {});
    journal.write({ type: 'connection', connectionId: 7, atMs: 0 });
    expect(await wait).toMatchObject({ connectionId: 7 });
    expect(clock.pendingTimers).toBe(0);
  });

  it('fails when its time is over, and says what happened instead', async () => {
    const { clock, journal, facts } = waits();
    const wait = facts.until(() => false, { timeoutMs: 500 });
    journal.write({ type: 'connection', connectionId: 7, atMs: 0 });
    clock.advance(500);
    await expect(wait).rejects.toMatchObject({ code: 'FAKE_WAIT_EXPIRED', message: expect.stringContaining('1 connections') });
  });

  it('fails when it is aborted, before or meanwhile, and when everything ends', async () => {
    const { clock, facts } = waits();
    const controller = new AbortController();
    const aborted = expect(facts.until(() => null, { signal: controller.signal })).rejects.toBe('enough');
    controller.abort('enough');
    await aborted;
    await expect(facts.until(() => true, { signal: controller.signal })).rejects.toBe('enough');
    const closed = expect(facts.until(() => undefined, {})).rejects.toMatchObject({ code: 'FAKE_WAIT_EXPIRED' });
    facts.close();
    await closed;
    expect(clock.pendingTimers).toBe(0);
  });

  it('fails with what its own question throws, and the journal goes on', async () => {
    const { journal, facts } = waits();
    const slip = new RangeError('a slip in a test');
    const ask = (): boolean => {
      if (journal.counts.connection > 0) throw slip;
      return false;
    };
    const wait = expect(facts.until(ask, {})).rejects.toBe(slip);
    journal.write({ type: 'connection', connectionId: 7, atMs: 0 });
    await wait;
    expect(journal.counts.connection).toBe(1);
  });
});
