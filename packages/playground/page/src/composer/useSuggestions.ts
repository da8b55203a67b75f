import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, GivenValue } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';

const debounceMs = 200;

/** What the bot is asked about. */
export interface Asked {
  readonly command: string;
  readonly given: Readonly<Record<string, GivenValue>>;
  readonly option: string;
  readonly typed: string;
}

/** What came of asking: nothing yet, suggestions, or that the bot did not answer in time. */
export type Suggested = readonly Choice[] | 'failed' | null;

/** What the bot suggests for an option, asked when the typing rests. Answers to what was typed before are not shown any more. */
export function useSuggestions({ command, given, option, typed }: Asked, isAsking: boolean): Suggested {
  const seat = useSeat();
  const asked = useRef(0);
  const [choices, setChoices] = useState<Suggested>(null);
  const ask = async (): Promise<void> => {
    const { channelId } = seat.place.peek();
    if (channelId === null) return;
    const number = (asked.current += 1);
    const outcome = await seat.attempt('autocomplete', { channelId, name: command, option, typed, values: given });
    if (number === asked.current) setChoices(outcome?.choices ?? 'failed');
  };
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => void ask(), debounceMs);
    return () => clearTimeout(timer);
  }, [typed, isAsking]);
  return choices;
}
