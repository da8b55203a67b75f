import { pointUnder } from '../state/Layers.js';
import type { Seat } from '../state/Seat.js';
import { moveFocus } from '../ui/focusTrap.js';
import { pickEmoji } from './emojiPicker.js';

/** Keys in the list of messages: arrows move from one to the next, letters do something with the one that has the focus. */
export function onMessageKey(event: KeyboardEvent, seat: Seat): void {
  if (!(event.currentTarget instanceof HTMLElement) || isTyping(event)) return;
  moveFocus(event, event.currentTarget, '[data-message-id]');
  const row = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const message = seat.room.peek().messages.find(({ id }) => id === row?.dataset['messageId']);
  if (message === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = { channelId: message.channel_id, messageId: message.id };
  if (event.key === 'r') seat.aim.value = { type: 'reply', message };
  else if (event.key === 'e' && message.author.id === seat.id) seat.aim.value = { type: 'edit', message };
  else if (event.key === 'p') void seat.attempt(message.pinned ? 'unpin' : 'pin', place);
  else if (event.key === 'Delete') void seat.attempt('delete', place);
  else if (event.key === '+') pickEmoji(seat, pointUnder(row), message);
  else if (event.key === 'm' || event.key === 'Enter') row?.querySelector<HTMLElement>('[aria-label="More"]')?.click();
  else return;
  event.preventDefault();
}

/** Keys belong to the row only while nothing in it has the focus. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.dataset['messageId'] === undefined && !target.classList.contains('message-list');
}
