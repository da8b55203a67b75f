import type { SeenChannel } from '@aplomb/fake-discord';
import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { isVoice } from '../state/channelOrder.js';
import { plainName } from '../state/names.js';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';
import { channelIcon } from './channelIcon.js';

/** A channel in the list. Voice channels can also be joined and left. */
export function ChannelButton({ channel }: { readonly channel: SeenChannel }): VNode {
  const seat = useSeat();
  const isOpen = seat.place.value.channelId === channel.id;
  const isUnread = seat.person.value?.unread.has(channel.id) === true;
  return (
    <div class={`channel-line ${isOpen ? 'is-open' : ''} ${isUnread ? 'is-unread' : ''}`}>
      <button
        type="button"
        class="channel"
        aria-current={isOpen ? 'page' : undefined}
        data-channel-id={channel.id}
        onClick={() => seat.open(channel.id)}
      >
        <Icon name={channelIcon(channel)} />
        <span>{channelName(channel)}</span>
        {isUnread && <span class="sr">(unread)</span>}
      </button>
      {isVoice(channel) && <VoiceButton channel={channel} />}
    </div>
  );
}

function VoiceButton({ channel }: { readonly channel: SeenChannel }): VNode {
  const seat = useSeat();
  const { guildId } = seat.place.value;
  const isIn = seat.person.value?.guilds.get(guildId ?? '')?.voice.get(seat.id)?.channel_id === channel.id;
  const toggle = (): void => {
    if (isIn && guildId !== null) void seat.attempt('leaveVoice', { guildId });
    else void seat.attempt('joinVoice', { channelId: channel.id });
  };
  const label = isIn ? `Leave ${channelName(channel)}` : `Join ${channelName(channel)}`;
  return <IconButton icon={isIn ? 'close' : 'add'} label={label} onClick={toggle} />;
}

/** What a channel is called: a direct conversation after whom it is with. */
export function channelName(channel: SeenChannel): string {
  const others = 'recipients' in channel ? (channel.recipients ?? []).map((user) => plainName(user)) : [];
  return channel.name ?? (others.length === 0 ? 'Conversation' : others.join(', '));
}
