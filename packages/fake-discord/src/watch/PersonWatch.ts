import { ChannelKind } from '../world/channelTypes.js';
import { isObject } from '../world/forms/Form.js';
import { messageEvent } from '../world/messagePayloads.js';
import { allows, channelsAndThreads, guildPermissions } from '../world/permissions.js';
import type { PermissionName } from '../world/permissions.js';
import type { ChannelRecord, GuildChannelRecord, GuildRecord } from '../world/records.js';
import type { Occurrence, World } from '../world/World.js';
import type { PersonEvent } from './PersonEvent.js';
import { bitsIn, canView, memberOf, seenChannel, seenGuild, visibleChannels } from './seenBy.js';

/** What only the bot is told. */
const FOR_THE_BOT: ReadonlySet<string> = new Set([
  'ENTITLEMENT_CREATE',
  'ENTITLEMENT_DELETE',
  'ENTITLEMENT_UPDATE',
  'INTERACTION_CREATE',
  'THREAD_LIST_SYNC',
  'THREAD_MEMBER_UPDATE',
  'VOICE_SERVER_UPDATE',
]);

/** What only those see who may do something about it. */
const FOR_MODERATORS: Readonly<Record<string, PermissionName>> = {
  AUTO_MODERATION_ACTION_EXECUTION: 'ManageGuild',
  AUTO_MODERATION_RULE_CREATE: 'ManageGuild',
  AUTO_MODERATION_RULE_DELETE: 'ManageGuild',
  AUTO_MODERATION_RULE_UPDATE: 'ManageGuild',
  GUILD_AUDIT_LOG_ENTRY_CREATE: 'ViewAuditLog',
  GUILD_BAN_ADD: 'BanMembers',
  GUILD_BAN_REMOVE: 'BanMembers',
  GUILD_INTEGRATIONS_UPDATE: 'ManageGuild',
  INTEGRATION_CREATE: 'ManageGuild',
  INTEGRATION_DELETE: 'ManageGuild',
  INTEGRATION_UPDATE: 'ManageGuild',
  INVITE_CREATE: 'ManageChannels',
  INVITE_DELETE: 'ManageChannels',
  WEBHOOKS_UPDATE: 'ManageWebhooks',
};

/** What may change who sees what. */
const SHIFTING: ReadonlySet<string> = new Set([
  'CHANNEL_CREATE',
  'CHANNEL_UPDATE',
  'GUILD_MEMBER_UPDATE',
  'GUILD_ROLE_CREATE',
  'GUILD_ROLE_DELETE',
  'GUILD_ROLE_UPDATE',
  'GUILD_UPDATE',
  'THREAD_CREATE',
  'THREAD_MEMBERS_UPDATE',
  'THREAD_UPDATE',
]);

const OF_A_CHANNEL = /^(?:CHANNEL|THREAD)_(?:CREATE|UPDATE|DELETE)$/;

/**
 * The eyes of one person: picks out of all that happens what they see, and words it for them. It remembers which channels they saw last and with
 * which permissions, since whatever shifts permissions lets channels come into sight and go out of it.
 */
export class PersonWatch {
  /** Of each guild that they are in, the channels in their list with their permissions there. */
  private readonly guilds = new Map<string, Map<string, string>>();
  private readonly tell: (event: PersonEvent) => void;
  private readonly userId: string;
  private readonly world: World;
  private isInDirectChannel: boolean;

  constructor(world: World, userId: string, tell: (event: PersonEvent) => void) {
    this.world = world;
    this.userId = userId;
    this.tell = tell;
    this.isInDirectChannel = world.directChannels.has(userId);
    for (const guild of world.guilds.values()) if (memberOf(guild, userId) !== undefined) this.remember(guild);
  }

  take(occurrence: Occurrence): void {
    const { guildId, onlyFor, t } = occurrence;
    if (FOR_THE_BOT.has(t) || (onlyFor !== null && onlyFor !== this.userId)) return;
    if (guildId === null) this.takeDirect(occurrence);
    else this.takeInGuild(guildId, occurrence);
  }

  private takeDirect(occurrence: Occurrence): void {
    const channel = this.channelOf(occurrence);
    if (channel === undefined) {
      if (occurrence.t === 'USER_UPDATE') this.tell({ t: occurrence.t, d: occurrence.d });
      return;
    }
    if (!canView(this.world, channel, this.userId)) return;
    if (!this.isInDirectChannel) this.tell({ t: 'CHANNEL_CREATE', d: seenChannel(this.world, channel, this.userId) });
    this.isInDirectChannel = true;
    this.forward(occurrence, channel);
  }

  private takeInGuild(guildId: string, occurrence: Occurrence): void {
    const guild = this.world.guilds.get(guildId);
    const isIn = guild !== undefined && memberOf(guild, this.userId) !== undefined;
    const list = this.guilds.get(guildId);
    if (guild === undefined || !isIn) return this.leave(guildId, guild);
    if (list === undefined) return this.enter(guild);
    if (OF_A_CHANNEL.test(occurrence.t)) return this.takeChannel(guild, list, occurrence);
    const channel = this.channelOf(occurrence);
    if (channel === undefined ? this.mayHear(guild, occurrence.t) : canView(this.world, channel, this.userId))
      this.forward(occurrence, channel);
    if (SHIFTING.has(occurrence.t)) this.shift(guild, list);
    if (occurrence.t === 'THREAD_MEMBERS_UPDATE') this.leaveThread(guild, list, occurrence.d);
  }

