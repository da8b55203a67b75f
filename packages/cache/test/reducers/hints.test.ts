import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { CHANNEL, GUILD, guild, id, member, ready, send, user, type Json } from '../payloads.js';

function home(): Cache {
  const cache = new Cache();
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

const typing = (fields: Json): Json => ({ channel_id: CHANNEL, guild_id: GUILD, user_id: id(901), timestamp: 1_700_000_000, ...fields });
const command = (fields: Json): Json => ({ id: id(700), type: 2, channel_id: CHANNEL, guild_id: GUILD, ...fields });

describe('somebody who types', () => {
  it('is learned with the membership, and tells what is new about the user', () => {
    const cache = home();
    send(cache, 'TYPING_START', typing({ member: member(902, { nick: 'Nick' }) }));
    expect(cache.memberData(GUILD, id(902))).toMatchObject({ nick: 'Nick', user: { username: 'user902' } });
    const renamed = member(902, { user: user(902, { username: 'renamed' }) });
    expect(send(cache, 'TYPING_START', typing({ member: renamed })).user).toMatchObject({
      before: { username: 'user902' },
      after: { username: 'renamed' },
    });
  });

  it('changes nothing when all is known, or when it is in a direct message', () => {
    const cache = home();
    const before = cache.memberData(GUILD, id(901));
    expect(send(cache, 'TYPING_START', typing({ member: member(901) })).user).toBeUndefined();
    expect(cache.memberData(GUILD, id(901))).toEqual(before);
    expect(send(cache, 'TYPING_START', { channel_id: id(400), user_id: id(901), timestamp: 1 }).outcome).toBe('ignored');
  });

  it('does not make an event wait for a guild', () => {
    const cache = home();
    expect(send(cache, 'TYPING_START', typing({ guild_id: id(2), member: member(901) })).outcome).toBe('ignored');
    expect(cache.stats().parked).toBe(0);
  });

  it('K-04 late typing after leaving: brings nobody back', () => {
    const cache = home();
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(901) });
    send(cache, 'TYPING_START', typing({ member: member(901) }));
    expect(cache.member(GUILD, id(901))).toBeUndefined();
  });
});

describe('an interaction', () => {
  it('tells of who it is from, but not of the permissions in its channel', () => {
    const cache = home();
    const change = send(cache, 'INTERACTION_CREATE', command({ member: member(901, { nick: 'Nick', permissions: '8' }) }));
    expect(change.outcome).toBe('applied');
    expect(cache.memberData(GUILD, id(901))).toEqual(member(901, { nick: 'Nick' }));
  });

  it('tells of the members and users that it resolves', () => {
    const cache = home();
    const { user: _user, deaf: _deaf, mute: _mute, ...partial } = member(903, { nick: 'Nick', permissions: '8' });
    const resolved = { users: { [id(903)]: user(903), [id(904)]: user(904) }, members: { [id(903)]: partial } };
    send(cache, 'INTERACTION_CREATE', command({ member: member(901), data: { resolved } }));
    expect(cache.memberData(GUILD, id(903))).toEqual({ ...partial, permissions: undefined, user: user(903) });
    expect([cache.member(GUILD, id(904)), cache.user(id(904))]).toEqual([undefined, undefined]);
  });

  it('tells of a user who is known, where there is no guild or the bot is not in it', () => {
    const cache = home();
    const renamed = user(901, { username: 'renamed' });
    expect(send(cache, 'INTERACTION_CREATE', command({ guild_id: undefined, user: renamed })).user?.after.username).toBe('renamed');
    send(cache, 'INTERACTION_CREATE', command({ guild_id: id(2), member: member(905), user: user(905) }));
    expect([cache.guild(id(2)), cache.user(id(905)), cache.stats().parked]).toEqual([undefined, undefined, 0]);
  });

  it('of a strange shape tells nothing', () => {
    const cache = home();
    const before = cache.stats();
    for (const data of [null, 5, {}, { resolved: null }, { resolved: { users: [] } }, { resolved: { users: { x: 1 }, members: 2 } }])
      send(cache, 'INTERACTION_CREATE', command({ member: 'nobody', data }));
    expect({ ...cache.stats(), pooled: 0 }).toEqual({ ...before, pooled: 0 });
  });
});
