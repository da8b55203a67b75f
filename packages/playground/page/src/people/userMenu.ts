import type { APIUser } from 'discord-api-types/v10';
import { openMenu } from '../state/Layers.js';
import type { Seat } from '../state/Seat.js';
import type { MenuItem } from '../ui/Menu.js';

const userCommand = 2;

/** Opens the menu of a person: act as them, copy their id, mention them, and the bot's commands for people. */
export function openUserMenu(event: MouseEvent, seat: Seat, user: APIUser): void {
  openMenu(event, user.global_name ?? user.username, [...personItems(seat, user), ...commandItems(seat, user)]);
}

function personItems(seat: Seat, user: APIUser): readonly MenuItem[] {
  const { playground } = seat;
  const isPerson = playground.people.peek().some(({ id }) => id === user.id);
  const isSeated = playground.seats.peek().some(({ id }) => id === user.id);
  const items: MenuItem[] = [];
  if (isPerson && !isSeated)
    items.push({ type: 'item', label: `Act as ${user.username}`, icon: 'column', run: () => playground.actAs(user.id) });
  items.push({ type: 'item', label: 'Copy user id', icon: 'copy', run: () => void navigator.clipboard.writeText(user.id) });
  return items;
}

function commandItems(seat: Seat, user: APIUser): readonly MenuItem[] {
  const { channelId } = seat.place.peek();
  const commands = seat.commands.peek().filter((command) => command.type === userCommand);
  if (commands.length === 0 || channelId === null) return [];
  const use = (name: string): void => void seat.attempt('useUserCommand', { channelId, name, userId: user.id });
  return [{ type: 'line' }, ...commands.map(({ name }) => ({ type: 'item', icon: 'command', label: name, run: () => use(name) }) as const)];
}
