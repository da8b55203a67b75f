import { describe, expect, it } from '@jest/globals';
import { halfOpen } from '../../../src/sim/scenarios/halfOpen.js';

describe('a shard whose link dies without a word', () => {
  it('S-03 half-open link at 41.25 s heartbeats over 1,000 phases: connected again within 20 s (p99) and 25 s (always)', async () => {
    const { count, p99, max } = await halfOpen('both', 1_000);
    expect(count).toBe(1_000);
    expect(p99).toBeLessThanOrEqual(20_000);
    expect(max).toBeLessThanOrEqual(25_000);
  }, 30_000);

  it('S-21 asymmetric loss, nothing comes in: found like a link that is dead both ways', async () => {
    expect((await halfOpen('deaf', 200)).max).toBeLessThanOrEqual(25_000);
  });

  it.each(['dumb', 'dumb and full'] as const)(
    'S-21 asymmetric loss, nothing goes out (%s): found within 25 s of the last thing that came in',
    async (kind) => {
      expect((await halfOpen(kind, 200)).max).toBeLessThanOrEqual(25_000);
    },
  );

  it('P-01 heartbeats are no longer acknowledged on an idle link: found at the beat after the missed one', async () => {
    expect((await halfOpen('zombie', 200)).max).toBeLessThanOrEqual(2 * 41_250 + 1_000);
  });
});
