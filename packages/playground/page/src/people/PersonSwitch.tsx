import type { VNode } from 'preact';
import { openMenu } from '../state/Layers.js';
import { colorOf } from '../state/names.js';
import type { Seat } from '../state/Seat.js';
import { useSeat } from '../state/seatContext.js';
import { Avatar } from '../ui/Avatar.js';
import { colorText } from '../ui/colorText.js';
import { Icon } from '../icons/Icon.js';
import type { MenuItem } from '../ui/Menu.js';

/** Who acts in this column, with their highest role, and a menu to be somebody else. */
export function PersonSwitch(): VNode | null {
  const seat = useSeat();
  const person = seat.person.value;
  if (person === null) return null;
  const { guildId } = seat.place.value;
  const guild = person.guilds.get(guildId ?? '');
  const roles = (guild?.members.get(seat.id)?.roles ?? []).flatMap((id) => guild?.roles.get(id)?.name ?? []);
  const color = colorOf(person, guildId, seat.id);
  return (
    <button
      type="button"
      class="person-switch"
      aria-haspopup="menu"
      aria-label={`Acting as ${person.me.username}${roles.length === 0 ? '' : `, ${roles.join(', ')}`}`}
      title={roles.length === 0 ? 'No roles' : roles.join(', ')}
      onClick={(event) => openMenu(event, 'Who acts here', personItems(seat))}
    >
      <Avatar id={seat.id} name={person.me.username} size="small" />
      <span style={color === 0 ? {} : { '--name': colorText(color) }}>
        {person.me.username}
        {roles.length > 0 && <small>{roles.join(', ')}</small>}
      </span>
      <Icon name="down" size={12} />
    </button>
  );
}

function personItems(seat: Seat): readonly MenuItem[] {
  const { playground } = seat;
  const seated = new Set(playground.seats.peek().map(({ id }) => id));
  const others = playground.people.peek().filter(({ id }) => !seated.has(id));
  return [
    ...others.map(
      ({ id, user }) => ({ type: 'item', label: `Act as ${user.username} here`, run: () => playground.swap(seat, id) }) as const,
    ),
    ...others.map(
      ({ id, user }) =>
        ({ type: 'item', icon: 'column', label: `${user.username} in a new column`, run: () => playground.actAs(id) }) as const,
    ),
    ...(others.length > 0 ? [{ type: 'line' } as const] : []),
    ...roleItems(seat),
    ...(seated.size > 1
      ? [
          {
            type: 'item',
            icon: 'close',
            label: 'Close this column',
            run: () => {
              playground.leave(seat);
            },
          } as const,
        ]
      : []),
  ];
}

/** The roles of the server, to be given and taken away. */
function roleItems(seat: Seat): readonly MenuItem[] {
  const { guildId } = seat.place.peek();
  const guild = seat.person.peek()?.guilds.get(guildId ?? '');
  if (guild === undefined || guildId === null) return [];
  const own = guild.members.get(seat.id)?.roles ?? [];
  const roles = [...guild.roles.values()].filter(({ id, managed }) => id !== guildId && !managed);
  const toggle = (id: string): void => {
    const next = own.includes(id) ? own.filter((each) => each !== id) : [...own, id];
    void seat.playground.attempt('setRoles', { guildId, roles: next, userId: seat.id });
  };
  const items = roles.map(
    ({ id, name }) => ({ type: 'item', isChecked: own.includes(id), label: `Role: ${name}`, run: () => toggle(id) }) as const,
  );
  return items.length === 0 ? [] : [...items, { type: 'line' }];
}
