import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { useSeat } from '../state/seatContext.js';
import { isGrouped, startsDay } from './kinds.js';
import { ListScroll } from './ListScroll.js';
import { MessageRow } from './MessageRow.js';
import { onMessageKey } from './messageKeys.js';

/**
 * The messages of the channel. Only those near what is seen are in the page; `data-message-count` is how many there are. While the
 * reader is at the end, the list stays there.
 */
export function MessageList(): VNode {
  const seat = useSeat();
  const [scroll] = useState(() => new ListScroll());
  const box = useRef<HTMLDivElement>(null);
  const { channelId } = seat.place.value;
  const { hasMore, isLoaded, messages } = seat.room.value;
  const dismissed = seat.dismissed.value;
  const shown = dismissed.size === 0 ? messages : messages.filter(({ id }) => !dismissed.has(id));
  const last = shown.at(-1);
  scroll.follow(last?.author.id === seat.id ? last.id : null);
  const { aboveHeight, belowHeight, end, start } = scroll.window(channelId, shown, scroll.version.value);
  useLayoutEffect(() => scroll.settle(box.current));
  useEffect(() => {
    // The composer grows and shrinks: who is at the end stays there.
    const observer = new ResizeObserver(() => scroll.settle(box.current));
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [scroll]);
  const onScroll = (): void => {
    if (box.current !== null && scroll.moved(box.current) && hasMore) void seat.fetchHistory();
  };
  return (
    <div
      ref={box}
      class="message-list"
      role="region"
      aria-label={`Messages in ${seat.channel.value?.name ?? 'this conversation'}`}
      tabIndex={0}
      onScroll={onScroll}
      onLoadCapture={() => scroll.settle(box.current)}
      onKeyDown={(event) => onMessageKey(event, seat)}
    >
      {isLoaded && !hasMore && <Beginning />}
      <div style={{ height: `${aboveHeight}px` }} />
      <ol data-message-count={shown.length} data-channel-id={channelId}>
        {shown.slice(start, end).map((message, index) => row(shown, message, start + index))}
      </ol>
      <div style={{ height: `${belowHeight}px` }} />
      {!scroll.isAtEnd && <ToEnd onClick={() => box.current !== null && scroll.toEnd(box.current)} />}
    </div>
  );
}

function row(all: readonly APIMessage[], message: APIMessage, index: number): VNode {
  const before = all[index - 1];
  return (
    <MessageRow
      key={message.id}
      message={message}
      position={index + 1}
      isGrouped={isGrouped(message, before)}
      startsDay={startsDay(message, before)}
    />
  );
}

function Beginning(): VNode {
  const { channel } = useSeat();
  const name = channel.value?.name;
  return (
    <div class="beginning">
      <h3>{name == null ? 'A direct conversation' : `Welcome to #${name}`}</h3>
      <p>This is where it begins. Write something, or type / for the bot’s commands.</p>
    </div>
  );
}

function ToEnd({ onClick }: { readonly onClick: () => void }): VNode {
  return (
    <button type="button" class="to-end" onClick={onClick}>
      Jump to the newest message <Icon name="down" size={14} />
    </button>
  );
}
