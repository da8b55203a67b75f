import { describe, expect, it } from '@jest/globals';
import { serialKeyOf } from '../../src/handlers/serialKey.js';

const IN_CHANNEL = { guild_id: 'g', channel_id: 'c', id: 'x' };

describe('the place of an event', () => {
  it.each<[type: string, data: unknown, guild: string | null, channel: string | null]>([
    ['MESSAGE_CREATE', IN_CHANNEL, 'g', 'c'],
    ['MESSAGE_CREATE', { channel_id: 'c', id: 'x' }, 'c', 'c'],
    ['INTERACTION_CREATE', IN_CHANNEL, 'g', 'c'],
    ['GUILD_CREATE', { id: 'g' }, 'g', 'g'],
    ['GUILD_MEMBER_ADD', { guild_id: 'g', user: { id: 'u' } }, 'g', 'g'],
    ['CHANNEL_DELETE', { guild_id: 'g', id: 'c' }, 'g', 'c'],
    ['THREAD_MEMBERS_UPDATE', { guild_id: 'g', id: 'c' }, 'g', 'c'],
    ['VOICE_CHANNEL_STATUS_UPDATE', { guild_id: 'g', id: 'c' }, 'g', 'c'],
    ['VOICE_STATE_UPDATE', { ...IN_CHANNEL, user_id: 'u' }, 'g', 'g'],
    ['VOICE_STATE_UPDATE', { guild_id: 'g', channel_id: null, user_id: 'u' }, 'g', 'g'],
    ['GUILD_SCHEDULED_EVENT_UPDATE', IN_CHANNEL, 'g', 'g'],
    ['USER_UPDATE', { id: 'u' }, null, null],
    ['SOMETHING_NEW', { guild_id: 7, channel_id: ['c'] }, null, null],
    ['SOMETHING_NEW', null, null, null],
    ['SOMETHING_NEW', 'text', null, null],
  ])('of %s %j is guild %s and channel %s', (type, data, guild, channel) => {
    expect([serialKeyOf('guild', type, data), serialKeyOf('channel', type, data)]).toEqual([guild, channel]);
  });
});
