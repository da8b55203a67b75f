import { beforeAll, describe, expect, it } from '@jest/globals';
import { PublicSurface } from './PublicSurface.js';

let surface: PublicSurface;

beforeAll(() => {
  surface = new PublicSurface();
});

describe('the exports of the packages', () => {
  it('are all documented', () => {
    expect(surface.undocumented()).toEqual([]);
    expect(surface.size).toBeGreaterThan(150);
  });

  it('are found by name, member and member of a member', () => {
    expect(
      ['Shard', 'Shard.close', 'Client.rest.gateway.getBot', 'ActivityData.playing', 'ClientEvents.messageCreate'].every((path) =>
        surface.has(path),
      ),
    ).toBe(true);
    expect(['Shards', 'Shard.open', 'Client.rest.gateway.put', 'ClientEvents.message'].some((path) => surface.has(path))).toBe(false);
    expect(surface.hasLiteral('ConnectionStage', 'Backoff')).toBe(true);
    expect(surface.hasLiteral('ConnectionStage', 'Zombie')).toBe(false);
  });
});
