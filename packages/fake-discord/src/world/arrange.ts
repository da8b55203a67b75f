import { OptionsError, shown } from '@aplomb/base';
import type { APIOverwrite, APIRole, APIUser } from 'discord-api-types/v10';
import { requireName, requireOneOf } from './arguments.js';
import { ChannelKind } from './channelTypes.js';
import { FakeDiscordError } from '../errors.js';
import { MessageLog } from './MessageLog.js';
import { channelForBot } from './channelPayloads.js';
import { activeThreads, guildCreatePayload, memberPayload } from './payloads.js';
import { EVERYONE_DEFAULT, permissionBits } from './permissions.js';
import type { PermissionInput } from './permissions.js';
import { THING_KINDS } from './records.js';
import type { DirectChannelRecord, GuildChannelRecord, GuildRecord, MemberRecord } from './records.js';
import { isSnowflake } from './Snowflakes.js';
import type { ShardPlace } from './Snowflakes.js';
import { isoTime } from './time.js';
import { makeUser, usernameOf } from './users.js';
import { leaveVoice } from './voice.js';
import type { World } from './World.js';

/** The all-powerful hand that builds a world. Nobody's permissions are asked; connected bots hear of everything as they would on Discord. */

export interface GuildSpec {
  /** What its role lets the bot do, by names as `ManageRoles` or `MANAGE_ROLES`. Without it, the bot has no role. */
  readonly botPermissions?: readonly PermissionInput[];
  readonly id?: string;
  readonly memberCount?: number;
  readonly name: string;
  readonly shard?: ShardPlace;
}

/** A channel to be: its kind and its name, and what it has. */
export interface ChannelSpec {
  readonly kind: ChannelKindName;
  readonly name: string;
  readonly overwrites?: readonly OverwriteSpec[];
  /** The category that it is in. */
  readonly parent?: { readonly id: string };
  readonly topic?: string;
  readonly userLimit?: number;
}

/** What a role or a member may do in one channel, otherwise than elsewhere. */
export interface OverwriteSpec {
  readonly allow?: readonly PermissionInput[];
  readonly deny?: readonly PermissionInput[];
  /** The id of a role or of a user. The role @everyone has the id of its guild. */
  readonly id: string;
}

export interface MemberSpec {
  readonly nick?: string;
  /** Roles of the guild, or their ids. */
  readonly roles?: readonly (string | { readonly id: string })[];
}

/** What a new member is, besides what a test says of it. */
export type MemberParts = MemberSpec & Pick<MemberRecord, 'isDeafened' | 'isMuted'>;

/** A role to be. Without `permissions` it allows nothing beyond what `@everyone` may. */
export interface RoleSpec {
  readonly mentionable?: boolean;
  readonly name: string;
  readonly permissions?: readonly PermissionInput[];
  /**
   * Its place in the list: who has a higher role may act on those with lower ones.
   *
   * @defaultValue above those that were added before, and below the role of an invited bot, which has 250
   */
  readonly position?: number;
}

/** Fields that Discord has declared dead and still sends. */
const STILL_SENT = { color: 0 };

/** The kinds of channels that can be arranged. */
export type ChannelKindName = keyof typeof CHANNEL_KINDS;

/** The numbers of the kinds that can be arranged. */
export const CHANNEL_KINDS = {
  announcement: ChannelKind.Announcement,
  category: ChannelKind.Category,
  forum: ChannelKind.Forum,
  stage: ChannelKind.Stage,
  text: ChannelKind.Text,
  voice: ChannelKind.Voice,
} as const;
/** So that the role of an invited bot stands above those that are arranged after it, as in most guilds. */
const BOT_ROLE_POSITION = 250;
const OVERWRITE_ROLE = 0;
const OVERWRITE_MEMBER = 1;

