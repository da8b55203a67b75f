import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { GUILD, guild, id, member, message, ready, send, user } from '../payloads.js';

function home(fields: Record<string, unknown> = {}): Cache {
  const cache = new Cache({ policy: { presences: true } });
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild(fields));
  return cache;
}

const count = (cache: Cache): number | undefined => cache.guild(GUILD)?.pulse.member_count;

describe('members', () => {
  it('come, change and go, with their users', () => {
    const cache = home();
    send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    expect([count(cache), cache.user(id(902))?.username]).toEqual([3, 'user902']);
    const change = cache.apply(
      { t: 'GUILD_MEMBER_UPDATE', d: { ...member(902, { nick: 'Nick', user: user(902, { username: 'renamed' }) }), guild_id: GUILD } },
      { shardId: 0 },
    );
    expect([change.before?.nick, change.after?.nick]).toEqual([null, 'Nick']);
    expect([change.user?.before?.username, change.user?.after.username]).toEqual(['user902', 'renamed']);
    const { before, removed } = cache.apply({ t: 'GUILD_MEMBER_REMOVE', d: { guild_id: GUILD, user: user(902) } }, { shardId: 0 });
    expect([before?.nick, removed.users?.[0]?.username, count(cache)]).toEqual(['Nick', 'renamed', 2]);
  });

  it('are counted once, however often Discord says that they joined or left', () => {
    const cache = home();
    for (let n = 0; n < 3; n += 1) send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    expect(count(cache)).toBe(3);
    for (let n = 0; n < 3; n += 1) send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(902) });
    expect(count(cache)).toBe(2);
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(903) });
    expect(count(cache)).toBe(1);
  });

  it('K-04 late update after leaving: brings nobody back, and coming back does', () => {
    const cache = home();
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(901) });
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901), guild_id: GUILD });
    send(cache, 'MESSAGE_CREATE', message(300, { member: { roles: [] } }));
    expect(cache.member(GUILD, id(901))).toBeUndefined();
    send(cache, 'GUILD_MEMBER_ADD', { ...member(901), guild_id: GUILD });
    expect(cache.member(GUILD, id(901))).toBeDefined();
  });

  it('K-05 cascades: who leaves has no presence and is in no voice channel', () => {
    const cache = home({
      presences: [{ user: { id: id(901) }, status: 'idle' }],
      voice_states: [{ user_id: id(901), channel_id: id(100) }],
    });
    const { removed } = send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(901) });
    expect(Object.keys(removed).toSorted()).toEqual(['members', 'presences', 'users', 'voiceStates']);
  });

  it('K-07 partial update: absent keeps, null clears', () => {
    const cache = home({ members: [member(901, { nick: 'Nick', roles: [id(50)], premium_since: '2025-01-01T00:00:00+00:00' })] });
    send(cache, 'GUILD_MEMBER_UPDATE', { guild_id: GUILD, user: { id: id(901) }, nick: null });
    expect(cache.memberData(GUILD, id(901))).toMatchObject({
      nick: null,
      roles: [id(50)],
      premium_since: '2025-01-01T00:00:00+00:00',
      user: { username: 'user901' },
    });
  });

  it('K-10 two shards, one user: it stays until the last guild lets go', () => {
    const cache = home();
    send(cache, 'GUILD_CREATE', guild({ id: id(2) }), 1);
    send(cache, 'GUILD_CREATE', guild({ id: id(3) }), 1);
    send(cache, 'GUILD_DELETE', { id: GUILD });
    send(cache, 'GUILD_DELETE', { id: id(3) }, 1);
    expect(cache.user(id(901))?.username).toBe('user901');
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: id(2), user: user(901) }, 1);
    expect(cache.user(id(901))).toBeUndefined();
  });

  it('come in chunks, with presences; who is not found is gone', () => {
    const cache = home();
    const presences = [{ user: { id: id(902) }, status: 'online', activities: [] }];
    send(cache, 'GUILD_MEMBERS_CHUNK', {
      guild_id: GUILD,
      members: [member(902)],
      presences,
      not_found: [id(901)],
      chunk_index: 0,
      chunk_count: 1,
    });
    expect(cache.all('members', GUILD).map((each) => each.user_id)).toEqual([id(900), id(902)]);
    expect([cache.get('presences', GUILD, id(902))?.shared['status'], count(cache)]).toEqual(['online', 2]);
  });

  it('are learned from messages, and stay as they are by one that says nothing new', () => {
    const cache = home();
    const { user: _user, ...partial } = member(901);
    const before = cache.member(GUILD, id(901));
    send(cache, 'MESSAGE_CREATE', message(300, { member: partial }));
    expect(cache.member(GUILD, id(901))).toEqual(before);
    send(cache, 'MESSAGE_CREATE', message(301, { member: { ...partial, nick: 'Nick' } }));
    expect(cache.member(GUILD, id(901))?.nick).toBe('Nick');
    send(cache, 'MESSAGE_CREATE', message(302, { author: user(960), member: partial }));
    expect(cache.memberData(GUILD, id(960))).toMatchObject({ user: { username: 'user960' } });
  });
});
