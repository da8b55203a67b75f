import { describe, expect, it } from '@jest/globals';
import { guildRelation } from '../../../src/structures/guild/guildRelation.js';
import { guildWorld } from './structure.js';

describe('what a guild has of a kind', () => {
  it('is looked up each time', () => {
    const { apply, views } = guildWorld();
    const roles = guildRelation(views, '100', 'roles');
    const before = roles.map(({ id }) => id);
    apply('GUILD_ROLE_DELETE', { guild_id: '100', role_id: '300' });
    expect([before, roles.map(({ id }) => id), roles.size, roles.has('300')]).toEqual([['100', '300', '310'], ['100', '310'], 2, false]);
  });

  it('can be a part of it', () => {
    const { views } = guildWorld();
    const high = guildRelation(views, '100', 'roles', { isMeant: ({ position }) => position > 5 });
    expect([high.size, high.get('310')?.name, high.get('300')]).toEqual([1, 'Bots', undefined]);
  });
});
