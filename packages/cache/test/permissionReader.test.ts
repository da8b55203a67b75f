import { describe, expect, it } from '@jest/globals';
import { Cache } from '../src/Cache.js';
import { permissionReaderOf } from '../src/permissionReader.js';
import type { PermissionReader } from '../src/queries/PermissionReader.js';
import { BOT, CHANNEL, channel, GUILD, guild, id, member, message, ready, role, send, thread, user } from './payloads.js';

function reader(): PermissionReader {
  const cache = new Cache({ policy: { threadMembers: true } });
  send(cache, 'READY', ready());
  const until = '2026-05-01T00:00:00+00:00';
  const permission_overwrites = [{ id: id(50), type: 0, allow: '8', deny: '0' }];
  send(
    cache,
    'GUILD_CREATE',
    guild({
      channels: [channel(100, { permission_overwrites }), channel(101, { flags: 1 << 17 })],
      roles: [role(1), role(50, { managed: true })],
      members: [member(900), member(901, { roles: [id(50)], communication_disabled_until: until })],
      threads: [
        thread(200, { thread_metadata: { archived: true, locked: false }, member: { flags: 0 } }),
        thread(201, { parent_id: id(99) }),
      ],
    }),
  );
  send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(400), guild_id: undefined, author: user(950) }));
  send(cache, 'THREAD_MEMBERS_UPDATE', { id: id(200), guild_id: GUILD, member_count: 2, added_members: [{ user_id: id(901) }] });
  return permissionReaderOf(cache);
}

describe('the reader of a cache', () => {
  it('finds guilds, roles and members', () => {
    const { selfId, guild: find, member: who } = reader();
    expect([selfId(), find(GUILD)?.ownerId, find(id(2))]).toEqual([BOT, id(901), undefined]);
    expect(find(GUILD)?.roles.get(id(50))).toEqual({ id: id(50), permissions: '1024', position: 1, isManaged: true });
    expect(find(GUILD)?.roles.get(id(59))).toBeUndefined();
    expect(who(GUILD, id(901))).toEqual({ userId: id(901), roleIds: [id(50)], timedOutUntilMs: Date.parse('2026-05-01T00:00:00Z') });
    expect(who(GUILD, id(999))).toBeUndefined();
  });

  it('finds channels with their overwrites, says which are hidden, and that a direct message has none', () => {
    const { channel: find } = reader();
    const overwrites = [{ id: id(50), type: 0, allow: '8', deny: '0' }];
    expect(find(CHANNEL)).toEqual({ guildId: GUILD, channel: { id: CHANNEL, type: 0, isObfuscated: false, overwrites } });
    expect(find(id(101))?.channel).toMatchObject({ isObfuscated: true });
    expect([find(id(400)), find(id(199))]).toEqual([null, undefined]);
  });

  it('finds threads with the channel that they are in', () => {
    const { channel: find } = reader();
    expect(find(id(200))?.channel).toMatchObject({ isArchived: true, isLocked: false, parentId: CHANNEL, parent: { id: CHANNEL } });
    expect(find(id(201))?.channel).toMatchObject({ parentId: id(99), parent: undefined });
  });

  it('knows who is in a thread, and when it does not know', () => {
    const { isInThread } = reader();
    expect([isInThread(id(200), BOT), isInThread(id(201), BOT)]).toEqual([true, false]);
    expect([isInThread(id(200), id(901)), isInThread(id(200), id(902))]).toEqual([true, undefined]);
  });
});
