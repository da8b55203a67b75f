import { describe, expect, it } from '@jest/globals';
import { addRole, findOrAddUser } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { addGrantedMember } from '../../../src/world/guild/grantedMembers.js';
import { arrangeHome, outcome } from '../../arrangeHome.js';
import type { Home } from '../../arrangeHome.js';

/** A home, somebody outside of it who agreed to this, and the bot's way to add them. */
function arrange(...scopes: readonly 'guilds.join'[]) {
  const home: Home = arrangeHome({ botPermissions: ['CreateInstantInvite', 'ManageNicknames', 'ManageRoles'] });
  const carol = findOrAddUser(home.world, 'carol');
  const { token } = home.grants.authorize(carol.id, scopes);
  const add = (body: object, userId = carol.id): unknown => {
    const form = new Form({ access_token: token, ...body });
    return addGrantedMember(home.world, home.grants, { reason: null, userId: home.bot.id }, { form, guildId: home.guild.id, userId });
  };
  return { ...home, add, carol };
}

describe('a person who agreed to be added', () => {
  it('comes in with a nickname and roles, which is told', () => {
    const { add, carol, guild, told, world } = arrange('guilds.join');
    const role = addRole(world, guild, { name: 'team' });
    expect(add({ nick: 'C', roles: [role.id] })).toMatchObject({ user: carol, nick: 'C', roles: [role.id] });
    expect(told()).toEqual(['GUILD_ROLE_CREATE', 'GUILD_MEMBER_ADD']);
  });

  it('stays as they are when they are there', () => {
    const { add } = arrange('guilds.join');
    add({});
    expect(add({ nick: 'C' })).toBeNull();
  });

  it('is refused when banned, and so are roles above the bot, permissions it lacks and long names', () => {
    const { add, carol, guild, world } = arrange('guilds.join');
    const high = addRole(world, guild, { name: 'high', position: 251 });
    const wrong = [{ roles: [high.id] }, { mute: true }, { nick: 'x'.repeat(33) }, { access_token: null }];
    expect(wrong.map((body) => outcome(() => add(body)))).toEqual(['403 50013', '403 50013', '400 50035', '400 50035']);
    guild.bans.set(carol.id, { reason: null, user: carol });
    expect(outcome(() => add({}))).toBe('403 40007');
  });
});

it('refuses tokens of others, unknown people, and who agreed to something else', () => {
  const { add, alice } = arrange();
  expect([() => add({}), () => add({ access_token: 'x' }), () => add({}, alice.id), () => add({}, '1')].map(outcome)).toEqual([
    '403 50026',
    '401 50025',
    '401 50025',
    '404 10013',
  ]);
});
