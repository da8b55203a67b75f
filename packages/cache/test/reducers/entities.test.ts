import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import type { GuildResource } from '../../src/records/entities.js';
import { plainData, type PlainRecord } from '../../src/records/plain.js';
import { CHANNEL, GUILD, guild, id, send } from '../payloads.js';

function home(fields: Record<string, unknown> = {}): Cache {
  const cache = new Cache();
  send(cache, 'GUILD_CREATE', guild(fields));
  return cache;
}

const lives: readonly (readonly [string, GuildResource, string])[] = [
  ['AUTO_MODERATION_RULE', 'autoModerationRules', 'id'],
  ['GUILD_SCHEDULED_EVENT', 'scheduledEvents', 'id'],
  ['GUILD_SOUNDBOARD_SOUND', 'soundboardSounds', 'sound_id'],
  ['INTEGRATION', 'integrations', 'id'],
  ['STAGE_INSTANCE', 'stageInstances', 'id'],
];

describe.each(lives)('%s', (event, resource, key) => {
  const sent = { [key]: id(70), guild_id: GUILD, name: 'first', nested: { list: [1, 2] }, nothing: null };

  it('comes, changes and goes, with what was', () => {
    const cache = home();
    send(cache, `${event}_CREATE`, sent);
    expect(plainData(cache.get(resource, GUILD, id(70)) as PlainRecord)).toEqual(sent);
    const update = send(cache, `${event}_UPDATE`, { [key]: id(70), guild_id: GUILD, name: 'second' });
    expect([update.before, update.after].map((record) => plainData(record as PlainRecord))).toEqual([sent, { ...sent, name: 'second' }]);
    expect(plainData(send(cache, `${event}_DELETE`, { [key]: id(70), guild_id: GUILD }).before as PlainRecord)).toEqual({
      ...sent,
      name: 'second',
    });
    expect(cache.count(resource, GUILD)).toBe(0);
  });

  it('K-04 late update after delete: brings nothing back', () => {
    const cache = home();
    send(cache, `${event}_CREATE`, sent);
    send(cache, `${event}_DELETE`, sent);
    expect([send(cache, `${event}_UPDATE`, sent).outcome, send(cache, `${event}_CREATE`, sent).outcome]).toEqual(['ignored', 'ignored']);
    expect(send(cache, `${event}_DELETE`, { guild_id: GUILD }).outcome).toBe('ignored');
  });
});

describe('lists that come whole', () => {
  it.each([
    ['GUILD_EMOJIS_UPDATE', 'emojis', 'emojis', 'id'],
    ['GUILD_STICKERS_UPDATE', 'stickers', 'stickers', 'id'],
    ['SOUNDBOARD_SOUNDS', 'soundboardSounds', 'soundboard_sounds', 'sound_id'],
  ] as const)('%s replaces what was', (event, resource, list, key) => {
    const cache = home({ [list]: [60, 61].map((n) => ({ [key]: id(n), name: 'old' })) });
    const change = send(cache, event, { guild_id: GUILD, [list]: [{ [key]: id(61), name: 'new' }] });
    expect((change.before as readonly PlainRecord[]).map((record) => record.id)).toEqual([id(60), id(61)]);
    expect(cache.all(resource, GUILD).map(plainData)).toEqual([{ [key]: id(61), name: 'new' }]);
    expect(send(cache, event, { guild_id: GUILD }).outcome).toBe('ignored');
  });
});

describe('sounds, interest and invites', () => {
  it('of several sounds only those that are named change', () => {
    const cache = home({ soundboard_sounds: [60, 61].map((n) => ({ sound_id: id(n), name: 'old' })) });
    send(cache, 'GUILD_SOUNDBOARD_SOUNDS_UPDATE', {
      guild_id: GUILD,
      soundboard_sounds: [{ sound_id: id(61), name: 'new' }, { sound_id: id(99) }],
    });
    expect(cache.all('soundboardSounds', GUILD).map((record) => plainData(record)['name'])).toEqual(['old', 'new']);
  });

  it('interest is counted where Discord has counted before', () => {
    const cache = home({ guild_scheduled_events: [{ id: id(64), user_count: 1 }, { id: id(65) }] });
    const interest = (n: number): Record<string, unknown> => ({ guild_id: GUILD, guild_scheduled_event_id: id(n), user_id: id(901) });
    send(cache, 'GUILD_SCHEDULED_EVENT_USER_ADD', interest(64));
    send(cache, 'GUILD_SCHEDULED_EVENT_USER_ADD', interest(65));
    expect(cache.all('scheduledEvents', GUILD).map((record) => plainData(record)['user_count'])).toEqual([2, undefined]);
    for (let n = 0; n < 3; n += 1) send(cache, 'GUILD_SCHEDULED_EVENT_USER_REMOVE', interest(64));
    expect(plainData(cache.get('scheduledEvents', GUILD, id(64))!)['user_count']).toBe(0);
    expect(send(cache, 'GUILD_SCHEDULED_EVENT_USER_ADD', interest(66)).outcome).toBe('ignored');
  });

  it('invites go by their code', () => {
    const cache = home();
    send(cache, 'INVITE_CREATE', { guild_id: GUILD, channel_id: CHANNEL, code: 'abc', max_uses: 1 });
    expect(cache.get('invites', GUILD, 'abc')).toBeDefined();
    send(cache, 'INVITE_DELETE', { guild_id: GUILD, channel_id: CHANNEL, code: 'abc' });
    expect(cache.get('invites', GUILD, 'abc')).toBeUndefined();
  });
});
