import { useRef } from 'preact/hooks';
import { useSeat } from '../state/seatContext.js';

/** Discord's clients say it again after this long, and not more often. */
const againMs = 8_000;

/** Tells the others that this person is typing. */
export function useTyping(channelId: string): () => void {
  const seat = useSeat();
  const toldAt = useRef(-againMs);
  return () => {
    const now = performance.now();
    if (now - toldAt.current < againMs) return;
    toldAt.current = now;
    void seat.attempt('typing', { channelId });
  };
}
