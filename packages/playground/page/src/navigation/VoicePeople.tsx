import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { useSeat } from '../state/seatContext.js';
import { Avatar } from '../ui/Avatar.js';

/** Who is in a voice channel. */
export function VoicePeople({ channelId }: { readonly channelId: string }): VNode | null {
  const seat = useSeat();
  const voice = seat.person.value?.guilds.get(seat.place.value.guildId ?? '')?.voice;
  const present = [...(voice?.values() ?? [])].filter((state) => state.channel_id === channelId);
  if (present.length === 0) return null;
  return (
    <ul class="voice-people" aria-label="People in this channel">
      {present.map(({ self_mute, self_video, user_id }) => {
        const name = seat.names.value.user(user_id) ?? user_id;
        return (
          <li key={user_id} data-user-id={user_id}>
            <Avatar id={user_id} name={name} size="small" />
            <span>{name}</span>
            {self_mute && <small>muted</small>}
            {self_video && <Icon name="camera" size={14} />}
          </li>
        );
      })}
    </ul>
  );
}
