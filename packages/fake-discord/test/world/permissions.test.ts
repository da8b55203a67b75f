import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManualClock } from '@aplomb/base';
import { addChannel, addGuild, addMember, addRole, findOrAddUser } from '../../src/world/arrange.js';
import type { OverwriteSpec } from '../../src/world/arrange.js';
import {
  ALL_PERMISSIONS,
  PERMISSION_BITS,
  allows,
  channelPermissions,
  guildPermissions,
  permissionBits,
} from '../../src/world/permissions.js';
import type { PermissionName } from '../../src/world/permissions.js';
import type { GuildRecord, MemberRecord } from '../../src/world/records.js';
import { makeWorld } from '../makeWorld.js';

interface Table {
  readonly allMask: string;
  readonly permissions: readonly { readonly name: string; readonly value: string }[];
}

const table = JSON.parse(readFileSync(join(__dirname, '../../test-data/permissions.json'), 'utf8')) as Table;

describe('the table of permissions', () => {
  it('has every permission of the documentation with its bit', () => {
    const ours = Object.entries(PERMISSION_BITS).map(([name, bit]) => ({ name, value: (1n << BigInt(bit)).toString() }));
    expect(ours).toEqual(table.permissions);
  });

  it('is read by the names of the documentation, too', () => {
    expect(permissionBits(['ADMINISTRATOR', 'SEND_TTS_MESSAGES', 'USE_VAD'])).toBe(
      permissionBits(['Administrator', 'SendTTSMessages', 'UseVAD']),
    );
  });

  it.each([
    ['ADMINISTRATR', 'There is no permission "ADMINISTRATR". Did you mean Administrator?'],
    [8, 'There is no permission 8. The permissions are: CreateInstantInvite,'],
  ])('has no other names: %s', (name, message) => {
    expect(() => permissionBits([name as 'Administrator'])).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_PERMISSION', message: expect.stringContaining(message) }),
    );
  });

  it('sums to the mask of the documentation', () => {
    expect(ALL_PERMISSIONS.toString()).toBe(table.allMask);
  });
});

describe('a member of a guild', () => {
  it('has what @everyone and its roles have together', () => {
    const { guild, member } = arrange({ role: ['ManageMessages'] });
    const bits = guildPermissions(guild, member, 0);
    expect([allows(bits, 'ManageMessages', 'SendMessages'), allows(bits, 'BanMembers')]).toEqual([true, false]);
  });

  it('may do everything as administrator, and as owner', () => {
    const { guild, member } = arrange({ role: ['Administrator'] });
    const owner = guild.members.get(guild.ownerId) ?? member;
    expect([guildPermissions(guild, member, 0), guildPermissions(guild, owner, 0)]).toEqual([ALL_PERMISSIONS, ALL_PERMISSIONS]);
  });

  it('only looks and reads while it is timed out, and not a moment longer', () => {
    const { guild, member } = arrange({ role: [] });
    const until = Date.UTC(2026, 0, 2);
    const timedOut = { ...member, timedOutUntil: new Date(until).toISOString() };
    expect(guildPermissions(guild, timedOut, until - 1)).toBe(permissionBits(['ViewChannel', 'ReadMessageHistory']));
    expect(guildPermissions(guild, timedOut, until)).toBe(guildPermissions(guild, member, until));
  });

  it('keeps everything in a time-out as administrator', () => {
    const { guild, member } = arrange({ role: ['Administrator'] });
    expect(guildPermissions(guild, { ...member, timedOutUntil: '2099-01-01' }, 0)).toBe(ALL_PERMISSIONS);
  });
});

describe('a member in a channel with overwrites', () => {
  it.each<[string, (ids: Ids) => OverwriteSpec[], boolean]>([
    ['loses what @everyone loses', ({ everyone }) => [{ id: everyone, deny: ['SendMessages'] }], false],
    ['gets back what a role allows', ({ everyone, role }) => [deny(everyone), allow(role)], true],
    ['gets what one role allows, whatever another denies', ({ role, other }) => [allow(role), deny(other)], true],
    ['loses what is denied to itself', ({ role, self }) => [allow(role), deny(self)], false],
    ['gets what is allowed to itself', ({ everyone, role, self }) => [deny(everyone), deny(role), allow(self)], true],
    ['is not touched by the overwrite of a role that it has not', ({ strange }) => [deny(strange)], true],
  ])('%s', (_, overwrites, maySend) => {
    const { world, guild, member, ids } = arrange({ role: [] });
    const channel = addChannel(world, guild, { kind: 'text', name: 'general', overwrites: overwrites(ids) });
    expect(allows(channelPermissions(guild, channel, member, 0), 'SendMessages')).toBe(maySend);
  });

  it('can do nothing in a channel that it cannot see', () => {
    const { world, guild, member, ids } = arrange({ role: ['ManageMessages'] });
    const channel = addChannel(world, guild, { kind: 'text', name: 'staff', overwrites: [{ id: ids.everyone, deny: ['ViewChannel'] }] });
    expect(channelPermissions(guild, channel, member, 0)).toBe(0n);
  });

  it('cannot embed or ping everyone where it cannot send', () => {
    const { world, guild, member, ids } = arrange({ role: ['MentionEveryone'] });
    const channel = addChannel(world, guild, { kind: 'text', name: 'news', overwrites: [deny(ids.everyone)] });
    const bits = channelPermissions(guild, channel, member, 0);
    expect([allows(bits, 'EmbedLinks'), allows(bits, 'MentionEveryone'), allows(bits, 'AddReactions')]).toEqual([false, false, true]);
  });

  it('is stopped by no overwrite as administrator', () => {
    const { world, guild, member, ids } = arrange({ role: ['Administrator'] });
    const channel = addChannel(world, guild, { kind: 'text', name: 'staff', overwrites: [{ id: ids.everyone, deny: ['ViewChannel'] }] });
    expect(channelPermissions(guild, channel, member, 0)).toBe(ALL_PERMISSIONS);
  });
});

interface Ids {
  readonly everyone: string;
  readonly other: string;
  readonly role: string;
  readonly self: string;
  readonly strange: string;
}

function allow(id: string): OverwriteSpec {
  return { id, allow: ['SendMessages'] };
}

function deny(id: string): OverwriteSpec {
  return { id, deny: ['SendMessages'] };
}

function arrange({ role: permissions }: { readonly role: readonly PermissionName[] }) {
  const world = makeWorld(new ManualClock());
  const guild: GuildRecord = addGuild(world, { name: 'Home' });
  const [role, other, strange] = ['role', 'other', 'strange'].map((name) => addRole(world, guild, { name, permissions }).id) as [
    string,
    string,
    string,
  ];
  const member: MemberRecord = addMember(world, guild, findOrAddUser(world, 'alice'), { roles: [role, other] });
  return { world, guild, member, ids: { everyone: guild.id, role, other, strange, self: member.user.id } satisfies Ids };
}
