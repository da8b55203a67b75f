import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';
import { usePageTime } from './usePageTime.js';

/** Who is typing here. It keeps its height when nobody is, so that nothing jumps. */
export function TypingLine({ channelId }: { readonly channelId: string }): VNode {
  const seat = useSeat();
  const now = usePageTime();
  const typing = (seat.person.value?.typing ?? []).filter((each) => each.channelId === channelId && each.untilMs > now);
  const names = typing.map(({ userId }) => seat.names.value.user(userId) ?? 'Somebody');
  return (
    <p class="typing-line" aria-live="polite" data-typing={names.length}>
      {names.length > 0 && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {sentence(names)}
        </>
      )}
    </p>
  );
}

function sentence(names: readonly string[]): string {
  if (names.length > 3) return 'Several people are typing…';
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing…`;
}
