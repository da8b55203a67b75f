import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { channelData } from '../../src/records/channel.js';
import { BOT, CHANNEL, channel, GUILD, guild, id, member, message, ready, send, thread } from '../payloads.js';

function home(threads: readonly Record<string, unknown>[] = []): Cache {
  const cache = new Cache({ policy: { threadMembers: true } });
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild({ channels: [channel(100), channel(101)], threads }));
  return cache;
}

const threadIds = (cache: Cache): readonly string[] => cache.all('threads', GUILD).map((each) => each.id);

describe('a thread', () => {
  it('K-06 thread life: comes, is archived, comes back from the archive, and goes', () => {
    const cache = home();
    send(cache, 'THREAD_CREATE', thread(200, { newly_created: true }));
    expect(channelData(cache.channel(id(200))!)).toEqual(thread(200));
    send(cache, 'THREAD_UPDATE', thread(200, { thread_metadata: { archived: true } }));
    expect(channelData(cache.channel(id(200))!)).toMatchObject({ thread_metadata: { archived: true } });
    send(cache, 'THREAD_UPDATE', thread(201));
    expect(threadIds(cache)).toEqual([id(200), id(201)]);
    expect(send(cache, 'THREAD_DELETE', { id: id(200), guild_id: GUILD, parent_id: CHANNEL, type: 11 }).before).toMatchObject({
      name: 'thread200',
    });
    expect(send(cache, 'THREAD_UPDATE', thread(200)).outcome).toBe('ignored');
    expect(threadIds(cache)).toEqual([id(201)]);
  });

  it('K-06 list sync: replaces the threads of the channels that it lists, and of no other', () => {
    const cache = home([thread(200), thread(201), thread(202, { parent_id: id(101) })]);
    const payload = {
      guild_id: GUILD,
      channel_ids: [CHANNEL],
      threads: [thread(201), thread(203)],
      members: [{ id: id(203), user_id: BOT, flags: 1 }],
    };
    const { removed } = send(cache, 'THREAD_LIST_SYNC', payload);
    expect(threadIds(cache).toSorted()).toEqual([id(201), id(202), id(203)]);
    expect(removed.threads?.map((each) => each.id)).toEqual([id(200)]);
    expect(channelData(cache.channel(id(203))!)).toMatchObject({ member: { flags: 1 } });
  });

  it('K-06 list sync: without a list of channels it replaces all threads of the guild', () => {
    const cache = home([thread(200), thread(202, { parent_id: id(101) })]);
    send(cache, 'THREAD_LIST_SYNC', { guild_id: GUILD, threads: [thread(200)], members: [] });
    expect(threadIds(cache)).toEqual([id(200)]);
  });

  it('K-06 list sync: without a list of threads takes none away', () => {
    const cache = home([thread(200)]);
    expect(send(cache, 'THREAD_LIST_SYNC', { guild_id: GUILD, channel_ids: [CHANNEL] }).outcome).toBe('ignored');
    expect(threadIds(cache)).toEqual([id(200)]);
  });

  it('counts its people, and knows those who came', () => {
    const cache = home([thread(200)]);
    const added = {
      id: id(200),
      user_id: id(950),
      join_timestamp: '2026-01-01T00:00:00+00:00',
      flags: 0,
      member: member(950),
      presence: null,
    };
    send(cache, 'THREAD_MEMBERS_UPDATE', { id: id(200), guild_id: GUILD, member_count: 2, added_members: [added] });
    expect([cache.channel(id(200))?.pulse.member_count, cache.threadMembers(id(200)).length, cache.user(id(950))?.username]).toEqual([
      2,
      1,
      'user950',
    ]);
    send(cache, 'THREAD_MEMBERS_UPDATE', { id: id(200), guild_id: GUILD, member_count: 1, removed_member_ids: [id(950)] });
    expect([cache.channel(id(200))?.pulse.member_count, cache.threadMembers(id(200)).length]).toEqual([1, 0]);
  });

  it('knows whether the bot is in it', () => {
    const cache = home([thread(200)]);
    send(cache, 'THREAD_MEMBER_UPDATE', { id: id(200), guild_id: GUILD, user_id: BOT, flags: 3 });
    expect(cache.channel(id(200))?.own?.['member']).toEqual({ id: id(200), user_id: BOT, flags: 3 });
    send(cache, 'THREAD_MEMBERS_UPDATE', { id: id(200), guild_id: GUILD, member_count: 0, removed_member_ids: [BOT] });
    expect(cache.channel(id(200))?.own?.['member']).toBeUndefined();
  });

  it('counts its messages, each once, and not the one that opened it', () => {
    const cache = home([thread(200)]);
    for (const n of [200, 300, 301, 301]) send(cache, 'MESSAGE_CREATE', message(n, { channel_id: id(200) }));
    expect(cache.channel(id(200))?.pulse).toMatchObject({ message_count: 2, total_message_sent: 2, last_message_id: id(301) });
    send(cache, 'MESSAGE_DELETE', { id: id(301), channel_id: id(200), guild_id: GUILD });
    expect(cache.channel(id(200))?.pulse).toMatchObject({ message_count: 1, total_message_sent: 2 });
  });
});
