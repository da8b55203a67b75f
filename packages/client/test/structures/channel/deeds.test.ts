import { describe, expect, it } from '@jest/globals';
import type { AnyChannel } from '../../../src/structures/channel/AnyChannel.js';
import type { CategoryChannel } from '../../../src/structures/channel/CategoryChannel.js';
import type { ForumChannel } from '../../../src/structures/channel/ForumChannel.js';
import type { GroupDirectMessage } from '../../../src/structures/channel/GroupDirectMessage.js';
import type { StageChannel } from '../../../src/structures/channel/StageChannel.js';
import type { TextChannel } from '../../../src/structures/channel/TextChannel.js';
import type { Thread } from '../../../src/structures/channel/Thread.js';
import type { VoiceChannel } from '../../../src/structures/channel/VoiceChannel.js';
import { answeringHome, itDoes } from '../deeds.js';
import { home } from '../home.js';
import { ALICE, CHANNELS, GROUP } from '../samples.js';

const WHY = { reason: 'Tidy' };

describe('any channel', () => {
  itDoes(({ views }) => views.channelHandle('2'), {
    'is fetched': [(one) => one.fetch({ timeoutMs: 5 }), ['channels.get', '2', { timeoutMs: 5 }], 'TextChannel'],
    'is edited in our words': [
      (one) => one.edit({ rateLimitPerUser: 5, parentId: null }, WHY),
      ['channels.edit', '2', { rate_limit_per_user: 5, parent_id: null }, WHY],
      'TextChannel',
    ],
    'is edited in Discord’s': [
      (one) => one.edit({ rate_limit_per_user: 5 }),
      ['channels.edit', '2', { rate_limit_per_user: 5 }],
      'TextChannel',
    ],
    'is renamed': [(one) => one.setName('new'), ['channels.edit', '2', { name: 'new' }], 'TextChannel'],
    'is deleted': [(one) => one.delete(WHY), ['channels.delete', '2', WHY]],
  });
});

