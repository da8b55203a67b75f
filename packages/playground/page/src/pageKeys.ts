import { groupChannels } from './state/channelOrder.js';
import { layer } from './state/Layers.js';
import type { Playground } from './state/Playground.js';
import type { Seat } from './state/Seat.js';

/** The keys that work everywhere on the page. */
export function onPageKey(event: KeyboardEvent, playground: Playground, onBackstage: () => void): void {
  if (event.ctrlKey && event.key === '/') layer.value = { type: 'shortcuts' };
  else if (!event.altKey || event.ctrlKey || event.metaKey) return;
  else if (/^[1-9]$/.test(event.key))
    column(Number(event.key) - 1)
      ?.querySelector<HTMLElement>('.message-field')
      ?.focus();
  else if (event.key === 'ArrowDown') neighbour(seatOf(playground), 1);
  else if (event.key === 'ArrowUp') neighbour(seatOf(playground), -1);
  else if (event.key.toLowerCase() === 'b') onBackstage();
  else if (event.key.toLowerCase() === 't') document.querySelector<HTMLElement>('.timeline-search input')?.focus();
  else return;
  event.preventDefault();
}

function column(index: number): HTMLElement | undefined {
  return document.querySelectorAll<HTMLElement>('[data-seat]')[index];
}

/** The column that has the focus, else the first one. */
function seatOf(playground: Playground): Seat | undefined {
  const id = document.activeElement?.closest<HTMLElement>('[data-seat]')?.dataset['seat'];
  const seats = playground.seats.peek();
  return seats.find((seat) => seat.id === id) ?? seats[0];
}

function neighbour(seat: Seat | undefined, by: -1 | 1): void {
  const person = seat?.person.peek();
  const { channelId = null, guildId = null } = seat?.place.peek() ?? {};
  if (seat === undefined || person == null || guildId === null) return;
  const listed = groupChannels(person.channels.values(), guildId).flatMap((group) => group.channels);
  const ids = listed.flatMap(({ channel, threads }) => [channel.id, ...threads.map(({ id }) => id)]);
  const at = ids.indexOf(channelId ?? '');
  seat.open(ids[(at + by + ids.length) % ids.length] ?? null);
}
