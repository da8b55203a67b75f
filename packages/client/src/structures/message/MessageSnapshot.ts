import type { APIMessageSnapshot, APIMessageTopLevelComponent, MessageType } from 'discord-api-types/v10';
import { dateOf } from '../dates.js';
import { View } from '../View.js';
import type { MessageAttachment } from './MessageAttachment.js';
import type { Embed } from './Embed.js';
import { Mentions } from './Mentions.js';
import { parts } from './parts.js';
import type { StickerItem } from './StickerItem.js';

/**
 * What of a message was forwarded: a copy of that moment, without its author.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#message-snapshot-object | Message snapshot object}
 */
export class MessageSnapshot extends View<APIMessageSnapshot> {
  get content(): string {
    return this.data.message.content;
  }

  get type(): MessageType {
    return this.data.message.type;
  }

  get flags(): number {
    return this.data.message.flags ?? 0;
  }

  /** When it was sent. */
  get timestamp(): Date {
    return new Date(this.data.message.timestamp);
  }

  get editedTimestamp(): Date | null {
    return dateOf(this.data.message.edited_timestamp);
  }

  get attachments(): readonly MessageAttachment[] {
    return parts.attachments(this.data.message, this.views);
  }

  get embeds(): readonly Embed[] {
    return parts.embeds(this.data.message, this.views);
  }

  get stickerItems(): readonly StickerItem[] {
    return parts.stickerItems(this.data.message, this.views);
  }

  get components(): readonly APIMessageTopLevelComponent[] {
    return this.data.message.components ?? [];
  }

  /** Whom and what it mentions. */
  get mentions(): Mentions {
    return new Mentions(this.data.message, undefined, this.views);
  }

  /** The ids of the roles that it mentions. */
  get mentionRoles(): readonly string[] {
    return this.data.message.mention_roles;
  }
}
