import { describe, expect, it } from '@jest/globals';
import { Rest } from '@aplomb/rest';
import { embed } from '../../src/index.js';
import type { ButtonInteraction } from '../../src/interactions/ButtonInteraction.js';
import { Views } from '../../src/structures/Views.js';
import { interactionWorld } from '../interactions/samples.js';
import { home } from './home.js';

type Deed = (views: Views) => PromiseLike<unknown>;
/** What is wrong, where it is done, and what the refusal says: the field, its value and the limit. */
type Case = readonly [title: string, deed: Deed, says: RegExp];

/** A home whose REST is a real one, with its checks. What would leave is counted, and goes nowhere. */
function strictHome() {
  const { views } = home();
  let sent = 0;
  const dispatcher = {
    dispatch: (): never => {
      sent += 1;
      throw new TypeError('Nothing leaves here.');
    },
  };
  const token = `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`;
  const rest = new Rest({ token, clock: views.ports.clock, dispatcher: dispatcher as never, retries: 0 });
  return { sent: () => sent, views: new Views({ ...views.ports, rest }) };
}

/** What comes of a deed: an error that says what is wrong, before anything was sent. */
async function expectRefusal(deed: Deed, says: RegExp): Promise<void> {
  const { sent, views } = strictHome();
  await expect((async () => deed(views))()).rejects.toMatchObject({
    code: expect.stringMatching(/^(INVALID_BODY|INVALID_OPTION|UNKNOWN_OPTION|UNKNOWN_PERMISSION)$/) as unknown,
    message: expect.stringMatching(says) as unknown,
  });
  expect(sent()).toBe(0);
}

const long = (length: number): string => 'x'.repeat(length);
const embeds = (count: number) => Array.from({ length: count }, () => embed({ title: 'News' }));
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
/** What only those without types can give. */
const bad = (value: unknown) => value as never;
const GO = { type: 2, style: 1, custom_id: 'go', label: 'Go' };

const channel = (views: Views, id = '2') => views.channelHandle(id);
const message = (views: Views, id = '30') => views.messageHandle({ channelId: '2', id });
const webhook = (views: Views) => views.webhookHandle({ id: '110', token: 'abc' });
const guild = (views: Views, id = '1') => views.guildHandle(id);
const member = (views: Views, userId = '9') => views.memberHandle({ guildId: '1', userId });
const interaction = (views: Views) => views.interaction(interactionWorld('button').payload) as ButtonInteraction;

/** An interaction whose first answer went through. */
async function answered(views: Views, first: 'defer' | 'reply'): Promise<ButtonInteraction> {
  const { rest } = views;
  const interactions = { ...rest.interactions, createResponse: () => Promise.resolve({}) };
  const press = interaction(new Views({ ...views.ports, rest: bad(Object.assign(Object.create(rest) as object, { interactions })) }));
  await (first === 'defer' ? press.defer() : press.reply('Hello'));
  return press;
}

/** What is no message. */
const MESSAGES: readonly (readonly [title: string, content: unknown, says: RegExp])[] = [
  ['nothing', undefined, /A message is undefined/],
  ['a number', 7, /A message is 7/],
  ['an empty text', '', /is empty\. Give `content`/],
  ['no part of a message', {}, /is empty\. Give `content`/],
  ['a text that is too long', long(2_001), /`content` .*2001 characters.*at most 2000/],
  ['too many embeds', { embeds: embeds(11) }, /`embeds` .*11 items; at most 10/],
  ['an embed with too long a title', { embeds: [{ title: long(257) }] }, /`embeds\[0\]\.title` .*257 .*at most 256/],
  ['embeds that are too long together', { embeds: [1, 2].map(() => ({ description: long(4_000) })) }, /`embeds` .*8000 .*at most 6000/],
  ['a button without an id', { components: [{ type: 1, components: [{ ...GO, custom_id: undefined }] }] }, /components\[0\]` .*`customId`/],
  ['two buttons of one id', { components: [{ type: 1, components: [GO, GO] }] }, /`components` .*`customId` "go" twice/],
  ['a component out of place', { components: [GO] }, /`components\[0\]` .*does not stand by itself/],
  ['a misspelt name', { contnet: 'hi' }, /no option `contnet`\. Did you mean `content`/],
  ['a ping of what is no id', { content: 'hi', allowedMentions: { users: ['@alice'] } }, /user who may be pinged is "@alice"/],
  ['a reply to what is no id', { content: 'hi', replyTo: 'abc' }, /message that is answered is "abc"/],
  ['a wire body that is too long', { content: long(2_001), flags: 0 }, /content` .*2001 characters.*at most 2000/],
];

