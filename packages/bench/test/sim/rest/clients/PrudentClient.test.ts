import { describe, expect, it } from '@jest/globals';
import { Clairvoyant } from '../../../../src/sim/rest/clients/Clairvoyant.js';
import { PrudentClient } from '../../../../src/sim/rest/clients/PrudentClient.js';
import { acceptedIn, sceneOf } from './acceptedIn.js';

describe('a client that learns of resets through answers and takes no risk', () => {
  it.each(['sendMessage', 'addReaction', 'readMember', 'executeWebhook'] as const)('is never refused: %s', async (route) => {
    const { accepted, refused, world } = await acceptedIn(sceneOf(route, 40), 200_000, (of) => new PrudentClient(of));
    const { accepted: possible } = await acceptedIn(sceneOf(route, 40), 200_000, (of) => new Clairvoyant(of));
    expect({ refused, disorders: world.watch.disorders }).toEqual({ refused: 0, disorders: 0 });
    expect(accepted).toBeLessThanOrEqual(possible);
    expect(accepted).toBeGreaterThan(0.7 * possible);
  });

  it('is never refused by the global limit either, for a round trip in each second', async () => {
    const scene = { ...sceneOf('sendMessage', 400), global: { kind: 'rolling', limit: 50 } } as const;
    const { accepted, refused, world } = await acceptedIn(scene, 200_000, (of) => new PrudentClient(of));
    expect({ refused, peak: world.watch.perSecond.peak }).toEqual({ refused: 0, peak: 50 });
    expect(accepted).toBeGreaterThan(0.9 * 200 * 50);
  });
});