describe('a channel in which messages are sent', () => {
  const file = new Uint8Array([1]);
  itDoes(({ views }) => views.channelHandle('2'), {
    'gets a text': [(one) => one.send('hi'), ['channels.createMessage', '2', { content: 'hi' }], 'Message'],
    'gets options and files': [
      (one) => one.send({ content: 'hi', silent: true }, { files: [file] }),
      ['channels.createMessage', '2', { content: 'hi', flags: 4096 }, { files: [file] }],
      'Message',
    ],
    'shows typing': [(one) => one.sendTyping(), ['channels.typing', '2']],
    'gives a message': [(one) => one.fetchMessage('3'), ['channels.message', '2', '3'], 'Message'],
    'gives its messages': [(one) => one.fetchMessages({ limit: 3 }), ['channels.messages', '2', { limit: 3 }], 'Message[]'],
    'gives its pins': [(one) => one.fetchPins({ limit: 3 }), ['channels.pins', '2', { limit: 3 }], 'Object[]'],
    'loses many messages': [
      (one) => one.bulkDelete(['3', { id: '4' }], WHY),
      ['channels.bulkDeleteMessages', '2', { messages: ['3', '4'] }, WHY],
    ],
  });

  it('gives messages with the guild that they are in', async () => {
    const { views } = answeringHome();
    const [message] = await views.channelHandle('2').fetchMessages();
    const [pin] = await views.channelHandle('2').fetchPins();
    expect([message?.guildId, pin?.message.guildId, pin?.pinnedAt]).toEqual(['1', '1', new Date('2026-01-01T00:00:00.000Z')]);
  });

  it('wants ids that are ids, in bodies and queries too', async () => {
    const { calls, views } = answeringHome();
    const [channel, webhook] = [views.channelHandle('2'), views.webhookHandle({ id: '110', token: 'secret' })];
    const wrong: readonly (() => Promise<unknown>)[] = [
      () => channel.bulkDelete(['3', 'general']),
      () => channel.setParent('general'),
      () => channel.follow('general'),
      () => channel.setAppliedTags(['general']),
      () => channel.createPost({ name: 'a', message: 'b', appliedTags: ['general'] }),
      () => channel.message('3').forward('general'),
      () => webhook.send('hi', { threadId: 'general' }),
      () => webhook.send('hi', { appliedTags: ['general'] }),
    ];
    for (const act of wrong)
      await expect(act()).rejects.toMatchObject({ code: 'INVALID_OPTION', message: expect.stringContaining('general') as unknown });
    expect(calls).toEqual([]);
  });

  it('wants a list of messages to delete', async () => {
    await expect(
      home()
        .views.channelHandle('2')
        .bulkDelete(7 as never),
    ).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});

describe('a channel of a guild', () => {
  itDoes(({ views }) => views.cachedChannel('2') as TextChannel, {
    'gets a topic': [(one) => one.setTopic('t', WHY), ['channels.edit', '2', { topic: 't' }, WHY], 'TextChannel'],
    'gets a slowmode': [(one) => one.setSlowmode(5), ['channels.edit', '2', { rate_limit_per_user: 5 }], 'TextChannel'],
    'is moved': [(one) => one.setPosition(3), ['channels.edit', '2', { position: 3 }], 'TextChannel'],
    'is put into a category': [(one) => one.setParent({ id: '4' }), ['channels.edit', '2', { parent_id: '4' }], 'TextChannel'],
    'is taken out of its category': [(one) => one.setParent(null), ['channels.edit', '2', { parent_id: null }], 'TextChannel'],
    'is for adults': [(one) => one.setNsfw(), ['channels.edit', '2', { nsfw: true }], 'TextChannel'],
    'is invited to': [(one) => one.createInvite({ maxAge: 60 }, WHY), ['channels.createInvite', '2', { max_age: 60 }, WHY], 'Invite'],
    'tells its invites': [(one) => one.fetchInvites(), ['channels.invites', '2'], 'Invite[]'],
    'gets a webhook': [
      (one) => one.createWebhook({ name: 'Crier', avatar: null }, WHY),
      ['webhooks.create', '2', { name: 'Crier', avatar: null }, WHY],
      'Webhook',
    ],
    'tells its webhooks': [(one) => one.fetchWebhooks(), ['webhooks.channelWebhooks', '2'], 'Webhook[]'],
    'allows a role': [
      (one) => one.setOverwrite({ roleId: '5' }, { allow: ['SEND_MESSAGES'], deny: 'VIEW_CHANNEL' }, WHY),
      ['channels.setPermission', '2', '5', { type: 0, allow: '2048', deny: '1024' }, WHY],
    ],
    'denies a member': [
      (one) => one.setOverwrite({ userId: '9' }, { deny: ['SEND_MESSAGES'] }),
      ['channels.setPermission', '2', '9', { type: 1, allow: '0', deny: '2048' }],
    ],
    'forgets what was set': [(one) => one.deleteOverwrite({ roleId: '5' }, WHY), ['channels.deletePermission', '2', '5', WHY]],
    'forgets what was set by its id': [(one) => one.deleteOverwrite('9'), ['channels.deletePermission', '2', '9']],
    'takes over the permissions of its category': [
      (one) => one.syncPermissions(),
      ['channels.edit', '2', { permission_overwrites: [] }],
      'TextChannel',
    ],
    'is made again': [
      (one) => one.clone({ name: 'copy', parentId: null }, WHY),
      [
        'guilds.createChannel',
        '1',
        {
          ...{ type: 0, name: 'copy', position: 1, topic: 'Anything', nsfw: false, parent_id: null, permission_overwrites: [] },
          ...{ rate_limit_per_user: 5, default_auto_archive_duration: 1440, default_thread_rate_limit_per_user: 10 },
        },
        WHY,
      ],
      'TextChannel',
    ],
    'gets a public thread': [
      (one) => one.createThread({ name: 'More', autoArchiveMinutes: 60 }, WHY),
      ['channels.createThread', '2', { name: 'More', auto_archive_duration: 60, type: 11 }, WHY],
      'Thread',
    ],
    'gets a private thread': [
      (one) => one.createThread({ name: 'More', isPrivate: true, invitable: false }),
      ['channels.createThread', '2', { name: 'More', invitable: false, type: 12 }],
      'Thread',
    ],
    'tells its archived threads': [
      (one) => one.fetchArchivedThreads({ before: new Date(0), limit: 5 }),
      ['channels.publicArchivedThreads', '2', { before: '1970-01-01T00:00:00.000Z', limit: 5 }],
      'Thread[]',
    ],
    'tells its archived private threads': [
      (one) => one.fetchArchivedThreads({ isPrivate: true }),
      ['channels.privateArchivedThreads', '2', {}],
      'Thread[]',
    ],
    'tells those of them that the bot is in': [
      (one) => one.fetchArchivedThreads({ isJoined: true, before: '20' }),
      ['channels.joinedPrivateArchivedThreads', '2', { before: '20' }],
      'Thread[]',
    ],
  });

  it('tells what somebody may do in it', () => {
    const { apply, views } = home();
    apply('CHANNEL_UPDATE', { ...CHANNELS[0], permission_overwrites: [{ id: '5', type: 0, allow: '0', deny: '2048' }] });
    const channel = views.channelHandle('2');
    expect([channel.permissionsFor('10').toArray(), channel.permissionsFor({ userId: '8' }).has('VIEW_CHANNEL')]).toEqual([
      ['VIEW_CHANNEL'],
      true,
    ]);
  });

  it('changes what was set, and leaves the rest', async () => {
    const { apply, calls, views } = answeringHome();
    apply('CHANNEL_UPDATE', { ...CHANNELS[0], permission_overwrites: [{ id: '5', type: 0, allow: '1024', deny: '2048' }] });
    const channel = views.cachedChannel('2') as TextChannel;
    await channel.editOverwrite({ roleId: '5' }, { allow: ['SEND_MESSAGES'], clear: ['VIEW_CHANNEL'], deny: ['ADD_REACTIONS'] });
    await channel.editOverwrite({ roleId: '1' }, { deny: ['VIEW_CHANNEL'] });
    expect(calls).toEqual([
      ['channels.setPermission', '2', '5', { type: 0, allow: '2048', deny: '64' }],
      ['channels.setPermission', '2', '1', { type: 0, allow: '0', deny: '1024' }],
    ]);
    expect([channel.isSynced, channel.permissionOverwrites[0]?.kind]).toEqual([false, 'role']);
  });

  it('refuses to allow and deny the same', async () => {
    const both = home()
      .views.channelHandle('2')
      .setOverwrite({ roleId: '5' }, { allow: ['SEND_MESSAGES'], deny: ['SEND_MESSAGES'] });
    await expect(both).rejects.toMatchObject({ code: 'INVALID_PERMISSIONS', message: expect.stringContaining('SEND_MESSAGES') as unknown });
  });

  it('refuses a thread without a name', async () => {
    await expect(
      home()
        .views.channelHandle('2')
        .createThread({} as never),
    ).rejects.toMatchObject({ code: 'INVALID_BODY' });
  });
});

describe('a channel that is published', () => {
  itDoes(({ views }) => views.cachedChannel('15') as Extract<AnyChannel, { readonly type: 5 }>, {
    'is followed': [(one) => one.follow('2', WHY), ['channels.follow', '15', { webhook_channel_id: '2' }, WHY], 'undefined'],
    'has threads of its own kind': [
      (one) => one.createThread({ name: 'a' }),
      ['channels.createThread', '15', { name: 'a', type: 10 }],
      'Thread',
    ],
  });
});

describe('a channel in which people talk', () => {
  itDoes(({ views }) => views.cachedChannel('12') as VoiceChannel, {
    'gets a status': [(one) => one.setStatus('Chess', WHY), ['channels.setVoiceStatus', '12', { status: 'Chess' }, WHY]],
    'gets a region': [(one) => one.setRtcRegion(null), ['channels.edit', '12', { rtc_region: null }], 'TextChannel'],
    'gets a limit of people': [(one) => one.setUserLimit(5), ['channels.edit', '12', { user_limit: 5 }], 'TextChannel'],
    'gets a bitrate': [(one) => one.setBitrate(8_000), ['channels.edit', '12', { bitrate: 8_000 }], 'TextChannel'],
  });
});

describe('a stage', () => {
  itDoes(({ views }) => views.cachedChannel('13') as StageChannel, {
    'is opened': [
      (one) => one.startStage({ topic: 'Talk' }, WHY),
      ['stageInstances.create', { topic: 'Talk', channel_id: '13' }, WHY],
      'StageInstance',
    ],
    'is fetched': [(one) => one.fetchStage(), ['stageInstances.get', '13'], 'StageInstance'],
    'is closed': [(one) => one.endStage(WHY), ['stageInstances.delete', '13', WHY]],
  });
});

describe('a forum', () => {
  const file = new Uint8Array([1]);
  itDoes(({ views }) => views.cachedChannel('16') as ForumChannel, {
    'gets a post': [
      (one) => one.createPost({ name: 'How?', appliedTags: ['61'], message: { content: 'So', files: [file] } }, WHY),
      ['channels.createForumPost', '16', { name: 'How?', applied_tags: ['61'], message: { content: 'So' } }, { ...WHY, files: [file] }],
      'Thread',
    ],
    'gets tags': [
      (one) => one.setAvailableTags([{ id: '61', name: 'Done', emojiName: '✅' }, { name: 'New' }]),
      ['channels.edit', '16', { available_tags: [{ id: '61', name: 'Done', emoji_name: '✅' }, { name: 'New' }] }],
      'TextChannel',
    ],
    'is made again with tags of its own': [
      (one) => one.clone(),
      [
        'guilds.createChannel',
        '1',
        expect.objectContaining({
          type: 15,
          available_tags: [{ name: 'Solved', moderated: true, emoji_id: null, emoji_name: '✅' }],
        }) as object,
      ],
      'TextChannel',
    ],
  });
});

describe('a thread', () => {
  itDoes(({ views }) => views.cachedChannel('20') as Thread, {
    'is joined': [(one) => one.join(), ['channels.joinThread', '20']],
    'is left': [(one) => one.leave(), ['channels.leaveThread', '20']],
    'gets a member': [(one) => one.addMember(ALICE), ['channels.addThreadMember', '20', '9']],
    'loses a member': [(one) => one.removeMember('9'), ['channels.removeThreadMember', '20', '9']],
    'tells of a member': [(one) => one.fetchMember('9'), ['channels.threadMember', '20', '9', { with_member: true }], 'ThreadMember'],
    'tells of its members': [
      (one) => one.fetchMembers({ limit: 5 }),
      ['channels.threadMembers', '20', { limit: 5, with_member: true }],
      'ThreadMember[]',
    ],
    'is archived': [(one) => one.setArchived(true, WHY), ['channels.edit', '20', { archived: true }, WHY], 'TextChannel'],
    'is brought back': [(one) => one.setArchived(false), ['channels.edit', '20', { archived: false }], 'TextChannel'],
    'is locked': [(one) => one.setLocked(), ['channels.edit', '20', { locked: true }], 'TextChannel'],
    'is pinned': [(one) => one.setPinned(), ['channels.edit', '20', { flags: 2 }], 'TextChannel'],
    'is unpinned': [(one) => one.setPinned(false, WHY), ['channels.edit', '20', { flags: 0 }, WHY], 'TextChannel'],
    'gets tags': [(one) => one.setAppliedTags(['61']), ['channels.edit', '20', { applied_tags: ['61'] }], 'TextChannel'],
    'tells of its owner': [(one) => one.fetchOwner(), ['channels.threadMember', '20', '9', { with_member: true }], 'ThreadMember'],
    'gives the message that it began with': [(one) => one.fetchStarterMessage(), ['channels.message', '20', '20'], 'Message'],
    'loses its own member': [(one) => one.member!.remove(), ['channels.removeThreadMember', '20', '8']],
  });
});

describe('a category, and a group', () => {
  itDoes(({ views }) => views.cachedChannel('4') as CategoryChannel, {
    'is made again': [
      (one) => one.clone(),
      ['guilds.createChannel', '1', expect.objectContaining({ type: 4, name: 'Rooms' }) as object],
      'TextChannel',
    ],
  });
  itDoes(({ views }) => views.channel(GROUP as never) as GroupDirectMessage, {
    'gets somebody': [
      (one) => one.addRecipient('9', { accessToken: 'a', nick: 'b' }),
      ['channels.addRecipient', '51', '9', { access_token: 'a', nick: 'b' }],
    ],
    'loses somebody': [(one) => one.removeRecipient({ id: '9' }), ['channels.removeRecipient', '51', '9']],
  });
});