const SENDERS: Readonly<Record<string, (views: Views, content: never) => PromiseLike<unknown>>> = {
  'channel.send': (views, content) => channel(views).send(content),
  'channel.createPost': (views, first) => channel(views, '16').createPost({ name: 'Post', message: first }),
  'interaction.editReply after defer': async (views, content) => (await answered(views, 'defer')).editReply(content),
  'interaction.followUp': async (views, content) => (await answered(views, 'reply')).followUp(content),
  'interaction.reply': (views, content) => interaction(views).reply(content),
  'message.reply': (views, content) => message(views).reply(content),
  'user.send': (views, content) => views.userHandle('9').send(content),
  'webhook.send': (views, content) => webhook(views).send(content),
};

const EDITORS: Readonly<Record<string, (views: Views, content: never) => PromiseLike<unknown>>> = {
  'interaction.editReply': async (views, content) => (await answered(views, 'reply')).editReply(content),
  'interaction.update': (views, content) => interaction(views).update(content),
  'message.edit': (views, content) => message(views).edit(content),
  'webhook.editMessage': (views, content) => webhook(views).editMessage('30', content),
};

/** What no message can be changed to. */
const EDITS: typeof MESSAGES = [
  ...MESSAGES.filter(([title]) => !/empty|no part|reply/.test(title)),
  ['no change', {}, /The edit changes nothing/],
  ['a poll', { poll: {} }, /`poll` of a message cannot be changed/],
];

const of = (deeds: typeof SENDERS, contents: typeof MESSAGES): Case[] =>
  Object.entries(deeds).flatMap(([name, deed]) =>
    contents.map(([title, content, says]): Case => [`${name}: ${title}`, (views) => deed(views, bad(content)), says]),
  );

