import type { APIOverwrite } from 'discord-api-types/v10';
import { enterChannel } from '../access.js';
import { keepChannel, makeChannel, publishChannelUpdate } from '../arrange.js';
import { channelForBot } from '../channelPayloads.js';
import { ChannelKind } from '../channelTypes.js';
import type { Form } from '../forms/Form.js';
import type { GuildChannelRecord, GuildRecord } from '../records.js';
import { badRequest, invalidForm, missingPermissions, unknown } from '../refusals.js';
import { setVoiceState } from '../voice.js';
import type { World } from '../World.js';
import { readChannelFields, readOverwrite } from './channelForm.js';
import type { ChannelFields } from './channelForm.js';
import { audit, bitsIn, enterGuild } from './Doer.js';
import type { AuditNote, Doer } from './Doer.js';
import { editThread } from './editThread.js';
import { endStage } from './stages.js';
import { deleteThread } from './threads.js';

const CHANNEL_CREATE = 10;
const CHANNEL_UPDATE = 11;
const CHANNEL_DELETE = 12;
const OVERWRITE_CREATE = 13;
const OVERWRITE_UPDATE = 14;
const OVERWRITE_DELETE = 15;
const CHANNELS_MAX = 500;
const IN_CATEGORY_MAX = 50;
const OVERWRITES_MAX = 1_000;
const CREATABLE = [0, 2, 4, 5, 13, 15, 16];
const CONVERTIBLE: readonly number[] = [ChannelKind.Text, ChannelKind.Announcement];

/** Makes a channel. */
export function createChannel(world: World, doer: Doer, guildId: string, form: Form): GuildChannelRecord {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageChannels');
  form.require('name');
  const type = form.choice('type', CREATABLE) ?? ChannelKind.Text;
  const fields = readChannelFields(world, form, type);
  form.check();
  if (guild.channels.size >= CHANNELS_MAX) throw badRequest(30013, `Maximum number of guild channels reached (${String(CHANNELS_MAX)})`);
  // What is not said of its permissions is as in the category that it comes into.
  const inherited = guild.channels.get(fields.parentId ?? '')?.overwrites ?? [];
  const channel = makeChannel(world, guild, { type, name: fields.name ?? '', overwrites: inherited });
  change(world, guild, doer, channel, fields);
  keepChannel(world, guild, channel);
  audit(world, guild, doer, { actionType: CHANNEL_CREATE, targetId: channel.id, after: { name: channel.name, type } });
  return channel;
}

/** Changes a channel or a thread. */
export function editChannel(world: World, doer: Doer, channelId: string, form: Form): GuildChannelRecord {
  const channel = enterChannel(world, doer.userId, channelId);
  if (channel.isDirect) throw badRequest(50024, 'Cannot execute action on this channel type');
  if (channel.thread !== null) return editThread(world, doer, { channel, thread: channel.thread }, form);
  enterChannel(world, doer.userId, channelId, 'ManageChannels');
  const guild = world.guild(channel.guildId);
  const before = channelForBot(world, channel);
  const type = form.choice('type', CONVERTIBLE) ?? channel.type;
  const fields = readChannelFields(world, form, type);
  form.check();
  if (type !== channel.type && !CONVERTIBLE.includes(channel.type)) throw badRequest(50024, 'Cannot execute action on this channel type');
  const couldSee = world.permissionsIn(channel, world.bot.id) !== 0n;
  change(world, guild, doer, channel, fields);
  channel.type = type;
  publishChannelUpdate(world, guild, channel, couldSee);
  audit(world, guild, doer, { actionType: CHANNEL_UPDATE, targetId: channel.id, before, after: channelForBot(world, channel) });
  return channel;
}

/** Deletes a channel with its threads, or a thread. A category lets go of its channels. */
export function deleteChannel(world: World, doer: Doer, channelId: string): GuildChannelRecord {
  const channel = enterChannel(world, doer.userId, channelId);
  if (channel.isDirect) throw badRequest(50024, 'Cannot execute action on this channel type');
  if (channel.thread !== null) return deleteThread(world, doer, channel);
  enterChannel(world, doer.userId, channelId, 'ManageChannels');
  const guild = world.guild(channel.guildId);
  const payload = channelForBot(world, channel);
  endStage(world, doer, guild, channelId);
  for (const state of guild.voiceStates.values())
    if (state.channel_id === channelId) setVoiceState(world, guild, { ...state, channel_id: null });
  for (const thread of [...guild.threads.values()].filter(({ parentId }) => parentId === channelId)) {
    guild.threads.delete(thread.id);
    world.channels.delete(thread.id);
  }
  guild.channels.delete(channelId);
  world.channels.delete(channelId);
  for (const webhook of world.webhooks.values()) if (webhook.channelId === channelId) world.webhooks.delete(webhook.id);
  world.publishInGuild(guild, 'CHANNEL_DELETE', payload);
  for (const child of [...guild.channels.values()].filter(({ parentId }) => parentId === channelId)) {
    child.parentId = null;
    world.publishInGuild(guild, 'CHANNEL_UPDATE', channelForBot(world, child));
  }
  audit(world, guild, doer, { actionType: CHANNEL_DELETE, targetId: channelId, before: { name: channel.name, type: channel.type } });
  return channel;
}

