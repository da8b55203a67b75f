import { OptionsError } from '@aplomb/base';
import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APISoundboardSound, RESTPatchAPIGuildSoundboardSoundJSONBody } from 'discord-api-types/v10';
import { cdn } from '../../text/cdn.js';
import { idOf, type Ref } from '../refs.js';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import type { Guild } from './Guild.js';
import type { User } from './User.js';

/** What of a sound can be changed. */
export type SoundboardSoundChanges = BodyOptions<RESTPatchAPIGuildSoundboardSoundJSONBody>;

/**
 * A sound of the soundboard: a guild's, or one of those that everybody has.
 *
 * @see {@link https://docs.discord.com/developers/resources/soundboard#soundboard-sound-object | Soundboard sound object}
 */
export class SoundboardSound extends View<APISoundboardSound> {
  /** The guild that it belongs to; `null` for one that everybody has. */
  readonly guildId: string | null;

  constructor(source: Source<APISoundboardSound>, guildId: string | null, views: Views) {
    super(source, views);
    this.guildId = guildId;
  }

  /** Its id, under the name that other things have it. */
  get id(): string {
    return this.soundId;
  }

  get soundId(): string {
    return this.data.sound_id;
  }

  get name(): string {
    return this.data.name;
  }

  /** From 0 to 1. */
  get volume(): number {
    return this.data.volume;
  }

  /** The custom emoji that stands for it. */
  get emojiId(): string | null {
    return this.data.emoji_id;
  }

  /** The character that stands for it. */
  get emojiName(): string | null {
    return this.data.emoji_name;
  }

  /** Whether it can be used: it may be lost with a boost. */
  get available(): boolean {
    return this.data.available;
  }

  /** Who uploaded it. Only who may manage expressions is told. */
  get user(): User | null {
    return this.data.user === undefined ? null : this.views.user(this.data.user);
  }

  /** The guild that it belongs to; `undefined` where it is not cached. */
  get guild(): Guild | undefined {
    return this.guildId === null ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** Its file: MP3 or Ogg. */
  get url(): string {
    return cdn.soundboardSound(this.soundId);
  }

  /** Plays it in a voice channel that the bot is in. Needs SPEAK and USE_SOUNDBOARD, and for sounds of elsewhere USE_EXTERNAL_SOUNDS. */
  async playIn(channel: Ref, options?: CallOptions): Promise<void> {
    const source = this.guildId === null ? {} : { source_guild_id: this.guildId };
    await this.views.rest.soundboard.sendSound(idOf(channel), { sound_id: this.soundId, ...source }, options);
  }

  /**
   * Changes a guild's sound. Needs MANAGE_GUILD_EXPRESSIONS for those that the bot has not made.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for one that everybody has
   */
  async edit(changes: SoundboardSoundChanges, options?: AuditedCallOptions): Promise<SoundboardSound> {
    const guildId = this.ofGuild();
    const body = changedBody<RESTPatchAPIGuildSoundboardSoundJSONBody>(changes);
    return this.views.soundboardSound(await this.views.rest.soundboard.editSound(guildId, this.soundId, body, options), guildId);
  }

  /**
   * Deletes a guild's sound. Needs MANAGE_GUILD_EXPRESSIONS for those that the bot has not made.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for one that everybody has
   */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.soundboard.deleteSound(this.ofGuild(), this.soundId, options);
  }

  private ofGuild(): string {
    if (this.guildId !== null) return this.guildId;
    throw new OptionsError('INVALID_OPTION', {
      what: `Sound ${this.soundId} belongs to everybody.`,
      cure: 'Only sounds of guilds can be changed.',
    });
  }
}
