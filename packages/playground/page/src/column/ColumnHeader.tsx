import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { channelName } from '../navigation/ChannelButton.js';
import { channelIcon } from '../navigation/channelIcon.js';
import { PersonSwitch } from '../people/PersonSwitch.js';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';
import type { Side } from './Column.js';
import { PinsButton } from './PinsButton.js';

interface ColumnHeaderProps {
  readonly onSide: (side: Side) => void;
  readonly side: Side;
}

/** Where the person looks, and who they are. */
export function ColumnHeader({ onSide, side }: ColumnHeaderProps): VNode {
  const seat = useSeat();
  const channel = seat.channel.value;
  const topic = channel !== undefined && 'topic' in channel ? channel.topic : null;
  const isHidingNews = side !== 'channels' && (seat.person.value?.unread.size ?? 0) > 0;
  const toggle = (which: Side): void => onSide(side === which ? null : which);
  return (
    <header class="column-header">
      <IconButton
        icon="menu"
        isMarked={isHidingNews}
        isPressed={side === 'channels'}
        label={isHidingNews ? 'Servers and channels (unread)' : 'Servers and channels'}
        onClick={() => toggle('channels')}
      />
      {channel !== undefined && (
        <h2 title={topic ?? undefined}>
          <Icon name={channelIcon(channel)} />
          <span>{channelName(channel)}</span>
        </h2>
      )}
      <span class="topic">{topic}</span>
      <span class="grow" />
      {channel !== undefined && <PinsButton channelId={channel.id} />}
      <IconButton icon="people" isPressed={side === 'members'} label="Members" onClick={() => toggle('members')} />
      <PersonSwitch />
    </header>
  );
}
