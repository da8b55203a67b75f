import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';

interface DeleteInsteadProps {
  readonly message: APIMessage;
  readonly onDone: () => void;
}

/** What is asked when nothing is left of a message that is being changed. */
export function DeleteInstead({ message, onDone }: DeleteInsteadProps): VNode {
  const seat = useSeat();
  const remove = (): void => {
    void seat.attempt('delete', { channelId: message.channel_id, messageId: message.id });
    onDone();
  };
  return (
    <p class="failed-note" role="alert">
      Nothing is left of it. Delete the message?{' '}
      <button type="button" class="link" onClick={remove}>
        Delete
      </button>
    </p>
  );
}
