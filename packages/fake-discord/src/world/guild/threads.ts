import { enterChannel, isAllowed } from '../access.js';
import { makeChannel } from '../arrange.js';
import { moderate, moderateTitle } from '../automod/moderate.js';
import { channelForBot, threadMemberPayload } from '../channelPayloads.js';
import { ChannelKind, isThreadOnly } from '../channelTypes.js';
import type { Form } from '../forms/Form.js';
import type { MessageDraft } from '../forms/messageForm.js';
import type { FoundMessage, Messages } from '../Messages.js';
import { messageEvent } from '../messagePayloads.js';
import { memberPayload } from '../payloads.js';
import type { GuildChannelRecord, GuildRecord, ThreadState } from '../records.js';
import { badRequest, missingPermissions, unknown } from '../refusals.js';
import { refuseSystemMessage } from '../systemMessages.js';
import type { World } from '../World.js';
import { audit } from './Doer.js';
import type { Doer } from './Doer.js';
import type { FoundThread } from './editThread.js';
import { newMetadata, readThreadFields } from './threadForm.js';
import type { ThreadFields } from './threadForm.js';

const THREAD_CREATE = 110;
const THREAD_DELETE = 112;
const THREAD_CREATED = 18;
const THREAD_STARTER = 21;
const HAS_THREAD = 32;
const REQUIRE_TAG = 16;
const MEMBERS_MAX = 1_000;
const PRIVATE = ChannelKind.PrivateThread;

/** Begins a thread on a message. It has the message's id. */
export function startThreadOn(
  world: World,
  messages: Messages,
  doer: Doer,
  channelId: string,
  messageId: string,
  form: Form,
): GuildChannelRecord {
  const parent = enterToStart(world, doer, channelId, 'CreatePublicThreads');
  const { channel, record } = messages.find(doer.userId, channelId, messageId);
  refuseSystemMessage(record.payload);
  form.require('name');
  const fields = readThreadFields(form);
  form.check();
  if (world.channels.has(messageId)) throw badRequest(160004, 'A thread has already been created for this message');
  const type = publicKind(world, parent.id);
  moderateTitle(world, messages, { channel: parent, content: fields.name ?? '', userId: doer.userId });
  const thread = keep(world, doer, parent, fields, { id: messageId, type });
  const after = { ...record, payload: { ...record.payload, flags: (record.payload.flags ?? 0) | HAS_THREAD } };
  channel.messages.replace(after);
  world.publishInChannel(channel, 'MESSAGE_UPDATE', messageEvent(world, channel, after));
  const reference = { type: 0, guild_id: parent.guildId, channel_id: parent.id, message_id: messageId };
  messages.postSystem(record.payload.author, thread, THREAD_STARTER, { message_reference: reference });
  return thread;
}

