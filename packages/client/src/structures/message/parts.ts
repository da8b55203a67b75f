import type { APIAttachment, APIEmbed, APIStickerItem } from 'discord-api-types/v10';
import type { Views } from '../Views.js';
import type { MessageAttachment } from './MessageAttachment.js';
import type { Embed } from './Embed.js';
import type { StickerItem } from './StickerItem.js';

/** What messages and copies of messages hold. */
export interface Holder {
  readonly attachments?: readonly APIAttachment[];
  readonly embeds?: readonly APIEmbed[];
  readonly sticker_items?: readonly APIStickerItem[];
}

/** The views of what a message or a copy of one holds. What Discord leaves out, it has none of. */
export const parts = {
  attachments: ({ attachments = [] }: Holder, views: Views): readonly MessageAttachment[] =>
    attachments.map((each) => views.attachment(each)),
  embeds: ({ embeds = [] }: Holder, views: Views): readonly Embed[] => embeds.map((each) => views.embed(each)),
  stickerItems: ({ sticker_items = [] }: Holder, views: Views): readonly StickerItem[] =>
    sticker_items.map((each) => views.stickerItem(each)),
};