const DAY_MS = 86_400_000;
const CHANNEL_CASES: readonly Case[] = [
  ['channel.send: no id', (views) => channel(views, 'general').send('hi'), /`general` is no id/],
  [
    'channel.send: too many files',
    (views) => channel(views).send({ files: ids(11).map((id) => ({ name: id, data: Buffer.from(id) })) }),
    /11 files.*at most 10/,
  ],
  ['channel.bulkDelete: one', (views) => channel(views).bulkDelete(['30']), /`messages` .*1 item; it needs at least 2/],
  ['channel.bulkDelete: many', (views) => channel(views).bulkDelete(ids(101)), /`messages` .*101 items; at most 100/],
  ['channel.bulkDelete: one twice', (views) => channel(views).bulkDelete(['30', '30']), /`messages\[1\]` .*"30" a second time/],
  ['channel.bulkDelete: old', (views) => channel(views).bulkDelete(['175928847299117063', '30']), /"175928847299117063", .*14 days/],
  ['channel.bulkDelete: no id', (views) => channel(views).bulkDelete(['30', 'x']), /message that is to be deleted is "x"/],
  ['channel.bulkDelete: no list', (views) => channel(views).bulkDelete(bad(7)), /`bulkDelete\(…\)` was given 7/],
  ['channel.edit', (views) => channel(views).edit({ name: long(101) }), /`name` .*101 characters.*at most 100/],
  ['channel.setTopic', (views) => channel(views).setTopic(long(4_097)), /`topic` .*4097 characters.*at most 4096/],
  ['channel.setSlowmode', (views) => channel(views).setSlowmode(21_601), /`rate_limit_per_user` .*21601; .*0 to 21600/],
  ['channel.setParent', (views) => channel(views).setParent('x'), /category is "x"/],
  ['channel.setOverwrite: no id', (views) => channel(views).setOverwrite({ userId: 'x' }, {}), /`x` is no id/],
  [
    'channel.setOverwrite: no permission',
    (views) => channel(views).setOverwrite({ userId: '9' }, { allow: bad(['FLY']) }),
    /no permission "FLY"/,
  ],
  ['channel.createInvite', (views) => channel(views).createInvite({ maxUses: 101 }), /`max_uses` .*101; .*0 to 100/],
  ['channel.createWebhook', (views) => channel(views).createWebhook({ name: 'clyde' }), /`name` .*"clyde"/],
  ['channel.createThread', (views) => channel(views).createThread({ name: '' }), /`name` .*""; it needs at least 1/],
  ['channel.setStatus', (views) => channel(views, '12').setStatus(long(501)), /`status` .*501 characters.*at most 500/],
  ['channel.fetchMessages', (views) => channel(views).fetchMessages({ limit: 101 }), /`limit` .*101; .*1 to 100/],
  ['post.setAppliedTags', (views) => channel(views, '20').setAppliedTags(ids(6)), /`applied_tags` .*6 items; at most 5/],
  ['thread.addMember', (views) => channel(views, '20').addMember('x'), /`x` is no id/],
  ['message.react', (views) => message(views).react('thumbs'), /"thumbs" is no emoji/],
  ['message.forward', (views) => message(views).forward('here'), /forwarded to is "here"/],
  ['message.startThread', (views) => message(views).startThread({ name: long(101) }), /`name` .*101 characters.*at most 100/],
  ['message.delete', (views) => message(views, '../guilds/1').delete(), /guilds\/1` is no id/],
  ['webhook.send: name', (views) => webhook(views).send('a', { username: long(81) }), /`username` .*81 characters.*at most 80/],
  ['webhook.send: no thread', (views) => webhook(views).send('a', { threadId: 'x' }), /thread is "x"/],
  ['webhook.send: no token', (views) => views.webhookHandle({ id: '110' }).send('a'), /token of webhook 110 is not known/],
  ['webhook.edit', (views) => webhook(views).edit({ name: long(81) }), /`name` .*81 characters.*at most 80/],
  [
    'interaction.showModal',
    (views) => interaction(views).showModal(bad({ custom_id: 'a', title: long(46) })),
    /title` .*46 characters.*at most 45/,
  ],
];