/** Makes a person, or finds the one with that username. */
export function findOrAddUser(world: World, name: string): APIUser {
  requireName('a person', name);
  const known = world.userNamed(usernameOf(name));
  if (known !== undefined) return known;
  const user = makeUser({ id: world.snowflakes.next(), name, isBot: false });
  world.addUser(user);
  return user;
}

/** Makes a guild in which the bot is, with an owner and as many others as `memberCount` asks for. */
export function addGuild(world: World, spec: GuildSpec): GuildRecord {
  requireName('a guild', spec.name);
  const owner = findOrAddUser(world, 'owner');
  const id = guildIdFor(world, spec);
  const guild: GuildRecord = {
    id,
    name: spec.name,
    ownerId: owner.id,
    isAvailable: true,
    auditLog: [],
    bans: new Map(),
    channels: new Map(),
    interested: new Map(),
    invites: new Map(),
    members: new Map(),
    more: {},
    roles: new Map([[id, makeRole(id, '@everyone', permissionBits(EVERYONE_DEFAULT), 0)]]),
    settings: {},
    things: Object.fromEntries(THING_KINDS.map((kind) => [kind, new Map()])) as unknown as GuildRecord['things'],
    threads: new Map(),
    voiceStates: new Map(),
  };
  settleIn(world, guild, spec, owner);
  world.guilds.set(id, guild);
  world.publishInGuild(guild, 'GUILD_CREATE', guildCreatePayload(world, guild));
  return guild;
}

/** Takes the bot out of a guild, as a kick does. */
export function removeGuild(world: World, guild: GuildRecord): void {
  if (!world.guilds.delete(guild.id)) return;
  for (const id of [...guild.channels.keys(), ...guild.threads.keys()]) world.channels.delete(id);
  for (const webhook of world.webhooks.values()) if (webhook.guildId === guild.id) world.webhooks.delete(webhook.id);
  world.publish({ t: 'GUILD_DELETE', d: { id: guild.id }, guildId: guild.id });
}

/** Lets an outage hit a guild, or end. */
export function setAvailable(world: World, guild: GuildRecord, isAvailable: boolean): void {
  if (guild.isAvailable === isAvailable || !world.guilds.has(guild.id)) return;
  guild.isAvailable = isAvailable;
  if (isAvailable) world.publishInGuild(guild, 'GUILD_CREATE', guildCreatePayload(world, guild));
  else world.publish({ t: 'GUILD_DELETE', d: { id: guild.id, unavailable: true }, guildId: guild.id });
}

export function addChannel(world: World, guild: GuildRecord, spec: ChannelSpec): GuildChannelRecord {
  requireName('a channel', spec.name);
  requireOneOf('The kind of a channel', spec.kind, Object.keys(CHANNEL_KINDS));
  const channel = makeChannel(world, guild, {
    type: CHANNEL_KINDS[spec.kind],
    name: spec.name,
    topic: spec.topic ?? null,
    overwrites: (spec.overwrites ?? []).map((overwrite) => wireOverwrite(guild, overwrite)),
    parentId: spec.parent?.id ?? null,
    userLimit: spec.userLimit ?? 0,
  });
  return keepChannel(world, guild, channel);
}

/** What a new channel is told to be; the rest it is by default. */
export type ChannelParts = Partial<Omit<GuildChannelRecord, 'guildId' | 'isDirect' | 'messages'>> &
  Pick<GuildChannelRecord, 'name' | 'type'>;

/** A channel that nobody knows of yet. */
export function makeChannel(world: World, guild: GuildRecord, parts: ChannelParts): GuildChannelRecord {
  return {
    id: world.snowflakes.next(),
    guildId: guild.id,
    isDirect: false,
    messages: new MessageLog(world.options.messagesPerChannel),
    more: {},
    overwrites: [],
    parentId: null,
    position: guild.channels.size,
    thread: null,
    topic: null,
    userLimit: 0,
    ...parts,
  };
}

