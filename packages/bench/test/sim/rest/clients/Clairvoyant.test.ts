import { describe, expect, it } from '@jest/globals';
import { Clairvoyant } from '../../../../src/sim/rest/clients/Clairvoyant.js';
import { acceptedIn, sceneOf } from './acceptedIn.js';

describe('a client that sees the books of the server', () => {
  it('fills every window of a bucket from the instant at which the last one ends', async () => {
    const { accepted, refused } = await acceptedIn(sceneOf('sendMessage', 1), 100_000, (world) => new Clairvoyant(world));
    // It begins within the first 15 s.
    expect(accepted).toBeGreaterThanOrEqual(17 * 5);
    expect(accepted).toBeLessThanOrEqual(20 * 5);
    expect(refused).toBe(0);
  });

  it('takes 50 in every second where the global limit binds', async () => {
    const scene = { ...sceneOf('sendMessage', 400), global: { kind: 'rolling', limit: 50 } } as const;
    const { accepted, refused } = await acceptedIn(scene, 100_000, (world) => new Clairvoyant(world));
    expect(accepted).toBeGreaterThanOrEqual(99 * 50);
    expect(accepted).toBeLessThanOrEqual(101 * 50);
    expect(refused).toBe(0);
  });
});
