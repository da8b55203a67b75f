import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { channel, GUILD, guild, id, member, role, send } from '../payloads.js';

function home(): Cache {
  const cache = new Cache();
  const permission_overwrites = [50, 1].map((n) => ({ id: id(n), type: 0, allow: '0', deny: '1024' }));
  send(cache, 'GUILD_CREATE', guild({ channels: [channel(100, { permission_overwrites })], members: [member(901, { roles: [id(50)] })] }));
  return cache;
}

describe('roles', () => {
  it('come, change and go', () => {
    const cache = home();
    send(cache, 'GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(51) });
    const change = cache.apply({ t: 'GUILD_ROLE_UPDATE', d: { guild_id: GUILD, role: { id: id(51), name: 'renamed' } } }, { shardId: 0 });
    expect([change.before?.name, change.after?.name, change.after?.permissions]).toEqual(['role51', 'renamed', '1024']);
    expect(cache.apply({ t: 'GUILD_ROLE_DELETE', d: { guild_id: GUILD, role_id: id(51) } }, { shardId: 0 }).before?.name).toBe('renamed');
    expect(cache.stats().roles).toBe(2);
  });

  it('K-05 cascades: a role that goes is in no member and in no overwrite any more', () => {
    const cache = home();
    send(cache, 'GUILD_ROLE_DELETE', { guild_id: GUILD, role_id: id(50) });
    expect(cache.member(GUILD, id(901))?.roles).toEqual([]);
    expect(cache.channel(id(100))?.permission_overwrites?.map((each) => each.id)).toEqual([id(1)]);
  });

  it('K-04 late update after delete: brings nothing back', () => {
    const cache = home();
    send(cache, 'GUILD_ROLE_DELETE', { guild_id: GUILD, role_id: id(50) });
    expect(send(cache, 'GUILD_ROLE_UPDATE', { guild_id: GUILD, role: role(50) }).outcome).toBe('ignored');
    expect(send(cache, 'GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(50) }).outcome).toBe('ignored');
    expect(send(cache, 'GUILD_ROLE_UPDATE', { guild_id: GUILD, role: 7 }).outcome).toBe('ignored');
    expect(send(cache, 'GUILD_ROLE_DELETE', { guild_id: GUILD }).outcome).toBe('ignored');
  });
});
