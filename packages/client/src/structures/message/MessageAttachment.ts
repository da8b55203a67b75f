import type { APIApplication, APIAttachment } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import type { User } from '../guild/User.js';
import { View } from '../View.js';
import { has } from './flags.js';

/** @see {@link https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags | Attachment flags} */
const IS_SPOILER = 1 << 3;

/**
 * A file of a message.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#attachment-object | Attachment object}
 */
export class MessageAttachment extends View<APIAttachment> {
  get id(): string {
    return this.data.id;
  }

  get filename(): string {
    return this.data.filename;
  }

  /** What Discord shows as its name, where that is not the file's. */
  get title(): string | null {
    return this.data.title ?? null;
  }

  /** What screen readers say about it. */
  get description(): string | null {
    return this.data.description ?? null;
  }

  /** Its MIME type. */
  get contentType(): string | null {
    return this.data.content_type ?? null;
  }

  /** In bytes. */
  get size(): number {
    return this.data.size;
  }

  /** Where it can be fetched, for about a day. */
  get url(): string {
    return this.data.url;
  }

  get proxyUrl(): string {
    return this.data.proxy_url;
  }

  /** In pixels, of pictures and videos. */
  get height(): number | null {
    return this.data.height ?? null;
  }

  /** In pixels, of pictures and videos. */
  get width(): number | null {
    return this.data.width ?? null;
  }

  /** A blurred picture of it, as a ThumbHash. */
  get placeholder(): string | null {
    return this.data.placeholder ?? null;
  }

  get placeholderVersion(): number | null {
    return this.data.placeholder_version ?? null;
  }

  /** Whether it goes with the interaction that it belongs to. */
  get ephemeral(): boolean {
    return this.data.ephemeral ?? false;
  }

  /** How long it plays, of voice messages, in seconds. */
  get durationSecs(): number | null {
    return this.data.duration_secs ?? null;
  }

  /** The curve of a voice message, in Base64. */
  get waveform(): string | null {
    return this.data.waveform ?? null;
  }

  get flags(): number {
    return this.data.flags ?? 0;
  }

  /** Who was in the stream that a clip shows. */
  get clipParticipants(): readonly User[] {
    return (this.data.clip_participants ?? []).map((user) => this.views.user(user));
  }

  get clipCreatedAt(): Date | null {
    return dateOf(this.data.clip_created_at);
  }

  /** What was streamed, of clips. */
  get application(): Camel<APIApplication> | null {
    return camel<APIApplication | null>(this.data.application ?? null);
  }

  /** Whether it is hidden until clicked. */
  get isSpoiler(): boolean {
    return has(this.flags, IS_SPOILER) || this.filename.startsWith('SPOILER_');
  }
}
