import type { Attachment, AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type {
  RESTPatchAPIGuildChannelPositionsJSONBody,
  RESTPatchAPIGuildRolePositionsJSONBody,
  RESTPostAPIAutoModerationRuleJSONBody,
  RESTPostAPIGuildChannelJSONBody,
  RESTPostAPIGuildEmojiJSONBody,
  RESTPostAPIGuildRoleJSONBody,
  RESTPostAPIGuildScheduledEventJSONBody,
  RESTPostAPIGuildSoundboardSoundJSONBody,
  RESTPostAPIGuildStickerFormDataBody,
} from 'discord-api-types/v10';
import type { PlacedChannel } from '../channel/AnyChannel.js';
import type { ThreadPayload } from '../channel/payloads.js';
import type { Thread } from '../channel/Thread.js';
import type { Identified } from '../Identified.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import type { Webhook } from '../message/Webhook.js';
import { idOf, type Ref } from '../refs.js';
import { wireBody, type BodyOptions } from '../wireBody.js';
import type { AutoModRule } from './AutoModRule.js';
import type { Emoji } from './Emoji.js';
import { GuildPeople } from './GuildPeople.js';
import type { Integration } from './Integration.js';
import type { Invite } from './Invite.js';
import type { Role } from './Role.js';
import type { ScheduledEvent } from './ScheduledEvent.js';
import type { SoundboardSound } from './SoundboardSound.js';
import type { Sticker } from './Sticker.js';

/** A new role; `permissions` by their names, `icon` as a file. */
export type RoleOptions = ImageBodyOptions<RESTPostAPIGuildRoleJSONBody>;
/** A new emoji; `image` as a file of at most 256 KiB. */
export type EmojiOptions = ImageBodyOptions<RESTPostAPIGuildEmojiJSONBody>;
/** A new sticker; `file` is what `attachment` makes. */
export type StickerOptions = BodyOptions<Omit<RESTPostAPIGuildStickerFormDataBody, 'file'>> & { readonly file: Attachment };
/** A new sound; `sound` as a file of at most 512 KiB and 5.2 seconds. */
export type SoundboardSoundOptions = ImageBodyOptions<RESTPostAPIGuildSoundboardSoundJSONBody>;
/** A new event; moments as `Date`, `image` as a file. */
export type ScheduledEventOptions = ImageBodyOptions<RESTPostAPIGuildScheduledEventJSONBody>;
/** A new rule of AutoMod. */
export type AutoModRuleOptions = BodyOptions<RESTPostAPIAutoModerationRuleJSONBody>;
/** A new channel; `permissions` of its overwrites by their names. */
export type ChannelOptions = BodyOptions<RESTPostAPIGuildChannelJSONBody>;

const EVENT_NEEDS = ['name', 'privacy_level', 'scheduled_start_time', 'entity_type'] as const;

/** What can be done with what a guild contains: channels, roles, emojis, stickers, sounds, events, rules, integrations and invites. */
export abstract class GuildContents<Payload extends Identified = Identified> extends GuildPeople<Payload> {
  /** Its channels, without threads and without those that the bot may not see. */
  async fetchChannels(options?: CallOptions): Promise<readonly PlacedChannel[]> {
    return (await this.views.rest.guilds.channels(this.id, options)).map((channel) => this.views.channel(channel) as PlacedChannel);
  }

  /**
   * Makes a channel: a text channel, unless `type` says otherwise. Needs MANAGE_CHANNELS.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for a name of more than 100 characters, and for what else Discord is known to refuse
   * @example
   * ```ts
   * import type { Guild } from 'aplomb';
   *
   * export async function addStaffRoom(guild: Guild, staffRoleId: string): Promise<void> {
   *   const closed = { id: guild.id, type: 0, deny: ['VIEW_CHANNEL'] } as const;
   *   const open = { id: staffRoleId, type: 0, allow: ['VIEW_CHANNEL'] } as const;
   *   await guild.createChannel({ name: 'staff', permissionOverwrites: [closed, open] }, { reason: 'A room for the staff' });
   * }
   * ```
   * @see {@link https://docs.discord.com/developers/resources/guild#create-guild-channel | Create guild channel}
   */
  async createChannel(channel: ChannelOptions, options?: AuditedCallOptions): Promise<PlacedChannel> {
    const body = wireBody<RESTPostAPIGuildChannelJSONBody>(channel, ['name']);
    return this.views.channel(await this.views.rest.guilds.createChannel(this.id, body, options)) as PlacedChannel;
  }

  /** All threads that are not archived, private ones that the bot may see included. */
  async fetchActiveThreads(options?: CallOptions): Promise<readonly Thread[]> {
    const { threads } = await this.views.rest.guilds.activeThreads(this.id, options);
    return threads.map((thread) => this.views.thread(thread as ThreadPayload));
  }

  /** The webhooks of all channels. Needs MANAGE_WEBHOOKS. */
  async fetchWebhooks(options?: CallOptions): Promise<readonly Webhook[]> {
    return (await this.views.rest.webhooks.guildWebhooks(this.id, options)).map((webhook) => this.views.webhook(webhook));
  }

  /** All roles, `@everyone` included, whose id is the guild's. */
  async fetchRoles(options?: CallOptions): Promise<readonly Role[]> {
    return (await this.views.rest.guilds.roles(this.id, options)).map((role) => this.views.role(role, this.id));
  }

  async fetchRole(role: Ref, options?: CallOptions): Promise<Role> {
    return this.views.role(await this.views.rest.guilds.role(this.id, idOf(role), options), this.id);
  }

  /** How many members have each role, by its id; all have `@everyone`, which is left out. */
  async fetchRoleMemberCounts(options?: CallOptions): Promise<ReadonlyMap<string, number>> {
    return new Map(Object.entries(await this.views.rest.guilds.roleMemberCounts(this.id, options)));
  }

  /**
   * Makes a role. Without a name it is called "new role", without permissions it has those of `@everyone`. Needs MANAGE_ROLES.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#create-guild-role | Create guild role}
   */
  async createRole(role: RoleOptions = {}, options?: AuditedCallOptions): Promise<Role> {
    const body = await imageBody<RESTPostAPIGuildRoleJSONBody>(role);
    return this.views.role(await this.views.rest.guilds.createRole(this.id, body, options), this.id);
  }

  /** Moves roles: those that are named. Resolves with all roles. Needs MANAGE_ROLES. */
  async setRolePositions(positions: RESTPatchAPIGuildRolePositionsJSONBody, options?: AuditedCallOptions): Promise<readonly Role[]> {
    const roles = await this.views.rest.guilds.editRolePositions(this.id, positions, options);
    return roles.map((role) => this.views.role(role, this.id));
  }

  /** Moves channels: those that are named. Needs MANAGE_CHANNELS. */
  async setChannelPositions(positions: BodyOptions<RESTPatchAPIGuildChannelPositionsJSONBody>, options?: CallOptions): Promise<void> {
    const body = wireBody<RESTPatchAPIGuildChannelPositionsJSONBody>(positions);
    await this.views.rest.guilds.editChannelPositions(this.id, body, options);
  }

  async fetchEmojis(options?: CallOptions): Promise<readonly Emoji[]> {
    return (await this.views.rest.emojis.list(this.id, options)).map((emoji) => this.views.emoji(emoji, this.id));
  }

  async fetchEmoji(emoji: Ref, options?: CallOptions): Promise<Emoji> {
    return this.views.emoji(await this.views.rest.emojis.get(this.id, idOf(emoji), options), this.id);
  }

  /**
   * Makes an emoji. Needs CREATE_GUILD_EXPRESSIONS.
   *
   * @example
   * ```ts
   * import { attachment, type Guild } from 'aplomb';
   *
   * export async function addLogo(guild: Guild): Promise<void> {
   *   const emoji = await guild.createEmoji({ name: 'logo', image: attachment.fromPath('./logo.png') });
   *   console.log(`Write it as ${emoji.mention}`);
   * }
   * ```
   */
  async createEmoji(emoji: EmojiOptions, options?: AuditedCallOptions): Promise<Emoji> {
    const body = await imageBody<RESTPostAPIGuildEmojiJSONBody>(emoji, ['name', 'image']);
    return this.views.emoji(await this.views.rest.emojis.create(this.id, body, options), this.id);
  }

  async fetchStickers(options?: CallOptions): Promise<readonly Sticker[]> {
    return (await this.views.rest.stickers.list(this.id, options)).map((sticker) => this.views.sticker(sticker));
  }

  async fetchSticker(sticker: Ref, options?: CallOptions): Promise<Sticker> {
    return this.views.sticker(await this.views.rest.stickers.getForGuild(this.id, idOf(sticker), options));
  }

  /** Makes a sticker. Needs CREATE_GUILD_EXPRESSIONS. */
  async createSticker({ file, ...sticker }: StickerOptions, options?: AuditedCallOptions): Promise<Sticker> {
    const form = wireBody<Omit<RESTPostAPIGuildStickerFormDataBody, 'file'>>(sticker);
    return this.views.sticker(await this.views.rest.stickers.create(this.id, { ...form, file }, options));
  }

  async fetchSoundboardSounds(options?: CallOptions): Promise<readonly SoundboardSound[]> {
    return (await this.views.rest.soundboard.sounds(this.id, options)).items.map((sound) => this.views.soundboardSound(sound, this.id));
  }

  async fetchSoundboardSound(soundId: string, options?: CallOptions): Promise<SoundboardSound> {
    return this.views.soundboardSound(await this.views.rest.soundboard.sound(this.id, soundId, options), this.id);
  }

  /** Makes a sound of the soundboard. Needs CREATE_GUILD_EXPRESSIONS. */
  async createSoundboardSound(sound: SoundboardSoundOptions, options?: AuditedCallOptions): Promise<SoundboardSound> {
    const body = await imageBody<RESTPostAPIGuildSoundboardSoundJSONBody>(sound, ['name', 'sound']);
    return this.views.soundboardSound(await this.views.rest.soundboard.createSound(this.id, body, options), this.id);
  }

  /** Its events, each with how many are interested. */
  async fetchScheduledEvents(options?: CallOptions): Promise<readonly ScheduledEvent[]> {
    const events = await this.views.rest.scheduledEvents.list(this.id, { with_user_count: true }, options);
    return events.map((event) => this.views.scheduledEvent(event, this.id));
  }

  async fetchScheduledEvent(event: Ref, options?: CallOptions): Promise<ScheduledEvent> {
    const found = await this.views.rest.scheduledEvents.get(this.id, idOf(event), { with_user_count: true }, options);
    return this.views.scheduledEvent(found, this.id);
  }

  /** Makes an event. Needs CREATE_EVENTS, where it is to be. */
  async createScheduledEvent(event: ScheduledEventOptions, options?: AuditedCallOptions): Promise<ScheduledEvent> {
    const body = await imageBody<RESTPostAPIGuildScheduledEventJSONBody>(event, EVENT_NEEDS);
    return this.views.scheduledEvent(await this.views.rest.scheduledEvents.create(this.id, body, options), this.id);
  }

  /** The rules of AutoMod. Needs MANAGE_GUILD. */
  async fetchAutoModRules(options?: CallOptions): Promise<readonly AutoModRule[]> {
    return (await this.views.rest.autoModeration.rules(this.id, options)).map((rule) => this.views.autoModRule(rule, this.id));
  }

  async fetchAutoModRule(rule: Ref, options?: CallOptions): Promise<AutoModRule> {
    return this.views.autoModRule(await this.views.rest.autoModeration.rule(this.id, idOf(rule), options), this.id);
  }

  /** Makes a rule of AutoMod. Needs MANAGE_GUILD. */
  async createAutoModRule(rule: AutoModRuleOptions, options?: AuditedCallOptions): Promise<AutoModRule> {
    const body = wireBody<RESTPostAPIAutoModerationRuleJSONBody>(rule, ['name', 'event_type', 'trigger_type', 'actions']);
    return this.views.autoModRule(await this.views.rest.autoModeration.createRule(this.id, body, options), this.id);
  }

  /** The bots and services that are connected with it, 50 at most. Needs MANAGE_GUILD. */
  async fetchIntegrations(options?: CallOptions): Promise<readonly Integration[]> {
    return (await this.views.rest.guilds.integrations(this.id, options)).map((one) => this.views.integration(one, this.id));
  }

  /** All invites, with how often they were used. Needs MANAGE_GUILD. */
  async fetchInvites(options?: CallOptions): Promise<readonly Invite[]> {
    return (await this.views.rest.guilds.invites(this.id, options)).map((invite) => this.views.invite(invite));
  }

  /** The code of the invite that the guild chose for itself, `null` where it has none, and how often it was used. Needs MANAGE_GUILD. */
  async fetchVanityUrl(options?: CallOptions): Promise<{ readonly code: string | null; readonly uses: number }> {
    return this.views.rest.guilds.vanityUrl(this.id, options);
  }
}
