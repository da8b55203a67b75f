import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import type { Message } from '../../../src/structures/message/Message.js';
import { itDoes } from '../deeds.js';
import { home } from '../home.js';
import { readings, untold } from '../readings.js';
import { ALICE, MESSAGE } from '../samples.js';
import { viewWorld } from '../viewWorld.js';

const message = (data: object = MESSAGE): Message => home().views.message(data as never);
const bare = {
  id: '3',
  channel_id: '2',
  content: 'hi',
  author: ALICE,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  type: 0,
  timestamp: '2026-01-02T00:00:00.000Z',
};

describe('a message', () => {
  it('tells every field of its payload', () => {
    expect(untold(message(), MESSAGE)).toEqual([]);
  });

  it('tells what stands in it', () => {
    expect(readings(message())).toMatchObject({
      ...{ author: 'User 8', channel: 'TextChannel 2', guild: 'Guild 1', member: 'Member 8', thread: 'Thread 20', poll: 'Poll ' },
      ...{ attachments: ['MessageAttachment 70'], embeds: ['Embed '], reactions: ['Reaction '], stickerItems: ['StickerItem 90'] },
      ...{ messageSnapshots: ['MessageSnapshot '], mentionRoles: ['5', '78'], mentionEveryone: true, referencedMessage: null },
      ...{ timestamp: '2026-01-02T00:00:00.000Z', editedTimestamp: '2026-01-03T00:00:00.000Z', createdAt: '2015-01-01T00:00:00.000Z' },
      ...{ content: MESSAGE.content, channelId: '2', guildId: '1', id: '30', nonce: 'n', pinned: true, position: 4, tts: false, type: 19 },
      ...{
        activity: { type: 1, partyId: 'p' },
        application: { id: '8', name: 'Game' },
        applicationId: '8',
        webhookId: null,
        channelType: 0,
      },
      ...{ call: { participants: ['9'], endedTimestamp: null }, flags: 41_025, url: 'https://discord.com/channels/1/2/30' },
      ...{ messageReference: { type: 1, messageId: '29', channelId: '2', guildId: '1' }, components: MESSAGE.components },
      mentionChannels: [{ id: '2', guildId: '1', type: 0, name: 'general' }],
      roleSubscriptionData: { roleSubscriptionListingId: '101', tierName: 'Gold', totalMonthsSubscribed: 2, isRenewal: true },
      sharedClientTheme: { colors: ['ff0000'], gradientAngle: 90, baseMix: 50 },
      interactionMetadata: { id: '100', type: 2, user: { id: '9', globalName: 'Alice' } },
      resolved: { users: { 9: { username: 'alice' } } },
      ...{
        isComponentsV2: true,
        isCrossposted: true,
        isEphemeral: true,
        isForward: true,
        isOwn: true,
        isReply: true,
        isVoiceMessage: true,
      },
    });
  });

  it('has nothing where Discord sent nothing', () => {
    expect(readings(message(bare))).toMatchObject({
      ...{
        activity: null,
        application: null,
        applicationId: null,
        call: null,
        interactionMetadata: null,
        messageReference: null,
        nonce: null,
      },
      ...{ poll: null, position: null, resolved: null, roleSubscriptionData: null, sharedClientTheme: null, webhookId: null },
      ...{ components: [], messageSnapshots: [], reactions: [], stickerItems: [], mentionChannels: [], flags: 0 },
      ...{ referencedMessage: undefined, thread: undefined, isOwn: false, isReply: false, isForward: false, isEphemeral: false },
    });
  });

  it('is in a guild where its channel is, and its author is a member of that', () => {
    const { guildId, member } = message(bare);
    expect([guildId, member?.displayName]).toEqual(['1', 'Al']);
  });

  it('can be deleted by its author, and by who manages messages', () => {
    const { apply, views } = home();
    const of = (data: object): boolean => views.message(data as never).deletable;
    const without = [of(MESSAGE), of(bare), of({ ...bare, channel_id: '50' })];
    apply('GUILD_ROLE_UPDATE', { guild_id: '1', role: { id: '5', name: 'Helpers', permissions: '8192', position: 1 } });
    expect([without, of(bare), views.message(bare as never).editable]).toEqual([[true, false, false], true, false]);
  });

  it('has no member where a webhook sent it', () => {
    expect(message({ ...MESSAGE, webhook_id: '110' }).member).toBeUndefined();
  });

  it('is in a channel even where nothing is known of that', () => {
    const unknown = message({ ...bare, channel_id: '77' });
    expect([unknown.channel.id, unknown.channel.type, unknown.guild, unknown.member]).toEqual(['77', undefined, undefined, undefined]);
  });

  it('shows the message that it replies to', () => {
    const reply = message({ ...MESSAGE, referenced_message: bare });
    expect([reply.referencedMessage?.content, reply.referencedMessage?.guildId]).toEqual(['hi', '1']);
  });

  it('shows its payload when it is printed, and nothing of the client', () => {
    expect(inspect(message(), { showHidden: true })).not.toContain('hidden');
    expect(JSON.parse(JSON.stringify(message(bare)))).toEqual(bare);
  });

  it('fetches what it refers to, and says so when that is nothing', async () => {
    const { calls, views } = viewWorld({ answer: () => bare });
    await views.message(MESSAGE as never).fetchReference();
    expect(calls).toEqual([['channels.message', '2', '29']]);
    await expect(views.message(bare as never).fetchReference()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});

describe('a message of which only the ids are known', () => {
  it('has its guild from its channel, a link, and what the cache knows', () => {
    const { apply, views } = home();
    apply('MESSAGE_CREATE', MESSAGE);
    const handle = views.messageHandle({ channelId: '2', id: '30' });
    expect(readings(handle)).toMatchObject({
      ...{ id: '30', channelId: '2', guildId: '1', guild: 'Guild 1', channel: 'TextChannel 2', cached: 'Message 30' },
      url: 'https://discord.com/channels/1/2/30',
    });
    expect(views.messageHandle({ channelId: '50', id: '30' }).url).toBe('https://discord.com/channels/@me/50/30');
  });

  it('is in a guild or not', () => {
    const { views } = home();
    expect(['2', '50'].map((channelId) => views.messageHandle({ channelId, id: '30' }).inGuild())).toEqual([true, false]);
  });

  const reference = { message_id: '3', channel_id: '2', fail_if_not_exists: false };
  const signal = AbortSignal.timeout(60_000);
  const file = new Uint8Array([1]);
  itDoes(({ views }) => views.messageHandle({ channelId: '2', id: '3' }), {
    'is fetched': [(one) => one.fetch(), ['channels.message', '2', '3'], 'Message'],
    'is replied to, also when it is deleted meanwhile': [
      (one) => one.reply('Pong!', { signal }),
      ['channels.createMessage', '2', { content: 'Pong!', message_reference: reference }, { signal }],
      'Message',
    ],
    'is replied to with all that a message can have': [
      (one) => one.reply({ content: 'Pong!', silent: true, files: [file] }),
      ['channels.createMessage', '2', { content: 'Pong!', flags: 4096, message_reference: reference }, { files: [file] }],
      'Message',
    ],
    'is replied to in Discord’s own words, which may name another message': [
      (one) => one.reply({ content: 'Pong!', message_reference: { message_id: '7' } }),
      ['channels.createMessage', '2', { content: 'Pong!', message_reference: { message_id: '7' } }],
      'Message',
    ],
    'is forwarded': [
      (one) => one.forward('15'),
      ['channels.createMessage', '15', { message_reference: { type: 1, message_id: '3', channel_id: '2' } }],
      'Message',
    ],
    'is edited': [(one) => one.edit({ content: 'new' }), ['channels.editMessage', '2', '3', { content: 'new' }], 'Message'],
    'shows no previews': [(one) => one.suppressEmbeds(), ['channels.editMessage', '2', '3', { flags: 4 }], 'Message'],
    'shows previews again': [(one) => one.suppressEmbeds(false), ['channels.editMessage', '2', '3', { flags: 0 }], 'Message'],
    'is deleted': [(one) => one.delete({ reason: 'Spam' }), ['channels.deleteMessage', '2', '3', { reason: 'Spam' }]],
    'is reacted to': [(one) => one.react('👍'), ['channels.createReaction', '2', '3', '👍']],
    'is reacted to with a custom emoji': [(one) => one.react('<a:mm:80>'), ['channels.createReaction', '2', '3', 'mm:80']],
    'loses the bot’s reaction': [(one) => one.removeReaction('👍'), ['channels.deleteOwnReaction', '2', '3', '👍']],
    'loses somebody’s reaction': [(one) => one.removeReaction('👍', ALICE), ['channels.deleteUserReaction', '2', '3', '👍', '9']],
    'loses all reactions': [(one) => one.removeReactions(), ['channels.deleteAllReactions', '2', '3']],
    'loses all reactions with an emoji': [(one) => one.removeReactions('👍'), ['channels.deleteAllReactionsForEmoji', '2', '3', '👍']],
    'tells who reacted': [
      (one) => one.fetchReactionUsers('👍', { limit: 5, type: 1 }),
      ['channels.reactionUsers', '2', '3', '👍', { limit: 5, type: 1 }],
      'User[]',
    ],
    'tells who voted': [(one) => one.fetchPollVoters(1, { after: '5' }), ['polls.answerVoters', '2', '3', 1, { after: '5' }], 'User[]'],
    'has its poll ended': [(one) => one.endPoll(), ['polls.end', '2', '3'], 'Message'],
    'is pinned': [(one) => one.pin({ reason: 'Rules' }), ['channels.pinMessage', '2', '3', { reason: 'Rules' }]],
    'is unpinned': [(one) => one.unpin(), ['channels.unpinMessage', '2', '3']],
    'is published': [(one) => one.crosspost(), ['channels.crosspostMessage', '2', '3'], 'Message'],
    'gets a thread': [
      (one) => one.startThread({ name: 'More', autoArchiveMinutes: 60, slowmodeSeconds: 5 }, { reason: 'Long' }),
      [
        'channels.createThreadFromMessage',
        '2',
        '3',
        { name: 'More', auto_archive_duration: 60, rate_limit_per_user: 5 },
        { reason: 'Long' },
      ],
      'Thread',
    ],
  });
});