  private enter(guild: GuildRecord): void {
    this.remember(guild);
    this.tell({ t: 'GUILD_CREATE', d: seenGuild(this.world, guild, this.userId) });
  }

  private leave(guildId: string, guild: GuildRecord | undefined): void {
    if (!this.guilds.delete(guildId)) return;
    this.tell({ t: 'GUILD_DELETE', d: { id: guildId, ...(guild?.isAvailable === false && { unavailable: true }) } });
  }

  /** A channel came, changed or went: in their own words, since what the bot is told of hidden channels is not what a person sees. */
  private takeChannel(guild: GuildRecord, list: Map<string, string>, { d, t }: Occurrence): void {
    const id = idOf(d);
    if (t.endsWith('_DELETE')) {
      if (list.delete(id)) this.tell({ t, d });
      return;
    }
    this.shift(guild, list, id);
  }

  /** Compares what they see with what they saw, and tells the difference; and of `changedId` in any case. */
  private shift(guild: GuildRecord, list: Map<string, string>, changedId?: string): void {
    const visible = new Map(visibleChannels(this.world, guild, this.userId).map((channel) => [channel.id, channel]));
    for (const id of [...list.keys()]) if (!visible.has(id)) this.lose(guild, list, id);
    for (const [id, channel] of visible) {
      const before = list.get(id);
      const bits = bitsIn(this.world, channel, this.userId);
      if (before === bits && id !== changedId) continue;
      list.set(id, bits);
      this.tell({
        t: `${kindOf(channel)}_${before === undefined ? 'CREATE' : 'UPDATE'}`,
        d: seenChannel(this.world, channel, this.userId),
      });
    }
  }

  /** A channel went out of sight, or a thread was archived, which is told as a change. */
  private lose(guild: GuildRecord, list: Map<string, string>, id: string): void {
    list.delete(id);
    const channel = channelsAndThreads(guild).find((each) => each.id === id);
    if (channel === undefined) return;
    if (canView(this.world, channel, this.userId)) this.tell({ t: 'THREAD_UPDATE', d: seenChannel(this.world, channel, this.userId) });
    else this.tellGone(guild, list, channel);
  }

  /** That somebody leaves a thread is told while they are still in it; a private one is out of their sight then. */
  private leaveThread(guild: GuildRecord, list: Map<string, string>, d: unknown): void {
    const thread = guild.threads.get(idOf(d));
    const removed = isObject(d) ? d['removed_member_ids'] : undefined;
    if (thread?.type !== ChannelKind.PrivateThread || !Array.isArray(removed) || !removed.includes(this.userId)) return;
    if (!allows(this.world.permissionsIn(thread, this.userId), 'ManageThreads')) this.tellGone(guild, list, thread);
  }

  private tellGone(guild: GuildRecord, list: Map<string, string>, channel: GuildChannelRecord): void {
    list.delete(channel.id);
    this.tell({
      t: `${kindOf(channel)}_DELETE`,
      d: { id: channel.id, guild_id: guild.id, parent_id: channel.parentId, type: channel.type },
    });
  }

  private forward(occurrence: Occurrence, channel: ChannelRecord | undefined): void {
    this.tell({ t: occurrence.t, d: channel === undefined ? occurrence.d : this.inTheirWords(occurrence, channel) });
  }

  /** Messages say `me` of reactions and votes: of theirs, not of the bot's. The nonce is the author's affair. */
  private inTheirWords({ d, onlyFor, t }: Occurrence, channel: ChannelRecord): unknown {
    const record = t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE' ? channel.messages.find(idOf(d)) : undefined;
    if (record === undefined || !isObject(d)) return d;
    const { guild_id: _, ...shown } = messageEvent(this.world, channel, record, this.userId) as Readonly<Record<string, unknown>>;
    const place = channel.isDirect ? {} : { guild_id: channel.guildId };
    const isOwn = record.payload.author.id === this.userId && onlyFor === null;
    return { ...shown, ...place, ...(isOwn && d['nonce'] !== undefined && { nonce: d['nonce'] }) };
  }

  private mayHear(guild: GuildRecord, t: string): boolean {
    const needed = FOR_MODERATORS[t];
    const member = memberOf(guild, this.userId);
    return needed === undefined || (member !== undefined && allows(guildPermissions(guild, member, this.world.clock.wallMs()), needed));
  }

  private remember(guild: GuildRecord): void {
    const visible = visibleChannels(this.world, guild, this.userId);
    this.guilds.set(guild.id, new Map(visible.map((channel) => [channel.id, bitsIn(this.world, channel, this.userId)])));
  }

  private channelOf({ channelId }: Occurrence): ChannelRecord | undefined {
    return channelId === null ? undefined : this.world.channels.get(channelId);
  }
}

function kindOf({ thread }: GuildChannelRecord): string {
  return thread === null ? 'CHANNEL' : 'THREAD';
}

function idOf(d: unknown): string {
  return isObject(d) && typeof d['id'] === 'string' ? d['id'] : '';
}
