import { describe, expect, it } from '@jest/globals';
import { expectCalls, guildWorld } from './structure.js';

describe('a guild of which only the id is known', () => {
  it('is found in the cache, if it is there', () => {
    const { views } = guildWorld();
    expect([views.guildHandle('100').cached?.name, views.guildHandle('999').cached]).toEqual(['Home', undefined]);
  });

  it('is asked for', async () => {
    await expectCalls(({ views }) => views.guildHandle('100'), [[(guild) => guild.fetch(), 'guilds.get', '100', { with_counts: true }]]);
  });
});
