import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';

/** What Discord says under a message whose component was used in vain. */
export function FailedNote({ messageId }: { readonly messageId: string }): VNode | null {
  const seat = useSeat();
  const failed = [...(seat.person.value?.interactions.values() ?? [])].find(
    (news) => news.messageId === messageId && news.state === 'failed',
  );
  if (failed === undefined) return null;
  return (
    <p class="failed-note" role="alert">
      This interaction failed
      <button type="button" class="link" onClick={() => seat.forget(failed.id)}>
        Dismiss
      </button>
    </p>
  );
}
