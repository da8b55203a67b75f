import type { VNode } from 'preact';
import { firstLetter } from '../ui/firstLetter.js';
import { Icon } from '../icons/Icon.js';
import { groupChannels, isDirect, isForum, isVoice } from '../state/channelOrder.js';
import type { PersonState } from '../state/PersonState.js';
import { useSeat } from '../state/seatContext.js';

/** The servers that somebody is in, and their direct conversations. */
export function GuildRail(): VNode | null {
  const seat = useSeat();
  const person = seat.person.value;
  const { guildId } = seat.place.value;
  if (person === null) return null;
  const direct = [...person.channels.values()].find(isDirect);
  return (
    <nav class="guild-rail" aria-label="Servers">
      <button
        type="button"
        aria-label="Direct messages"
        aria-current={guildId === null}
        disabled={direct === undefined}
        title={direct === undefined ? 'No direct conversation with the bot yet' : 'Direct messages'}
        onClick={() => seat.open(direct?.id ?? null)}
      >
        <Icon name="mail" size={18} />
      </button>
      <hr />
      {[...person.guilds.values()].map(({ guild }) => (
        <button
          key={guild.id}
          type="button"
          aria-label={guild.name}
          aria-current={guild.id === guildId}
          title={guild.name}
          data-guild-id={guild.id}
          onClick={() => seat.open(entrance(person, guild.id))}
        >
          {initials(guild.name)}
        </button>
      ))}
    </nav>
  );
}

function entrance(person: PersonState, guildId: string): string | null {
  const channels = groupChannels(person.channels.values(), guildId).flatMap((group) => group.channels);
  return channels.find(({ channel }) => !isVoice(channel) && !isForum(channel))?.channel.id ?? null;
}

function initials(name: string): string {
  return name.split(/\s+/).map(firstLetter).join('').slice(0, 3).toUpperCase();
}