/** Begins a thread on nothing; without a word of its type it is private. */
export function startThread(world: World, messages: Messages, doer: Doer, channelId: string, form: Form): GuildChannelRecord {
  form.require('name');
  const fields = readThreadFields(form);
  const type = form.choice('type', [10, 11, 12]) ?? PRIVATE;
  form.check();
  checkType(world, channelId, form, type);
  const parent = enterToStart(world, doer, channelId, type === PRIVATE ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  moderateTitle(world, messages, { channel: parent, content: fields.name ?? '', userId: doer.userId });
  const thread = keep(world, doer, parent, fields, { id: world.snowflakes.next(), type });
  const starter = world.users.get(doer.userId);
  if (type !== PRIVATE && starter !== undefined) {
    const reference = { type: 0, guild_id: parent.guildId, channel_id: thread.id };
    messages.postSystem(starter, parent, THREAD_CREATED, { content: thread.name, message_reference: reference });
  }
  return thread;
}

/** Of which kind threads are there that everybody sees: those of announcements have one of their own. */
export function publicKind({ channels }: World, channelId: string): number {
  const channel = channels.get(channelId);
  const isNews = channel?.isDirect === false && channel.type === ChannelKind.Announcement;
  return isNews ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread;
}

function checkType(world: World, channelId: string, form: Form, type: number): void {
  const open = publicKind(world, channelId);
  const allowed: readonly number[] = open === ChannelKind.PublicThread ? [open, PRIVATE] : [open];
  if (!allowed.includes(type)) form.refuse('type', 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  form.check();
}

/** Begins a post in a forum: a thread with its first message, which share an id. */
export function startPost(
  world: World,
  messages: Messages,
  doer: Doer,
  parent: GuildChannelRecord,
  { draft, form }: { readonly draft: MessageDraft; readonly form: Form },
): FoundMessage {
  form.require('name');
  const fields = readThreadFields(form);
  form.check();
  enterChannel(world, doer.userId, parent.id, 'SendMessages');
  moderateTitle(world, messages, { channel: parent, content: fields.name ?? '', userId: doer.userId });
  const follow = moderate(world, messages, { channel: parent, content: draft.content, userId: doer.userId });
  const thread = keep(world, doer, parent, fields, { id: world.snowflakes.next(), type: ChannelKind.PublicThread });
  const author = world.users.get(doer.userId) ?? world.bot;
  const posted = messages.postAs(author, thread, draft, { id: thread.id });
  follow(thread.id);
  return posted;
}

/** The same by a webhook, which owns the thread and is in no thread. */
export function openWebhookPost(
  world: World,
  parent: GuildChannelRecord,
  webhookId: string,
  { appliedTags, name }: { readonly appliedTags: readonly string[]; readonly name: string },
): GuildChannelRecord {
  const fields: ThreadFields = { appliedTags, metadata: {}, more: {}, name };
  return open(world, parent, fields, { id: world.snowflakes.next(), type: ChannelKind.PublicThread, ownerId: webhookId, isJoined: false });
}

export function deleteThread(world: World, doer: Doer, thread: GuildChannelRecord): GuildChannelRecord {
  if (!isAllowed(world, doer.userId, thread, 'ManageThreads')) throw missingPermissions();
  const guild = world.guild(thread.guildId);
  const { id, parentId, type } = thread;
  world.publishInGuild(guild, 'THREAD_DELETE', { id, guild_id: guild.id, parent_id: parentId, type }, thread);
  guild.threads.delete(id);
  world.channels.delete(id);
  audit(world, guild, doer, { actionType: THREAD_DELETE, targetId: id, before: { name: thread.name, type } });
  return thread;
}

/** Lets somebody into a thread: oneself, or another by who may write there. */
export function addThreadMember(world: World, doerId: string, threadId: string, userId: string): void {
  const { channel, thread } = enterThread(world, doerId, threadId);
  if (thread.metadata.archived) throw badRequest(50083, 'Thread is archived');
  if (doerId !== userId && !isAllowed(world, doerId, channel, 'SendMessages')) throw missingPermissions();
  if (!world.guild(channel.guildId).members.has(userId)) throw unknown('Member');
  if (!thread.members.has(userId) && thread.members.size >= MEMBERS_MAX)
    throw badRequest(30033, `Maximum number of thread participants reached (${String(MEMBERS_MAX)})`);
  joinThread(world, { channel, thread }, userId);
}

/** Lets somebody out of a thread: oneself, or another by who manages threads or owns a private one. */
export function removeThreadMember(world: World, doerId: string, threadId: string, userId: string): void {
  const { channel, thread } = enterThread(world, doerId, threadId);
  if (thread.metadata.archived) throw badRequest(50083, 'Thread is archived');
  const isOwner = channel.type === PRIVATE && thread.ownerId === doerId;
  if (doerId !== userId && !isOwner && !isAllowed(world, doerId, channel, 'ManageThreads')) throw missingPermissions();
  if (!thread.members.has(userId)) throw unknown('Member');
  const members = new Map([...thread.members].filter(([id]) => id !== userId));
  // It is told while who leaves can still see it: the bot hears of its own leaving of a private thread.
  publishMembers(world, channel, members.size, { removed_member_ids: [userId] });
  channel.thread = { ...thread, members };
}

/** A thread, for somebody who sees it. */
export function enterThread(world: World, userId: string, threadId: string): FoundThread {
  const channel = enterChannel(world, userId, threadId);
  if (channel.isDirect || channel.thread === null) throw unknown('Channel');
  return { channel, thread: channel.thread };
}

/** Puts somebody into a thread who is not there yet. A bot that is put into one hears of the thread itself. */
export function joinThread(world: World, { channel, thread }: FoundThread, userId: string): void {
  if (thread.members.has(userId)) return;
  const members = new Map([...thread.members, [userId, world.nowIso()]]);
  channel.thread = { ...thread, members };
  const guild = world.guild(channel.guildId);
  const own = { ...channelForBot(world, channel), member: threadMemberPayload(channel, userId) };
  if (userId === world.bot.id) world.publishInGuild(guild, 'THREAD_CREATE', own, channel);
  publishMembers(world, channel, members.size, { added_members: [addedMember(world, guild, channel, userId)] });
}

function addedMember(world: World, guild: GuildRecord, channel: GuildChannelRecord, userId: string): object {
  const member = guild.members.get(userId);
  return { ...threadMemberPayload(channel, userId), ...(member !== undefined && { member: memberPayload(member) }), presence: null };
}

function publishMembers(world: World, channel: GuildChannelRecord, count: number, change: object): void {
  const payload = { id: channel.id, guild_id: channel.guildId, member_count: Math.min(count, 50), ...change };
  world.publishInGuild(world.guild(channel.guildId), 'THREAD_MEMBERS_UPDATE', payload, channel);
}

function enterToStart(
  world: World,
  doer: Doer,
  channelId: string,
  permission: 'CreatePrivateThreads' | 'CreatePublicThreads',
): GuildChannelRecord {
  const channel = enterChannel(world, doer.userId, channelId, permission);
  if (channel.isDirect || channel.thread !== null || (channel.type !== ChannelKind.Text && channel.type !== ChannelKind.Announcement))
    throw badRequest(50024, 'Cannot execute action on this channel type');
  return channel;
}

function keep(
  world: World,
  doer: Doer,
  parent: GuildChannelRecord,
  fields: ThreadFields,
  { id, type }: { readonly id: string; readonly type: number },
): GuildChannelRecord {
  world.slowmode.check(doer.userId, parent, 'thread');
  const channel = open(world, parent, fields, { id, type, ownerId: doer.userId, isJoined: true });
  world.slowmode.note(doer.userId, parent, 'thread');
  const guild = world.guild(parent.guildId);
  audit(world, guild, doer, { actionType: THREAD_CREATE, targetId: id, after: { name: channel.name, type } });
  return channel;
}

/** What a new thread is, besides what is said of it. */
interface NewThread {
  readonly id: string;
  /** Whether who owns it is in it. */
  readonly isJoined: boolean;
  readonly ownerId: string;
  readonly type: number;
}

function open(
  world: World,
  parent: GuildChannelRecord,
  given: ThreadFields,
  { id, isJoined, ownerId, type }: NewThread,
): GuildChannelRecord {
  const guild = world.guild(parent.guildId);
  const { appliedTags, ...fields } = withDefaultsOf(parent, given);
  const state: ThreadState = {
    appliedTags: tagsOfNew(parent, appliedTags ?? []),
    metadata: newMetadata(world.nowIso(), { appliedTags, ...fields }, type === PRIVATE),
    members: new Map(isJoined ? [[ownerId, world.nowIso()]] : []),
    ownerId,
  };
  const channel = makeChannel(world, guild, { id, type, name: fields.name ?? '', parentId: parent.id, more: fields.more, thread: state });
  guild.threads.set(id, channel);
  world.channels.set(id, channel);
  const isOwn = ownerId === world.bot.id && { member: threadMemberPayload(channel, world.bot.id) };
  world.publishInGuild(guild, 'THREAD_CREATE', { ...channelForBot(world, channel), newly_created: true, ...isOwn }, channel);
  return channel;
}

/** What is not said of a thread is as its channel says. */
function withDefaultsOf({ more }: GuildChannelRecord, fields: ThreadFields): ThreadFields {
  const minutes = more['default_auto_archive_duration'] ?? undefined;
  const seconds = more['default_thread_rate_limit_per_user'] ?? undefined;
  return {
    ...fields,
    metadata: { ...(minutes !== undefined && { auto_archive_duration: minutes }), ...fields.metadata },
    more: { ...(seconds !== undefined && { rate_limit_per_user: seconds }), ...fields.more },
  };
}

/** The tags of a new post, of which some forums want one at least. */
function tagsOfNew(parent: GuildChannelRecord, tags: readonly string[]): readonly string[] | null {
  const wantsTag = isThreadOnly(parent) && (Number(parent.more['flags'] ?? 0) & REQUIRE_TAG) !== 0;
  if (wantsTag && tags.length === 0) throw badRequest(40067, 'A tag is required to create a forum post in this channel');
  return checkedTags(parent, tags);
}

/** Only the tags of the forum can be put on a post. */
export function checkedTags(parent: GuildChannelRecord | undefined, tags: readonly string[]): readonly string[] | null {
  if (parent === undefined || !isThreadOnly(parent)) return null;
  const known = ((parent.more['available_tags'] ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);
  if (tags.some((tag) => !known.includes(tag))) throw unknown('Tag');
  return tags;
}
