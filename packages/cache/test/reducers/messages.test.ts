import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { messageData } from '../../src/records/message.js';
import { CHANNEL, GUILD, guild, id, member, message, ready, send, user } from '../payloads.js';

function home(): Cache {
  const cache = new Cache();
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

describe('messages', () => {
  it('come, change and go, with what was', () => {
    const cache = home();
    const { user: _user, ...partial } = member(901);
    const sent = message(300, { member: partial });
    send(cache, 'MESSAGE_CREATE', sent);
    expect(messageData(cache.message(CHANNEL, id(300))!)).toEqual(sent);
    const edit = cache.apply(
      { t: 'MESSAGE_UPDATE', d: { ...sent, content: 'edited', edited_timestamp: '2026-01-01T00:01:00+00:00' } },
      { shardId: 0 },
    );
    expect([edit.before?.content, edit.after?.content]).toEqual(['message 300', 'edited']);
    expect(
      cache.apply({ t: 'MESSAGE_DELETE', d: { id: id(300), channel_id: CHANNEL, guild_id: GUILD } }, { shardId: 0 }).before?.content,
    ).toBe('edited');
    expect(cache.messages(CHANNEL)).toEqual([]);
  });

  it('share what they say of their author with the user that the cache has', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300));
    expect(cache.message(CHANNEL, id(300))?.author?.own).toBe(cache.user(id(901))?.own);
    expect(cache.message(CHANNEL, id(300))?.author?.shared).toBe(cache.user(id(901))?.shared);
  });

  it('of a webhook tell nothing about a user', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300, { webhook_id: id(901), author: { id: id(901), username: 'Captain Hook', avatar: null } }));
    expect([cache.user(id(901))?.username, cache.message(CHANNEL, id(300))?.author?.username]).toEqual(['user901', 'Captain Hook']);
  });

  it('K-07 partial update: absent keeps, null clears', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300, { components: [{ type: 1 }], flags: 4 }));
    send(cache, 'MESSAGE_UPDATE', { id: id(300), channel_id: CHANNEL, guild_id: GUILD, flags: null, embeds: [{ title: 'a link' }] });
    expect(messageData(cache.message(CHANNEL, id(300))!)).toEqual(
      message(300, { components: [{ type: 1 }], flags: null, embeds: [{ title: 'a link' }] }),
    );
  });

  it('K-04 late create and update after delete: bring nothing back', () => {
    const cache = home();
    send(cache, 'MESSAGE_DELETE', { id: id(300), channel_id: CHANNEL, guild_id: GUILD });
    expect(send(cache, 'MESSAGE_CREATE', message(300)).outcome).toBe('ignored');
    expect(send(cache, 'MESSAGE_UPDATE', message(300)).outcome).toBe('ignored');
  });

  it('go in bulk, and the change carries those that were known', () => {
    const cache = home();
    for (const n of [300, 301, 302]) send(cache, 'MESSAGE_CREATE', message(n));
    const change = cache.apply(
      { t: 'MESSAGE_DELETE_BULK', d: { ids: [id(300), id(302), id(399)], channel_id: CHANNEL, guild_id: GUILD } },
      { shardId: 0 },
    );
    expect(change.before?.map((each) => each.id)).toEqual([id(300), id(302)]);
    expect(cache.messages(CHANNEL).map((each) => each.id)).toEqual([id(301)]);
  });

  it('tell what their author is called now', () => {
    const cache = home();
    expect(send(cache, 'MESSAGE_UPDATE', message(399, { author: user(901, { username: 'renamed' }) })).user?.after.username).toBe(
      'renamed',
    );
  });

  it('K-03 before their channel: wait for it', () => {
    const cache = home();
    expect(send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(200) })).outcome).toBe('parked');
    send(cache, 'MESSAGE_UPDATE', message(300, { channel_id: id(200), content: 'edited' }));
    send(cache, 'THREAD_CREATE', { id: id(200), guild_id: GUILD, type: 11, parent_id: CHANNEL });
    expect(cache.message(id(200), id(300))?.content).toBe('edited');
  });

  it('do not wait for a channel that the policy does not keep', () => {
    const cache = new Cache({ policy: { channels: false } });
    send(cache, 'GUILD_CREATE', guild());
    expect(send(cache, 'MESSAGE_CREATE', message(300)).outcome).toBe('applied');
    expect(cache.message(CHANNEL, id(300))?.content).toBe('message 300');
    send(cache, 'MESSAGE_DELETE', { id: id(300), channel_id: CHANNEL, guild_id: GUILD });
    expect(cache.messages(CHANNEL)).toEqual([]);
  });
});
