import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';
import { AuthorName } from '../messages/MessageHeader.js';
import { Avatar } from '../ui/Avatar.js';

/** The members of the server with their roles. */
export function MemberList(): VNode | null {
  const seat = useSeat();
  const guild = seat.person.value?.guilds.get(seat.place.value.guildId ?? '');
  if (guild === undefined) return null;
  return (
    <aside class="member-list" aria-label="Members">
      <h2>Members — {guild.members.size}</h2>
      <ul>
        {[...guild.members.values()].map(({ roles, user }) => (
          <li key={user.id} data-user-id={user.id}>
            <Avatar id={user.id} name={user.username} size="small" status={guild.presences.get(user.id) ?? 'offline'} />
            <span>
              <AuthorName author={user} /> {user.bot === true && <span class="badge">APP</span>}
              <small>{roles.flatMap((id) => guild.roles.get(id)?.name ?? []).join(', ')}</small>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
