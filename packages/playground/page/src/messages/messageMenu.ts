import type { APIMessage } from 'discord-api-types/v10';
import { openMenu } from '../state/Layers.js';
import { may, permission } from '../state/permissions.js';
import type { Seat } from '../state/Seat.js';
import type { MenuItem } from '../ui/Menu.js';
import { openEmojiPicker } from './emojiPicker.js';
import { hasFlag, messageFlag } from './kinds.js';

const messageCommand = 3;

/** Opens the menu of a message. */
export function openMessageMenu(event: MouseEvent, seat: Seat, message: APIMessage): void {
  openMenu(event, 'Message', messageItems(seat, message, event));
}

/** What can be done with a message. */
export function messageItems(seat: Seat, message: APIMessage, event: MouseEvent): readonly MenuItem[] {
  const place = { channelId: message.channel_id, messageId: message.id };
  if (hasFlag(message, messageFlag.ephemeral)) {
    return [{ type: 'item', label: 'Dismiss message', icon: 'close', run: () => seat.dismiss(message.id) }];
  }
  return [
    { type: 'item', label: 'Add reaction', icon: 'smile', run: () => openEmojiPicker(event, seat, message) },
    { type: 'item', label: 'Reply', icon: 'reply', run: () => (seat.aim.value = { type: 'reply', message }) },
    ...ownItems(seat, message),
    ...moderatorItems(seat, message),
    { type: 'item', label: 'Copy text', icon: 'copy', run: () => void navigator.clipboard.writeText(message.content) },
    { type: 'item', label: 'Copy message id', icon: 'copy', run: () => void navigator.clipboard.writeText(message.id) },
    ...commandItems(seat, (name) => void seat.attempt('useMessageCommand', { ...place, name })),
  ];
}

function ownItems(seat: Seat, message: APIMessage): readonly MenuItem[] {
  if (message.author.id !== seat.id) return [];
  return [{ type: 'item', label: 'Edit message', icon: 'edit', run: () => (seat.aim.value = { type: 'edit', message }) }];
}

function moderatorItems(seat: Seat, message: APIMessage): readonly MenuItem[] {
  const place = { channelId: message.channel_id, messageId: message.id };
  const channel = seat.channel.peek();
  const isDirect = seat.place.peek().guildId === null;
  const items: MenuItem[] = [];
  if (!isDirect && message.thread === undefined && may(channel, permission.createPublicThreads)) {
    items.push({ type: 'item', label: 'Start a thread', icon: 'thread', run: () => startThread(seat, message) });
  }
  if (isDirect || may(channel, permission.pinMessages)) {
    const label = message.pinned ? 'Unpin message' : 'Pin message';
    items.push({ type: 'item', label, icon: 'pin', run: () => void seat.attempt(message.pinned ? 'unpin' : 'pin', place) });
  }
  if (message.author.id === seat.id || may(channel, permission.manageMessages)) {
    items.push({ type: 'item', label: 'Delete message', icon: 'trash', isDangerous: true, run: () => void seat.attempt('delete', place) });
  }
  return items;
}

/** A thread is named after the beginning of its message. */
export function startThread(seat: Seat, message: APIMessage): void {
  const name = message.content.split('\n')[0]?.slice(0, 60).trim();
  const args = { channelId: message.channel_id, messageId: message.id, name: name === undefined || name === '' ? 'New thread' : name };
  void seat.attempt('startThread', args).then((made) => made?.channelId != null && seat.open(made.channelId));
}

function commandItems(seat: Seat, use: (name: string) => void): readonly MenuItem[] {
  const commands = seat.commands.peek().filter((command) => command.type === messageCommand);
  if (commands.length === 0) return [];
  return [{ type: 'line' }, ...commands.map(({ name }) => ({ type: 'item', icon: 'command', label: name, run: () => use(name) }) as const)];
}