/** Puts a new channel into its guild. */
export function keepChannel(world: World, guild: GuildRecord, channel: GuildChannelRecord): GuildChannelRecord {
  guild.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
  world.publishInGuild(guild, 'CHANNEL_CREATE', channelForBot(world, channel));
  return channel;
}

/** Replaces the overwrites of a channel. */
export function setOverwrites(world: World, channel: GuildChannelRecord, overwrites: readonly OverwriteSpec[]): void {
  const guild = world.guild(channel.guildId);
  const couldSee = world.permissionsIn(channel, world.bot.id) !== 0n;
  channel.overwrites = overwrites.map((overwrite) => wireOverwrite(guild, overwrite));
  publishChannelUpdate(world, guild, channel, couldSee);
}

/** Tells of a changed channel. Whoever gains sight of it is told of its threads too. */
export function publishChannelUpdate(world: World, guild: GuildRecord, channel: GuildChannelRecord, couldSee: boolean): void {
  world.publishInGuild(guild, 'CHANNEL_UPDATE', channelForBot(world, channel));
  if (couldSee || world.permissionsIn(channel, world.bot.id) === 0n) return;
  const sync = { guild_id: guild.id, channel_ids: [channel.id], ...activeThreads(world, guild, channel.id) };
  world.publishInGuild(guild, 'THREAD_LIST_SYNC', sync);
}

export function addRole(world: World, guild: GuildRecord, spec: RoleSpec): APIRole {
  requireName('a role', spec.name);
  const position = spec.position ?? [...guild.roles.values()].filter(({ managed }) => !managed).length;
  const role = makeRole(world.snowflakes.next(), spec.name, permissionBits(spec.permissions ?? []), position, spec.mentionable);
  guild.roles.set(role.id, role);
  world.publishInGuild(guild, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role });
  return role;
}

/** @throws {@link FakeDiscordError} `FAKE_ALREADY_MEMBER` */
export function addMember(world: World, guild: GuildRecord, user: APIUser, spec: MemberParts = {}): MemberRecord {
  if (guild.members.has(user.id)) {
    throw new FakeDiscordError('FAKE_ALREADY_MEMBER', {
      what: `${user.username} is already in the guild "${guild.name}".`,
      cure: 'Use the user that is there, or add somebody of another name.',
    });
  }
  const member = join(world, guild, user, spec);
  world.publishInGuild(guild, 'GUILD_MEMBER_ADD', { ...memberPayload(member), guild_id: guild.id });
  world.arrivals.tell({ guild, user });
  return member;
}

/** Changes a member's nick, roles or time-out. */
export function updateMember(world: World, guild: GuildRecord, userId: string, change: Partial<Omit<MemberRecord, 'user'>>): MemberRecord {
  const member: MemberRecord = { ...world.member(guild, userId), ...change };
  guild.members.set(userId, member);
  world.publishInGuild(guild, 'GUILD_MEMBER_UPDATE', { ...memberPayload(member), guild_id: guild.id });
  return member;
}

/** Takes a person out of a guild: a leave, or a kick. */
export function removeMember(world: World, guild: GuildRecord, userId: string): void {
  const member = world.member(guild, userId);
  leaveVoice(world, userId, guild.id);
  guild.members.delete(userId);
  world.publishInGuild(guild, 'GUILD_MEMBER_REMOVE', { guild_id: guild.id, user: member.user });
}

/** The conversation between the bot and a person. Discord tells bots nothing when one is opened. */
export function openDirectChannel(world: World, user: APIUser): DirectChannelRecord {
  const known = world.directChannels.get(user.id);
  if (known !== undefined) return known;
  const id = world.snowflakes.next();
  const channel: DirectChannelRecord = { id, isDirect: true, recipient: user, messages: new MessageLog(world.options.messagesPerChannel) };
  world.directChannels.set(user.id, channel);
  world.channels.set(id, channel);
  return channel;
}

