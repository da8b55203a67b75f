import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIEmoji, RESTPatchAPIApplicationEmojiJSONBody, RESTPatchAPIGuildEmojiJSONBody } from 'discord-api-types/v10';
import { cdn, type MovingImageOptions } from '../../text/cdn.js';
import { mention } from '../../text/mention.js';
import { madeAt } from '../dates.js';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import type { Guild } from './Guild.js';
import type { User } from './User.js';

/** What of an emoji can be changed; `roles` are those of whom alone may use it, and only in guilds. */
export type EmojiChanges = BodyOptions<RESTPatchAPIGuildEmojiJSONBody>;

/**
 * An emoji that somebody uploaded: to a guild, or to the application.
 *
 * @see {@link https://docs.discord.com/developers/resources/emoji#emoji-object | Emoji object}
 */
export class Emoji extends View<APIEmoji> {
  /** The guild that it belongs to; `null` for one of the application. */
  readonly guildId: string | null;

  constructor(source: Source<APIEmoji>, guildId: string | null, views: Views) {
    super(source, views);
    this.guildId = guildId;
  }

  get id(): string {
    return this.data.id ?? '';
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** Without colons. Empty for one that was deleted, in reactions that are left. */
  get name(): string {
    return this.data.name ?? '';
  }

  /** The ids of the roles that may use it; none means everybody. */
  get roles(): readonly string[] {
    return this.data.roles ?? [];
  }

  /** Who uploaded it. Only who may manage expressions is told. */
  get user(): User | null {
    return this.data.user === undefined ? null : this.views.user(this.data.user);
  }

  get requireColons(): boolean {
    return this.data.require_colons !== false;
  }

  /** Whether an integration owns it. */
  get managed(): boolean {
    return this.data.managed === true;
  }

  get animated(): boolean {
    return this.data.animated === true;
  }

  /** Whether it can be used: it may be lost with a boost. */
  get available(): boolean {
    return this.data.available !== false;
  }

  /** The guild that it belongs to; `undefined` where it is not cached. */
  get guild(): Guild | undefined {
    return this.guildId === null ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** `<:name:id>`: what shows it in a message. */
  get mention(): string {
    return mention.emoji({ id: this.id, name: this.name, isAnimated: this.animated });
  }

  /** Its image. */
  url(options: Omit<MovingImageOptions, 'isAnimated'> = {}): string {
    return cdn.emoji(this.id, { isAnimated: this.animated, ...options });
  }

  /** The emoji as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<Emoji> {
    const { emojis } = this.views.rest;
    if (this.guildId !== null) return this.of(await emojis.get(this.guildId, this.id, options));
    return this.of(await emojis.getForApplication(this.views.applicationId(), this.id, options));
  }

  /** Changes its name, or who may use it. Needs MANAGE_GUILD_EXPRESSIONS for emojis that the bot has not made. */
  async edit(changes: EmojiChanges, options?: AuditedCallOptions): Promise<Emoji> {
    const { emojis } = this.views.rest;
    if (this.guildId !== null)
      return this.of(await emojis.edit(this.guildId, this.id, changedBody<RESTPatchAPIGuildEmojiJSONBody>(changes), options));
    const body = changedBody<RESTPatchAPIApplicationEmojiJSONBody>(changes);
    return this.of(await emojis.editForApplication(this.views.applicationId(), this.id, body, options));
  }

  /** Renames it: 2 to 32 letters, digits and underscores. */
  async setName(name: string, options?: AuditedCallOptions): Promise<Emoji> {
    return this.edit({ name }, options);
  }

  /** Deletes it. Needs MANAGE_GUILD_EXPRESSIONS for emojis that the bot has not made. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    const { emojis } = this.views.rest;
    if (this.guildId === null) await emojis.deleteForApplication(this.views.applicationId(), this.id, options);
    else await emojis.delete(this.guildId, this.id, options);
  }

  override toString(): string {
    return this.mention;
  }

  private of(emoji: APIEmoji): Emoji {
    return this.views.emoji(emoji, this.guildId);
  }
}
