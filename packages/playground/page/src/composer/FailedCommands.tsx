import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';

const command = 2;
const modal = 5;

/** Commands that wait for the bot's first word, and those that waited in vain. */
export function FailedCommands(): VNode | null {
  const seat = useSeat();
  const { channelId } = seat.place.value;
  const own = [...(seat.person.value?.interactions.values() ?? [])].filter(
    ({ channelId: id, kind, messageId }) => id === channelId && messageId === null && (kind === command || kind === modal),
  );
  if (own.length === 0) return null;
  return (
    <ul class="command-notes">
      {own.map(({ id, kind, name, state }) => (
        <li key={id} class={state === 'failed' ? 'failed-note' : 'waiting-note'} role={state === 'failed' ? 'alert' : 'status'}>
          <span>
            {kind === command && <code class="command-name">/{name}</code>}{' '}
            {state === 'failed' ? 'The application did not respond. This interaction failed' : 'Sending…'}
          </span>
          {state === 'failed' && (
            <button type="button" class="link" onClick={() => seat.forget(id)}>
              Dismiss
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
