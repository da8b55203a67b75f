import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Composer } from '../composer/Composer.js';
import { MessageList } from '../messages/MessageList.js';
import { ModalDialog } from '../modal/ModalDialog.js';
import { ChannelList } from '../navigation/ChannelList.js';
import { GuildRail } from '../navigation/GuildRail.js';
import { MemberList } from '../people/MemberList.js';
import { isForum } from '../state/channelOrder.js';
import type { Seat } from '../state/Seat.js';
import { SeatContext } from '../state/seatContext.js';
import { SurroundingsContext, type Surroundings } from '../state/surroundings.js';
import { Announcer } from './Announcer.js';
import { ColumnHeader } from './ColumnHeader.js';
import { ForumPosts } from './ForumPosts.js';
import { localSource } from './localSource.js';
import { useIsNarrow } from './useIsNarrow.js';

/** Which part of a column lies open beside its messages. */
export type Side = 'channels' | 'members' | null;

interface ColumnProps {
  readonly isFirst: boolean;
  readonly seat: Seat;
}

/** What one person sees, and what they do. */
export function Column({ isFirst, seat }: ColumnProps): VNode {
  const [side, setSide] = useState<Side>(isFirst ? 'channels' : null);
  const body = useRef<HTMLDivElement>(null);
  const surroundings = useSurroundingsOf(seat);
  const person = seat.person.value;
  const channel = seat.channel.value;
  const isNarrow = useIsNarrow(body);
  useEffect(() => {
    // A drawer goes when it has done its work.
    if (isNarrow) setSide(null);
  }, [channel?.id, isNarrow]);
  const closeDrawer = (): void => {
    if (isNarrow) setSide(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') closeDrawer();
  };
  return (
    <SeatContext.Provider value={seat}>
      <SurroundingsContext.Provider value={surroundings}>
        <section
          class="column"
          aria-label={`Acting as ${person?.me.username ?? seat.id}`}
          data-seat={seat.id}
          data-person={person?.me.username}
        >
          <ColumnHeader side={side} onSide={setSide} />
          <div ref={body} class="column-body" onKeyDown={onKeyDown}>
            {side === 'channels' && (
              <div class="side">
                <GuildRail />
                <ChannelList />
              </div>
            )}
            <div class="conversation" onPointerDown={closeDrawer}>
              {person === null ? (
                <p class="empty">…</p>
              ) : channel !== undefined && isForum(channel) ? (
                <ForumPosts forum={channel} />
              ) : (
                <MessageList />
              )}
              <Composer />
            </div>
            {side === 'members' && <MemberList />}
          </div>
          <ModalDialog />
          <Announcer />
        </section>
      </SurroundingsContext.Provider>
    </SeatContext.Provider>
  );
}

function useSurroundingsOf(seat: Seat): Surroundings {
  const names = seat.names.value;
  const cdnOrigin = seat.playground.hello.value?.cdnOrigin ?? '';
  return useMemo(
    () => ({
      names,
      nowMs: () => seat.playground.time.nowMs.value,
      onChannel: (id) => seat.open(id),
      onCommand: (name) => {
        seat.wantedCommand.value = name;
      },
      source: (url) => localSource(url, cdnOrigin),
    }),
    [names, cdnOrigin],
  );
}
