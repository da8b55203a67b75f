import { describe, expect, it } from '@jest/globals';
import { GatewayClosedError } from '../../src/errors.js';
import { offerReshard } from '../../src/sharding/offerReshard.js';
import type { ReshardNeededEvent } from '../../src/sharding/shardManagerEvents.js';
import { ShardRunner } from '../../src/sharding/ShardRunner.js';
import { FakeShard } from './FakeShard.js';

const deaf = { dispatch: () => undefined, queueStart: () => undefined, tell: () => undefined };

/** Offers it for shard 1 of 4 to a listener. */
function offered(known: number, listener: (event: ReshardNeededEvent) => void) {
  const shard = new FakeShard({ id: 1, total: 4, intents: 0, token: 'a.b.c' });
  const replaced: number[] = [];
  const begun = offerReshard({
    error: new GatewayClosedError('GATEWAY_SHARDING_REQUIRED', { what: 'Closed.', cure: 'More shards.', shardId: 1, closeCode: 4011 }),
    known,
    replace: (total) => {
      replaced.push(total);
      return Promise.resolve();
    },
    runner: new ShardRunner({ listener: deaf, shard }),
    tell: listener,
  });
  return { begun, replaced };
}

describe('the offer to reshard', () => {
  it.each([
    ['what Discord recommends', 6, 6],
    ['twice as many when Discord recommends no more than there are', 4, 8],
    ['twice as many when nothing is known', 0, 8],
  ])('names %s', (_what, known, recommendedTotal) => {
    const events: ReshardNeededEvent[] = [];
    offered(known, (event) => events.push(event));
    expect(events).toMatchObject([{ shardId: 1, total: 4, recommendedTotal, error: { closeCode: 4011 } }]);
  });

  it('begins nothing when no listener takes it', () => {
    expect(offered(6, () => undefined)).toEqual({ begun: null, replaced: [] });
  });

  it('begins once, however often it is taken', async () => {
    const taken: Promise<void>[] = [];
    const { begun, replaced } = offered(6, ({ reshard }) => taken.push(reshard(), reshard()));
    await Promise.all(taken);
    expect([replaced, begun === taken[0], taken[0] === taken[1]]).toEqual([[6], true, true]);
  });
});
