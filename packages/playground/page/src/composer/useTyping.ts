import { useRef } from 'preact/hooks';
import { useSeat } from '../state/seatContext.js';

/** Discord's clients say it again after this long, and not more often. */
const againMs = 8_000;

/** Whether the others know that this person is typing. */
export interface Typing {
  /** A message was sent: others do not see them typing any more. */
  readonly end: () => void;
  readonly tell: () => void;
}

/** Tells the others that this person is typing. */
export function useTyping(channelId: string): Typing {
  const seat = useSeat();
  const toldAt = useRef(-againMs);
  const tell = (): void => {
    const now = performance.now();
    if (now - toldAt.current < againMs) return;
    toldAt.current = now;
    void seat.attempt('typing', { channelId });
  };
  return { tell, end: () => (toldAt.current = -againMs) };
}
