import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import type { DispatchEventName } from '@aplomb/gateway';
import { beforeOf, viewOf } from '../../../src/structures/events/dispatchViews.js';
import type { ReactionAdd } from '../../../src/structures/events/ReactionAdd.js';
import { answeringHome } from '../deeds.js';
import { home } from '../home.js';
import { readings } from '../readings.js';
import { BOT, CHANNELS, MESSAGE, THREAD } from '../samples.js';
import { EVENT_SAMPLES } from './samples.js';

const PLACE = { channel_id: '2', guild_id: '1' };
const EMOJI = { id: '80', name: 'mm', animated: true };
const reaction = EVENT_SAMPLES.MESSAGE_REACTION_REMOVE;
const place = { channel: 'TextChannel 2', channelId: '2', guild: 'Guild 1', guildId: '1' };
const who = { isOwn: false, member: 'Member 9', user: 'User 9', userId: '9' };
const message = { message: 'Message 30', messageId: '30' };
const guild = { guild: 'Guild 1', guildId: '1' };

/** The class of the view of each event's sample, and what it tells. */
const EVENTS: readonly (readonly [event: DispatchEventName, name: string, tells: object])[] = [
  ['MESSAGE_DELETE', 'MessageDeletion', { ...place, id: '30' }],
  ['MESSAGE_DELETE_BULK', 'BulkMessageDeletion', { ...place, ids: ['30', '31'] }],
  [
    'MESSAGE_REACTION_ADD',
    'ReactionAdd',
    {
      ...{ ...place, ...who, ...message, emoji: EMOJI, burst: true, type: 1 },
      ...{ messageAuthorId: '8', messageAuthor: 'User 8', burstColors: ['#ff0000'] },
    },
  ],
  ['MESSAGE_REACTION_REMOVE', 'ReactionRemove', { ...place, ...who, ...message, emoji: EMOJI, burst: true, type: 1 }],
  ['MESSAGE_REACTION_REMOVE_ALL', 'ReactionsClear', { ...place, ...message }],
  ['MESSAGE_REACTION_REMOVE_EMOJI', 'ReactionEmojiClear', { ...place, ...message, emoji: EMOJI }],
  ['MESSAGE_POLL_VOTE_ADD', 'PollVote', { ...place, ...who, ...message, answerId: 1, answer: { id: 1, text: 'Yes' } }],
  ['MESSAGE_POLL_VOTE_REMOVE', 'PollVote', { ...place, ...who, ...message, answerId: 1 }],
  ['CHANNEL_PINS_UPDATE', 'PinsUpdate', { ...place, lastPinTimestamp: '2026-01-01T00:00:00.000Z' }],
  ['TYPING_START', 'TypingStart', { ...place, ...who, timestamp: '2026-01-01T00:00:00.000Z' }],
  ['WEBHOOKS_UPDATE', 'WebhooksUpdate', place],
  [
    'VOICE_CHANNEL_EFFECT_SEND',
    'VoiceEffect',
    { ...who, channel: 'VoiceChannel 12', emoji: EMOJI, animationType: 0, animationId: 3, soundId: '7', soundVolume: 0.5 },
  ],
  ['VOICE_CHANNEL_STATUS_UPDATE', 'VoiceStatusUpdate', { ...guild, id: '12', channel: 'VoiceChannel 12', status: 'Chess' }],
  [
    'VOICE_CHANNEL_START_TIME_UPDATE',
    'VoiceStartTimeUpdate',
    { ...guild, id: '77', channel: 'ChannelHandle 77', voiceStartTime: '2026-01-01T00:00:00.000Z' },
  ],
  ['THREAD_DELETE', 'ThreadDeletion', { ...guild, id: '20', parentId: '16', parent: 'ForumChannel 16', type: 11 }],
  ['THREAD_LIST_SYNC', 'ThreadListSync', { ...guild, channelIds: ['16'], threads: ['Thread 20'], members: ['ThreadMember 20'] }],
  [
    'THREAD_MEMBERS_UPDATE',
    'ThreadMembersUpdate',
    { ...guild, id: '20', thread: 'Thread 20', memberCount: 3, addedMembers: ['ThreadMember 20'], removedMemberIds: ['10'] },
  ],
  ['THREAD_MEMBER_UPDATE', 'ThreadMember', { id: '20', userId: '8', thread: 'Thread 20', member: 'Member 8' }],
  ['THREAD_CREATE', 'Thread', { id: '20', newlyCreated: true, parent: 'ForumChannel 16' }],
  ['THREAD_UPDATE', 'Thread', { id: '20' }],
  ['CHANNEL_CREATE', 'TextChannel', { id: '2', name: 'general' }],
  ['CHANNEL_UPDATE', 'MediaChannel', { id: '17', name: 'photos' }],
  ['CHANNEL_DELETE', 'CategoryChannel', { id: '4', name: 'Rooms' }],
  [
    'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
    'CommandPermissionsUpdate',
    { ...guild, id: '60', applicationId: '8', isForAllCommands: false, permissions: [{ id: '5', type: 1, permission: true }] },
  ],
  [
    'AUTO_MODERATION_ACTION_EXECUTION',
    'AutoModExecution',
    {
      ...{ ...guild, action: { type: 2, metadata: { channelId: '2' } }, ruleId: '900', ruleTriggerType: 4, userId: '9', user: 'User 9' },
      ...{ member: 'Member 9', channelId: '2', messageId: '30', alertSystemMessageId: '31', content: 'a duck' },
      ...{ matchedKeyword: 'duck', matchedContent: 'duck' },
    },
  ],
  [
    'CHANNEL_INFO',
    'ChannelInfo',
    {
      ...guild,
      channels: [
        { id: '12', status: 'Chess', voiceStartTime: '2026-01-01T00:00:00.000Z' },
        { id: '13', status: null, voiceStartTime: null },
        { id: '14', status: undefined, voiceStartTime: undefined },
      ],
    },
  ],
  ['GUILD_INTEGRATIONS_UPDATE', 'GuildIntegrationsUpdate', { guild: undefined, guildId: '100' }],
  [
    'GUILD_MEMBERS_CHUNK',
    'MembersChunk',
    {
      ...{ ...guild, members: ['Member 9', 'Member 10', 'Member 8'], chunkIndex: 1, chunkCount: 2, notFound: ['99'], nonce: 'n' },
      presences: [{ user: { id: '9' }, status: 'idle' }],
    },
  ],
  ['RATE_LIMITED', 'RateLimited', { opcode: 8, retryAfterMs: 1_500, meta: { guildId: '1', nonce: 'n' } }],
  [
    'READY',
    'Ready',
    {
      ...{ user: 'User 8', applicationId: '8', guildIds: ['1'], sessionId: 's', resumeGatewayUrl: 'wss://gateway.example' },
      ...{ shard: [0, 2], version: 10 },
    },
  ],
  ['VOICE_SERVER_UPDATE', 'VoiceServerUpdate', { guildId: '100', endpoint: 'voice.example:443', token: 'secret-of-the-voice' }],
];

