import type { APIMessage } from 'discord-api-types/v10';
import { layer, pointOf } from '../state/Layers.js';
import type { Seat } from '../state/Seat.js';
import type { MenuPoint } from '../ui/Menu.js';

/** Lets somebody choose an emoji to react with, where the pointer is. */
export function openEmojiPicker(event: MouseEvent, seat: Seat, message: APIMessage): void {
  event.stopPropagation();
  pickEmoji(seat, pointOf(event), message);
}

/** The same at any point of the window. */
export function pickEmoji(seat: Seat, at: MenuPoint, message: APIMessage): void {
  const { guildId } = seat.place.peek();
  const emojis = seat.person.peek()?.guilds.get(guildId ?? '')?.guild.emojis ?? [];
  const onChoose = (emoji: string): void => void seat.attempt('react', { channelId: message.channel_id, emoji, messageId: message.id });
  layer.value = { type: 'emoji', at, emojis, onChoose };
}
