import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import { links } from '../../text/links.js';
import { mention } from '../../text/mention.js';
import { madeAt } from '../dates.js';
import type { RESTPatchAPIChannelJSONBody } from 'discord-api-types/v10';
import type { Identified } from '../Identified.js';
import { View } from '../View.js';
import type {
  AnyChannel,
  GuildBasedChannel,
  PlacedChannel,
  PostChannel,
  PrivateChannel,
  TextBasedChannel,
  VoiceBasedChannel,
} from './AnyChannel.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import { KINDS, type Kind } from './kinds.js';
import type { Thread } from './Thread.js';

/** A change to the settings of a channel or a thread. What a kind of channel does not have, Discord ignores or refuses. */
export type ChannelChanges = BodyOptions<RESTPatchAPIChannelJSONBody>;

/** What all channels have in common, whether they are known or only their ids. */
export abstract class ChannelView<Payload extends Identified = Identified> extends View<Payload> {
  /** Which kind of channel it is; `undefined` for a handle. It tells the members of {@link AnyChannel} apart. */
  get type(): Kind {
    return (this.data as { readonly type?: Exclude<Kind, 'unknown'> }).type;
  }

  get id(): string {
    return this.data.id;
  }

  /** The guild that it belongs to; `undefined` for direct messages, and for a handle of a channel that is not cached. */
  get guildId(): string | undefined {
    return this.views.cache.channel(this.id)?.guild_id;
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** `<#id>`, which Discord shows as the channel's name. */
  get mention(): string {
    return mention.channel(this.id);
  }

  /** The link that opens it. */
  get url(): string {
    return links.channel({ guildId: this.guildId ?? null, channelId: this.id });
  }

  /** The channel as the cache knows it now; `undefined` when it does not. */
  get cached(): AnyChannel | undefined {
    return this.views.cachedChannel(this.id);
  }

  /** Whether messages are sent in it: text, announcement, voice and stage channels, threads, direct messages. */
  isTextBased(): this is TextBasedChannel {
    return KINDS.text.includes(this.type);
  }

  /** Whether it is a thread; the posts of a forum are. */
  isThread(): this is Thread {
    return KINDS.thread.includes(this.type);
  }

  /** Whether people talk in it: voice and stage channels. */
  isVoiceBased(): this is VoiceBasedChannel {
    return KINDS.voice.includes(this.type);
  }

  /** Whether it holds posts: forum and media channels. */
  isPostBased(): this is PostChannel {
    return KINDS.post.includes(this.type);
  }

  /** Whether it belongs to a guild, as threads do. */
  isGuild(): this is GuildBasedChannel {
    return KINDS.guild.includes(this.type);
  }

  /** Whether it stands in the list of a guild's channels, as threads do not. */
  isPlaced(): this is PlacedChannel {
    return KINDS.place.includes(this.type);
  }

  /** Whether it is a direct message, or that of a group. */
  isDirect(): this is PrivateChannel {
    return KINDS.direct.includes(this.type);
  }

  /**
   * The channel as it is now.
   *
   * @throws {@link DiscordApiError} when it does not exist, or the bot may not see it; {@link RateLimitError} and {@link TransportError} as every call
   */
  async fetch(options?: CallOptions): Promise<AnyChannel> {
    return this.views.channel(await this.views.rest.channels.get(this.id, options));
  }

  /**
   * Changes its settings; what is left out stays. Needs MANAGE_CHANNELS, of a thread MANAGE_THREADS.
   *
   * @throws {@link OptionsError} `INVALID_BODY` or `UNKNOWN_OPTION`; and as {@link ChannelView.fetch}
   * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel | Modify channel}
   */
  async edit(changes: ChannelChanges, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.views.channel(await this.views.rest.channels.edit(this.id, changedBody<RESTPatchAPIChannelJSONBody>(changes), options));
  }

  /** Renames it. Discord allows this twice in ten minutes. */
  async setName(name: string, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ name }, options);
  }

  /** Deletes it for good, or closes a direct message. The channels of a category stay. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.delete(this.id, options);
  }

  /** The mention: a channel can stand in a template. */
  override toString(): string {
    return this.mention;
  }
}
