import type { APIChannel } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { useSeat } from '../state/seatContext.js';

/** The thread that a message began. */
export function ThreadChip({ thread }: { readonly thread: APIChannel }): VNode {
  const seat = useSeat();
  const known = seat.person.value?.channels.get(thread.id) ?? thread;
  const count = 'message_count' in known ? (known.message_count ?? 0) : 0;
  return (
    <button type="button" class="thread-chip" onClick={() => seat.open(thread.id)}>
      <Icon name="thread" />
      <strong>{known.name}</strong>
      <span>{count === 1 ? '1 message' : `${count} messages`}</span>
    </button>
  );
}
