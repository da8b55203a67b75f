import { describe, expect, it } from '@jest/globals';
import { Permissions } from '@aplomb/cache';
import { EVERYONE, ROLE, USER } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

const role = (data: Partial<typeof ROLE> = {}) => guildWorld().views.role({ ...ROLE, ...data }, '100');

describe('a role', () => {
  it('shows all that its payload has', () => {
    expect(hiddenKeys(role(), ROLE)).toEqual([]);
  });

  it('is mentioned, but @everyone by name', () => {
    expect([String(role()), String(role(EVERYONE)), role(EVERYONE).isEveryone]).toEqual(['<@&300>', '@everyone', true]);
  });

  it('has its members, its guild and its icon', () => {
    expect([role().members.map(({ id }) => id), role(EVERYONE).members.size]).toEqual([[USER.id], 4]);
    expect(role().guild?.name).toBe('Home');
    expect(role().iconUrl()).toBe('https://cdn.discordapp.com/role-icons/300/roleicon.webp');
    expect(
      guildWorld()
        .views.role({ ...ROLE, icon: null }, '100')
        .iconUrl(),
    ).toBeNull();
  });

  it('stands in an order: by position, then the older one first', () => {
    const [low, high, younger] = [role({ position: 1 }), role({ position: 2 }), role({ id: '301', position: 2 })];
    expect([high.compareTo(low) > 0, high.compareTo(younger) > 0, younger.compareTo(high) < 0]).toEqual([true, true, true]);
  });

  it('can be changed by a bot that stands above it', () => {
    const { cache, views } = guildWorld();
    const editable = (id: string) => views.cachedRole('100', id)?.editable;
    expect([cache.selfId, editable('300'), editable('310')]).toEqual(['8', true, false]);
    const [fresh, above] = [3, 12].map((position) => views.role({ ...ROLE, id: '999', position, managed: false }, '100'));
    const bot = views.cachedMember('100', '8');
    expect([fresh?.editable, above?.editable, fresh && bot?.canAssignRole(fresh), above && bot?.canManageRole(above)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('does what is asked', async () => {
    const reason = { reason: 'why' };
    await expectCalls(
      ({ views }) => views.role(ROLE, '100'),
      [
        [(it) => it.fetch(), 'guilds.role', '100', '300'],
        [
          (it) => it.edit({ hoist: true, unicodeEmoji: null }, reason),
          'guilds.editRole',
          '100',
          '300',
          { hoist: true, unicode_emoji: null },
          reason,
        ],
        [(it) => it.setName('Mods'), 'guilds.editRole', '100', '300', { name: 'Mods' }],
        [(it) => it.setPermissions(['KICK_MEMBERS']), 'guilds.editRole', '100', '300', { permissions: '2' }],
        [(it) => it.setPermissions(Permissions.None), 'guilds.editRole', '100', '300', { permissions: '0' }],
        [(it) => it.setPosition(3), 'guilds.editRolePositions', '100', [{ id: '300', position: 3 }]],
        [(it) => it.delete(reason), 'guilds.deleteRole', '100', '300', reason],
      ],
    );
  });
});