const QUIZ = { channelId: '12', entityType: 2, privacyLevel: 2, scheduledStartTime: new Date(Date.UTC(2026, 5, 1)) } as const;
const GUILD_CASES: readonly Case[] = [
  ['member.setNickname', (views) => member(views).setNickname(long(33)), /`nick` .*33 characters.*at most 32/],
  ['own setNickname', (views) => member(views, '8').setNickname(long(33)), /`nick` .*33 characters.*at most 32/],
  ['member.timeout: long', (views) => member(views).timeout(28 * DAY_MS + 1), /`durationMs` .*2419200001; .*2419200000 \(28 days\)/],
  ['member.timeout: none', (views) => member(views).timeout(0), /`durationMs` .* 0; it lies between 1/],
  ['member.timeout: no number', (views) => member(views).timeout(NaN), /`durationMs` .*NaN/],
  [
    'member.timeoutUntil: late',
    (views) => member(views).timeoutUntil(new Date(views.ports.clock.wallMs() + 29 * DAY_MS)),
    /`communication_disabled_until` .*at most 28 days/,
  ],
  ['member.timeoutUntil: no date', (views) => member(views).timeoutUntil(new Date(NaN)), /`communicationDisabledUntil` .*no date/],
  ['member.addRole: no id', (views) => member(views).addRole('x'), /`x` is no id/],
  ['member.addRole: nothing', (views) => member(views).addRole(bad(undefined)), /`undefined` is no id/],
  ['member.setRoles', (views) => member(views).setRoles(['5', 'x']), /role is "x"/],
  ['member.moveTo', (views) => member(views).moveTo('x'), /voice channel is "x"/],
  ['member.kick', (views) => member(views, '@alice').kick(), /`@alice` is no id/],
  ['guild.ban: no id', (views) => guild(views).ban('@alice'), /`@alice` is no id/],
  ['guild.ban: a number', (views) => guild(views).ban(bad(9)), /`9` is no id/],
  ['guild.ban: null', (views) => guild(views).ban(bad(null)), /`null` is no id/],
  [
    'guild.ban: seconds',
    (views) => guild(views).ban('9', { deleteMessageSeconds: 604_801 }),
    /`delete_message_seconds` .*604801; .*0 to 604800/,
  ],
  ['guild.ban: days', (views) => guild(views).ban('9', bad({ deleteMessageDays: 1 })), /only `deleteMessageSeconds`/],
  ['guild.ban: no reason', (views) => guild(views).ban('9', { reason: bad(7) }), /`reason` is 7/],
  ['guild.bulkBan: many', (views) => guild(views).bulkBan(ids(201)), /`user_ids` .*201 items; at most 200/],
  ['guild.bulkBan: no id', (views) => guild(views).bulkBan(['9', 'x']), /user who is to be banned is "x"/],
  ['guild.createChannel', (views) => guild(views).createChannel({ name: long(101) }), /`name` .*101 characters.*at most 100/],
  ['guild.createRole: name', (views) => guild(views).createRole({ name: long(101) }), /`name` .*101 characters.*at most 100/],
  ['guild.createRole: no permission', (views) => guild(views).createRole({ permissions: bad(['FLY']) }), /no permission "FLY"/],
  ['guild.createScheduledEvent', (views) => guild(views).createScheduledEvent({ ...QUIZ, name: long(101) }), /`name` .*101 .*at most 100/],
  ['guild.edit: name', (views) => guild(views).edit({ name: 'x' }), /`name` .*"x"; it needs at least 2/],
  ['guild.edit: no id', (views) => guild(views, 'home').edit({ name: 'Home' }), /`home` is no id/],
  ['guild.prune', (views) => guild(views).prune({ days: 31 }), /`days` .*31; .*1 to 30/],
  ['guild.searchMembers', (views) => guild(views).searchMembers({ query: 'a', limit: 1_001 }), /`limit` .*1001; .*1 to 1000/],
  ['sound.playIn', (views) => views.soundboardSound(bad({ sound_id: '600' }), '1').playIn('x'), /`x` is no id/],
  ['stage.setTopic', (views) => views.stageInstance(bad({ channel_id: '13' }), '1').setTopic(''), /`topic` .*""; it needs at least 1/],
  ['user.send: no id', (views) => views.userHandle('alice').send('hi'), /`alice` is no id/],
  [
    'application.setCommands',
    (views) => views.applicationHandle('8').setCommands([{ type: 1, name: 'Ping Pong', description: 'a' }]),
    /`\[0\]\.name` .*"Ping Pong"/,
  ],
];

describe('bad input is refused before the network, with the field, its value and the limit', () => {
  it.each([...of(SENDERS, MESSAGES), ...of(EDITORS, EDITS), ...CHANNEL_CASES, ...GUILD_CASES])('%s', async (_, deed, says) => {
    await expectRefusal(deed, says);
  });

  it('is not what is right', async () => {
    const { sent, views } = strictHome();
    await expect(channel(views).send('hi')).rejects.toMatchObject({ code: 'REST_CONNECTION_FAILED' });
    expect(sent()).toBe(1);
  });
});