/** The view of an event, at a home that knows message 30. */
function viewAt(t: string, d: object) {
  const { apply, views } = home();
  apply('MESSAGE_CREATE', MESSAGE);
  return viewOf({ t, d }, views);
}

describe('the view of an event', () => {
  it.each(EVENTS)('%s knows what it is about', (event, name, tells) => {
    const view = viewAt(event, EVENT_SAMPLES[event]);
    expect([view.constructor.name, readings(view)]).toMatchObject([name, tells]);
  });

  it('has handles for what the cache does not know, and no member without a guild', () => {
    const view = viewAt('MESSAGE_REACTION_ADD', { ...reaction, guild_id: undefined, channel_id: '50', message_id: '33', user_id: '77' });
    expect(readings(view)).toMatchObject({
      ...{ channel: 'ChannelHandle 50', guild: undefined, message: 'MessageHandle 33', user: 'UserHandle 77', member: undefined },
      ...{ messageAuthor: null, messageAuthorId: null, burstColors: [] },
    });
  });

  it('has nothing where Discord sent nothing', () => {
    expect(readings(viewAt('CHANNEL_PINS_UPDATE', PLACE))).toMatchObject({ lastPinTimestamp: null });
    expect(readings(viewAt('VOICE_CHANNEL_START_TIME_UPDATE', { id: '12', guild_id: '1', voice_start_time: null }))).toMatchObject({
      voiceStartTime: null,
    });
    expect(readings(viewAt('INTEGRATION_DELETE', { id: '1000', guild_id: '1' }))).toMatchObject({ applicationId: null });
    expect(readings(viewAt('THREAD_DELETE', { id: '20', guild_id: '1', parent_id: '77' }))).toMatchObject({ parent: 'ChannelHandle 77' });
    const effect = viewAt('VOICE_CHANNEL_EFFECT_SEND', { ...PLACE, user_id: '9' });
    expect(readings(effect)).toMatchObject({ animationId: null, animationType: null, emoji: null, soundId: null, soundVolume: null });
    expect(readings(viewAt('THREAD_MEMBERS_UPDATE', { id: '77', guild_id: '1', member_count: 0 }))).toMatchObject({
      ...{ addedMembers: [], removedMemberIds: [], thread: 'ChannelHandle 77' },
    });
    expect(readings(viewAt('GUILD_MEMBERS_CHUNK', { guild_id: '1', members: [] }))).toMatchObject({
      ...{ notFound: [], presences: [], nonce: undefined },
    });
    expect(readings(viewAt('THREAD_LIST_SYNC', { guild_id: '1', threads: [], members: [] }))).toMatchObject({ channelIds: null });
    expect(readings(viewAt('MESSAGE_POLL_VOTE_ADD', { ...PLACE, message_id: '33', user_id: '9', answer_id: 1 }))).toMatchObject({
      answer: undefined,
    });
  });
});

