import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { presenceData } from '../../src/records/presence.js';
import { GUILD, guild, id, send } from '../payloads.js';

const presence = {
  user: { id: id(901) },
  guild_id: GUILD,
  status: 'dnd',
  activities: [{ name: 'chess', type: 0 }],
  client_status: { vr: 'dnd' },
};

function home(isKept = true): Cache {
  const cache = new Cache({ policy: { presences: isKept } });
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

describe('a presence', () => {
  it('gives its payload back', () => {
    const cache = home();
    const change = cache.apply({ t: 'PRESENCE_UPDATE', d: presence }, { shardId: 0 });
    expect(change.before).toBeUndefined();
    expect(change.after && presenceData(change.after, GUILD)).toEqual(presence);
  });

  it('is none for who is offline', () => {
    const cache = home();
    send(cache, 'PRESENCE_UPDATE', presence);
    const change = send(cache, 'PRESENCE_UPDATE', { ...presence, status: 'offline' });
    expect([change.before !== undefined, change.after, cache.stats().presences]).toEqual([true, undefined, 0]);
  });

  it('tells of its user, also where presences are not kept, and never makes one', () => {
    const cache = home(false);
    const renamed = { ...presence, user: { id: id(901), username: 'renamed' } };
    expect(send(cache, 'PRESENCE_UPDATE', renamed).user?.after.username).toBe('renamed');
    send(cache, 'PRESENCE_UPDATE', { ...presence, user: { id: id(999), username: 'stranger' } });
    expect([cache.user(id(999)), cache.stats().presences]).toEqual([undefined, 0]);
    expect(cache.user(id(901))?.global_name).toBeNull();
  });

  it('of nobody is ignored', () => {
    expect(send(home(), 'PRESENCE_UPDATE', { guild_id: GUILD, status: 'online' }).outcome).toBe('ignored');
  });
});