/** Moves channels in the list, and between categories. */
export function moveChannels(world: World, doer: Doer, guildId: string, list: Form): void {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageChannels');
  const moves = list.items().map((item) => {
    item.require('id');
    const parentId = item.has('parent_id') ? (item.snowflake('parent_id') ?? null) : undefined;
    return { channel: guild.channels.get(item.snowflake('id') ?? ''), parentId, position: item.integer('position', { min: 0 }) };
  });
  list.check();
  if (moves.filter(({ parentId }) => parentId !== undefined).length > 1)
    throw badRequest(40009, 'Only one channel can be moved to another category at once');
  for (const { channel, parentId, position } of moves) {
    if (channel === undefined) throw unknown('Channel');
    channel.position = position ?? channel.position;
    channel.parentId = checkedParent(guild, channel, parentId);
    world.publishInGuild(guild, 'CHANNEL_UPDATE', channelForBot(world, channel));
  }
}

/** Sets what one role or member may do in a channel. */
export function putOverwrite(world: World, doer: Doer, channelId: string, overwriteId: string, form: Form): void {
  const { channel, guild } = enterToManage(world, doer, channelId);
  const overwrite = readOverwrite(form, overwriteId);
  form.check();
  checkGivable(world, guild, doer, [overwrite]);
  const before = channel.overwrites.find(({ id }) => id === overwriteId);
  if (before === undefined && channel.overwrites.length >= OVERWRITES_MAX)
    throw badRequest(30060, `Maximum number of channel permission overwrites reached (${String(OVERWRITES_MAX)})`);
  const couldSee = world.permissionsIn(channel, world.bot.id) !== 0n;
  channel.overwrites = [...channel.overwrites.filter(({ id }) => id !== overwriteId), overwrite];
  publishChannelUpdate(world, guild, channel, couldSee);
  const actionType = before === undefined ? OVERWRITE_CREATE : OVERWRITE_UPDATE;
  const options = overwriteOptions(guild, overwrite);
  audit(world, guild, doer, { actionType, targetId: channelId, ...(before !== undefined && { before }), after: overwrite, options });
}

export function deleteOverwrite(world: World, doer: Doer, channelId: string, overwriteId: string): void {
  const { channel, guild } = enterToManage(world, doer, channelId);
  const before = channel.overwrites.find(({ id }) => id === overwriteId);
  if (before === undefined) throw unknown('Overwrite');
  const couldSee = world.permissionsIn(channel, world.bot.id) !== 0n;
  channel.overwrites = channel.overwrites.filter(({ id }) => id !== overwriteId);
  publishChannelUpdate(world, guild, channel, couldSee);
  audit(world, guild, doer, { actionType: OVERWRITE_DELETE, targetId: channelId, before, options: overwriteOptions(guild, before) });
}

/** Whose overwrite it is. Of the audit log's `options` all values are texts. */
function overwriteOptions(guild: GuildRecord, { id, type }: APIOverwrite): NonNullable<AuditNote['options']> {
  const name = guild.roles.get(id)?.name;
  return { id, type: String(type), ...(name !== undefined && { role_name: name }) } as NonNullable<AuditNote['options']>;
}

function enterToManage(
  world: World,
  { userId }: Doer,
  channelId: string,
): { readonly channel: GuildChannelRecord; readonly guild: GuildRecord } {
  const channel = enterChannel(world, userId, channelId, 'ManageRoles');
  if (channel.isDirect || channel.thread !== null) throw badRequest(50024, 'Cannot execute action on this channel type');
  return { channel, guild: world.guild(channel.guildId) };
}

function change(world: World, guild: GuildRecord, doer: Doer, channel: GuildChannelRecord, fields: ChannelFields): void {
  if (fields.overwrites !== undefined) checkGivable(world, guild, doer, fields.overwrites);
  channel.parentId = checkedParent(guild, channel, fields.parentId);
  channel.name = fields.name ?? channel.name;
  if (fields.topic !== undefined && channel.type !== ChannelKind.Voice) channel.topic = fields.topic;
  channel.userLimit = fields.userLimit ?? channel.userLimit;
  channel.position = fields.position ?? channel.position;
  channel.overwrites = fields.overwrites ?? channel.overwrites;
  channel.more = { ...channel.more, ...fields.more };
}

/** The category that a channel is to be in, if it is one. */
function checkedParent(guild: GuildRecord, channel: GuildChannelRecord, parentId: string | null | undefined): string | null {
  if (parentId === undefined) return channel.parentId;
  if (parentId === null || parentId === channel.parentId) return parentId;
  if (channel.type === ChannelKind.Category || guild.channels.get(parentId)?.type !== ChannelKind.Category)
    throw badParent('CHANNEL_PARENT_INVALID_TYPE', 'Not a category');
  const within = [...guild.channels.values()].filter((each) => each.parentId === parentId);
  if (within.length >= IN_CATEGORY_MAX)
    throw badParent('CHANNEL_PARENT_MAX_CHANNELS', `Maximum number of channels in category reached (${String(IN_CATEGORY_MAX)})`);
  return parentId;
}

function badParent(code: string, message: string): Error {
  return invalidForm({ parent_id: { _errors: [{ code, message }] } });
}

/** Nobody can allow or deny what they have not themselves. */
function checkGivable(world: World, guild: GuildRecord, { userId }: Doer, overwrites: readonly APIOverwrite[]): void {
  const own = bitsIn(world, guild, userId);
  if (overwrites.some(({ allow, deny }) => ((BigInt(allow) | BigInt(deny)) & ~own) !== 0n)) throw missingPermissions();
}