describe('the permissions of commands', () => {
  it('are of all commands where they have the id of the application', () => {
    const update = viewAt('APPLICATION_COMMAND_PERMISSIONS_UPDATE', { id: '8', application_id: '8', guild_id: '1', permissions: [] });
    expect(readings(update)).toMatchObject({ isForAllCommands: true });
  });
});

describe('a voice server', () => {
  it('does not print its token', () => {
    const update = viewAt('VOICE_SERVER_UPDATE', EVENT_SAMPLES.VOICE_SERVER_UPDATE);
    const logged = [inspect(update, { depth: 9 }), inspect({ update }), JSON.stringify(update)].join();
    expect(logged).not.toContain('secret-of-the-voice');
    expect(logged).toContain('voice.example:443');
  });
});

describe('a reaction', () => {
  it.each([
    ['of somebody', '9', ['channels.deleteUserReaction', '2', '30', 'mm:80', '9']],
    ['of the bot', BOT.id, ['channels.deleteOwnReaction', '2', '30', 'mm:80']],
  ])('%s is taken away', async (_, user_id, call) => {
    const { calls, views } = answeringHome();
    await (viewOf({ t: 'MESSAGE_REACTION_ADD', d: { ...reaction, user_id } }, views) as ReactionAdd).remove();
    expect(calls).toEqual([call]);
  });
});

describe('what was before', () => {
  it.each([
    ['CHANNEL_UPDATE', { ...CHANNELS[0], name: 'lobby' }, 'TextChannel', { name: 'general', parent: 'CategoryChannel 4' }],
    ['CHANNEL_DELETE', CHANNELS[15], 'ForumChannel', { name: 'help', threads: ['Thread 20'] }],
    ['THREAD_UPDATE', { ...THREAD, name: 'Why?' }, 'Thread', { name: 'How?' }],
    ['THREAD_DELETE', { id: '20', guild_id: '1', parent_id: '16', type: 11 }, 'Thread', { name: 'How?' }],
    ['MESSAGE_UPDATE', { ...MESSAGE, content: 'new' }, 'Message', { content: MESSAGE.content }],
    ['MESSAGE_DELETE', { ...PLACE, id: '30' }, 'Message', { content: MESSAGE.content, channel: 'TextChannel 2' }],
  ] as const)('%s is what the cache knew', (t, d, name, tells) => {
    const { apply, views } = home();
    apply('MESSAGE_CREATE', MESSAGE);
    const before = beforeOf({ t, d }, apply(t, d), views)!;
    expect([before.constructor.name, readings(before)]).toMatchObject([name, tells]);
  });

  it('of messages that were deleted at once are those that the cache knew', () => {
    const { apply, views } = home();
    apply('MESSAGE_CREATE', MESSAGE);
    const deleted = { t: 'MESSAGE_DELETE_BULK', d: EVENT_SAMPLES.MESSAGE_DELETE_BULK };
    expect(beforeOf(deleted, apply(deleted.t, deleted.d), views)).toMatchObject([{ id: '30', content: MESSAGE.content }]);
  });
});
