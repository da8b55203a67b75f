import { describe, expect, it } from '@jest/globals';
import { deletedBy, goneIn, keysOf, type EventKeys } from '../../src/collectors/eventKeys.js';

/** The keys that an event has; the others are `undefined`. */
function found(event: string, data: unknown): Partial<EventKeys> {
  return Object.fromEntries(Object.entries(keysOf(event, data)).filter(([, id]) => id !== undefined));
}

describe('the ids of an event', () => {
  it.each<[event: string, data: object, keys: Partial<EventKeys>]>([
    [
      'messageCreate',
      { id: '1', channel_id: '2', guild_id: '3', author: { id: '4' }, member: {} },
      { messageId: '1', channelId: '2', guildId: '3', userId: '4' },
    ],
    ['messageDelete', { id: '1', channel_id: '2' }, { messageId: '1', channelId: '2' }],
    ['messageDeleteBulk', { ids: ['1', '5'], channel_id: '2' }, { channelId: '2' }],
    [
      'messageReactionAdd',
      { message_id: '1', channel_id: '2', guild_id: '3', user_id: '4', member: { user: { id: '4' } } },
      { messageId: '1', channelId: '2', guildId: '3', userId: '4' },
    ],
    [
      'interactionCreate',
      {
        id: '9',
        channel_id: '2',
        guild_id: '3',
        member: { user: { id: '4' } },
        message: { id: '1', author: { id: '8' } },
        data: { custom_id: 'yes' },
      },
      { messageId: '1', channelId: '2', guildId: '3', userId: '4', customId: 'yes' },
    ],
    ['interactionCreate', { id: '9', user: { id: '4' }, data: { custom_id: 'form' } }, { userId: '4', customId: 'form' }],
    ['channelUpdate', { id: '2', guild_id: '3' }, { channelId: '2', guildId: '3' }],
    ['threadMembersUpdate', { id: '2', guild_id: '3' }, { channelId: '2', guildId: '3' }],
    ['guildJoin', { id: '3', owner_id: '4' }, { guildId: '3' }],
    ['guildMemberAdd', { user: { id: '4' }, guild_id: '3' }, { guildId: '3', userId: '4' }],
    ['userUpdate', { id: '4' }, { userId: '4' }],
    ['voiceStateUpdate', { user_id: '4', channel_id: null, guild_id: '3' }, { guildId: '3', userId: '4' }],
    ['guildRoleCreate', { guild_id: '3', role: { id: '7' } }, { guildId: '3' }],
    ['entitlementCreate', { id: '7', user_id: '4' }, { userId: '4' }],
  ])('%s %j', (event, data, keys) => {
    expect(found(event, data)).toEqual(keys);
  });

  it.each([null, undefined, 7, 'text', [], { id: 7, channel_id: {}, member: null, data: 'custom' }])('are none in %j', (data) => {
    expect(found('messageCreate', data)).toEqual({});
  });
});

describe('what an event says is deleted', () => {
  it.each([
    ['messageDelete', { id: '1' }, { kind: 'message', ids: ['1'] }],
    ['messageDeleteBulk', { ids: ['1', '2', 3] }, { kind: 'message', ids: ['1', '2'] }],
    ['channelDelete', { id: '1' }, { kind: 'channel', ids: ['1'] }],
    ['threadDelete', { id: '1' }, { kind: 'thread', ids: ['1'] }],
    ['guildDelete', { id: '1' }, { kind: 'guild', ids: ['1'] }],
    ['guildDelete', { id: '1', unavailable: true }, null],
    ['messageDelete', null, { kind: 'message', ids: [] }],
    ['messageCreate', { id: '1' }, null],
  ])('%s %j', (event, data, gone) => {
    expect(goneIn(event, data)).toEqual(gone);
  });

  it('is known by the name alone', () => {
    expect([deletedBy('threadDelete'), deletedBy('threadUpdate')]).toEqual(['thread', undefined]);
  });
});