function settleIn(world: World, guild: GuildRecord, spec: GuildSpec, owner: APIUser): void {
  join(world, guild, owner, {});
  join(world, guild, world.bot, { roles: spec.botPermissions === undefined ? [] : [addBotRole(world, guild, spec.botPermissions)] });
  for (let count = guild.members.size; count < (spec.memberCount ?? 0); count += 1) {
    const id = world.snowflakes.next();
    const user = makeUser({ id, name: `member_${id}`, isBot: false });
    world.addUser(user);
    join(world, guild, user, {});
  }
}

/** The role that comes with an invited bot and carries what it was invited with. */
function addBotRole(world: World, guild: GuildRecord, permissions: readonly PermissionInput[]): string {
  const role = makeRole(world.snowflakes.next(), world.bot.username, permissionBits(permissions), BOT_ROLE_POSITION);
  guild.roles.set(role.id, { ...role, managed: true, tags: { bot_id: world.bot.id } });
  return role.id;
}

/** Puts somebody into a guild without a word of it. */
function join(world: World, guild: GuildRecord, user: APIUser, { nick, roles = [], ...voice }: MemberParts): MemberRecord {
  const joinedAt = isoTime(world.clock.wallMs());
  const member: MemberRecord = {
    user,
    nick: nick ?? null,
    roles: roles.map((role) => roleId(guild, role)),
    joinedAt,
    timedOutUntil: null,
    ...voice,
  };
  guild.members.set(user.id, member);
  return member;
}

/** @throws {@link OptionsError} `INVALID_OPTION` for what is no role of the guild */
function roleId(guild: GuildRecord, role: unknown): string {
  const id: unknown = typeof role === 'object' && role !== null ? (role as { readonly id?: unknown }).id : role;
  if (typeof id === 'string' && guild.roles.has(id)) return id;
  const names = [...guild.roles.values()].map(({ id: each, name }) => `${name} (${each})`);
  throw new OptionsError('INVALID_OPTION', {
    what: `The guild "${guild.name}" has no role ${shown(role)}.`,
    cure: `Give \`roles\` what \`guild.addRole(…)\` returned, or its id. There are: ${names.join(', ')}.`,
  });
}

function guildIdFor(world: World, { id, shard, name }: GuildSpec): string {
  if (id === undefined) return world.snowflakes.nextGuild(shard);
  if (isSnowflake(id) && !world.guilds.has(id) && shard === undefined) return id;
  throw new OptionsError('INVALID_OPTION', {
    what: `The guild "${name}" cannot have the id "${id}".`,
    cure: 'Give an id of digits that no other guild has, and no `shard` beside it; or leave the id out.',
  });
}

/** A role as it is when nobody has said more of it. */
export function makeRole(id: string, name: string, permissions: bigint, position: number, mentionable = false): APIRole {
  return {
    id,
    name,
    position,
    mentionable,
    permissions: permissions.toString(),
    ...STILL_SENT,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    flags: 0 as APIRole['flags'],
  };
}

function wireOverwrite(guild: GuildRecord, overwrite: OverwriteSpec): APIOverwrite {
  const { id, allow = [], deny = [] } = overwrite;
  for (const [field, names] of Object.entries({ allow, deny })) checkNames(field, names);
  if (!isSnowflake(id))
    throw new OptionsError('INVALID_OPTION', {
      what: `The \`id\` of an overwrite is ${shown(id)}.`,
      cure: 'Give the id of a role or of a user; for @everyone, the id of the guild.',
    });
  const type = guild.roles.has(id) ? OVERWRITE_ROLE : OVERWRITE_MEMBER;
  return { id, type, allow: permissionBits(allow).toString(), deny: permissionBits(deny).toString() };
}

/** Overwrites as the wire has them carry numbers in the place of names. */
function checkNames(field: string, names: unknown): void {
  if (Array.isArray(names)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${field}\` of an overwrite is ${shown(names)}, not a list of permissions.`,
    cure: `Name them: { id, ${field}: ['SendMessages'] }. Bits, as Discord's API has them, are not taken here.`,
  });
}
