import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { channelData, isHidden } from '../../src/records/channel.js';
import { CHANNEL, channel, GUILD, guild, id, message, ready, send, thread, user } from '../payloads.js';

function home(fields: Record<string, unknown> = {}): Cache {
  const cache = new Cache();
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild(fields));
  return cache;
}

describe('CHANNEL_CREATE, _UPDATE and _DELETE', () => {
  it('give what was and what is', () => {
    const cache = home();
    expect(cache.apply({ t: 'CHANNEL_CREATE', d: channel(101) }, { shardId: 0 })).toMatchObject({
      before: undefined,
      after: { name: 'channel101' },
    });
    const update = cache.apply({ t: 'CHANNEL_UPDATE', d: channel(101, { name: 'renamed' }) }, { shardId: 0 });
    expect([update.before?.name, update.after?.name]).toEqual(['channel101', 'renamed']);
    expect(cache.apply({ t: 'CHANNEL_DELETE', d: channel(101) }, { shardId: 0 }).before?.name).toBe('renamed');
    expect(cache.channel(id(101))).toBeUndefined();
  });

  it('K-04 late update after delete: brings nothing back, and neither does a late create', () => {
    const cache = home();
    send(cache, 'CHANNEL_DELETE', channel(100));
    expect(send(cache, 'CHANNEL_UPDATE', channel(100)).outcome).toBe('ignored');
    expect(send(cache, 'CHANNEL_CREATE', channel(100)).outcome).toBe('ignored');
    expect(send(cache, 'THREAD_CREATE', thread(200)).outcome).toBe('ignored');
    expect(send(cache, 'MESSAGE_CREATE', message(300)).outcome).toBe('ignored');
    expect(cache.stats()).toMatchObject({ channels: 0, threads: 0, messages: 0, parked: 0 });
  });

  it('K-05 cascades: a channel takes its threads, messages, voice states, stages and invites with it', () => {
    const cache = home({
      threads: [thread(200), thread(201, { parent_id: id(102) })],
      voice_states: [{ user_id: id(901), channel_id: CHANNEL }],
      stage_instances: [{ id: id(63), channel_id: CHANNEL }],
    });
    send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(200) }));
    send(cache, 'INVITE_CREATE', { guild_id: GUILD, channel_id: CHANNEL, code: 'abc' });
    const { removed } = send(cache, 'CHANNEL_DELETE', channel(100));
    expect(Object.fromEntries(Object.entries(removed).map(([resource, list]) => [resource, list.length]))).toEqual({
      channels: 1,
      invites: 1,
      messages: 1,
      stageInstances: 1,
      threads: 1,
      voiceStates: 1,
    });
    expect(cache.all('threads', GUILD).map((each) => each.id)).toEqual([id(201)]);
  });

  it('K-05 cascades: the channels of a category stay, outside of it', () => {
    const cache = home({ channels: [channel(102, { type: 4 }), channel(100, { parent_id: id(102) })] });
    send(cache, 'CHANNEL_DELETE', channel(102, { type: 4 }));
    expect(cache.channel(CHANNEL)?.parent_id).toBeNull();
  });

  it('K-07 partial update: absent keeps, null clears', () => {
    const cache = home({ channels: [channel(100, { topic: 'old', nsfw: true })] });
    send(cache, 'CHANNEL_UPDATE', { id: CHANNEL, guild_id: GUILD, topic: null });
    expect(cache.channel(CHANNEL)).toMatchObject({ topic: null, name: 'channel100', shared: { nsfw: true } });
  });
});

describe('a channel that the bot may not see', () => {
  const hidden = channel(100, {
    name: '___hidden___',
    flags: 1 << 17,
    permission_overwrites: [{ id: GUILD, type: 0, allow: '0', deny: '1024' }],
  });

  it('is marked, has no name, and comes alive with the update that reveals it', () => {
    const cache = home({ channels: [hidden] });
    const record = cache.channel(CHANNEL);
    expect([record && isHidden(record), record?.name]).toEqual([true, null]);
    send(cache, 'CHANNEL_UPDATE', channel(100, { topic: 'here' }));
    const revealed = cache.channel(CHANNEL);
    expect([revealed && isHidden(revealed), revealed?.name, revealed?.topic]).toEqual([false, 'channel100', 'here']);
  });

  it('keeps nothing of what was seen before', () => {
    const cache = home({ channels: [channel(100, { topic: 'secret plans', nsfw: true })] });
    send(cache, 'MESSAGE_CREATE', message(300));
    const { removed } = send(cache, 'CHANNEL_UPDATE', hidden);
    expect(cache.channel(CHANNEL)).toMatchObject({ topic: undefined, name: null });
    expect(JSON.stringify(cache.channel(CHANNEL))).not.toContain('nsfw');
    expect(removed.messages).toHaveLength(1);
  });
});

describe('what changes fast of a channel', () => {
  it('is written without a new record, and stands in its payload', () => {
    const cache = home();
    const before = cache.channel(CHANNEL);
    send(cache, 'CHANNEL_PINS_UPDATE', { guild_id: GUILD, channel_id: CHANNEL, last_pin_timestamp: '2026-01-01T00:00:00+00:00' });
    send(cache, 'VOICE_CHANNEL_STATUS_UPDATE', { guild_id: GUILD, id: CHANNEL, status: 'chess' });
    send(cache, 'VOICE_CHANNEL_START_TIME_UPDATE', { guild_id: GUILD, id: CHANNEL, voice_start_time: 5 });
    send(cache, 'MESSAGE_CREATE', message(300));
    expect(cache.channel(CHANNEL)).toBe(before);
    expect(channelData(before!)).toMatchObject({
      last_pin_timestamp: '2026-01-01T00:00:00+00:00',
      status: 'chess',
      voice_start_time: 5,
      last_message_id: id(300),
    });
    send(cache, 'CHANNEL_INFO', { guild_id: GUILD, channels: [{ id: CHANNEL, status: 'go', voice_start_time: null }] });
    expect(channelData(before!)).toMatchObject({ status: 'go', voice_start_time: null });
  });
});

describe('a direct message', () => {
  it('is known from its first message on, and holds who it is with', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(400), guild_id: undefined, author: user(950) }));
    expect([cache.privateChannels().length, cache.user(id(950))?.username]).toEqual([1, 'user950']);
    const { removed } = send(cache, 'CHANNEL_DELETE', { id: id(400), type: 1 });
    expect([removed.users?.map((each) => each.id), removed.messages?.length]).toEqual([[id(950)], 1]);
    expect(cache.user(id(950))).toBeUndefined();
  });
});
