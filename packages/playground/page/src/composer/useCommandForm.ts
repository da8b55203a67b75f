import { useRef, useState } from 'preact/hooks';
import type { GivenValue } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';
import type { CommandEntry } from './commandEntries.js';
import { missingOptions } from './givenValues.js';

/** Gives a value to an option, or none; `flaw` says why what was typed is no value. */
export type Give = (name: string, value: GivenValue | undefined, flaw?: string | null) => void;

/** A command being filled in. */
export interface CommandDraft {
  readonly add: (name: string) => void;
  /** Options that are not required, and were added. */
  readonly added: ReadonlySet<string>;
  /** Why an option keeps the command from being used; `null` until one tries, and when it does not. */
  readonly complaintOf: (name: string) => string | null;
  readonly give: Give;
  readonly given: Readonly<Record<string, GivenValue>>;
  readonly remove: (name: string) => void;
  /** Resolves with the name of an option that is wrong, and with `null` when there is nothing left to mend here. */
  readonly send: () => Promise<string | null>;
}

type Flaws = Readonly<Record<string, string>>;

/** Keeps what was filled in until Discord has taken the command: what is refused can be mended. */
export function useCommandForm(channelId: string, { name, options }: CommandEntry, onDone: () => void): CommandDraft {
  const seat = useSeat();
  const isSending = useRef(false);
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [flaws, setFlaws] = useState<Flaws>({});
  const [given, setGiven] = useState<Readonly<Record<string, GivenValue>>>({});
  const [isChecked, setChecked] = useState(false);
  const missing = new Set(missingOptions(options, given).map((option) => option.name));
  const complaint = (option: string): string | null => flaws[option] ?? (missing.has(option) ? 'is required' : null);

  const give: Give = (option, value, flaw = null) => {
    setGiven((before) => withValue(before, option, value));
    setFlaws((before) => withValue(before, option, flaw ?? undefined));
  };
  const remove = (option: string): void => {
    give(option, undefined);
    setAdded(new Set([...added].filter((each) => each !== option)));
  };
  const send = async (): Promise<string | null> => {
    setChecked(true);
    const wrong = options.find((option) => complaint(option.name) !== null);
    if (wrong !== undefined) return wrong.name;
    if (isSending.current) return null;
    isSending.current = true;
    const isTaken = await seat.use('useCommand', { channelId, name, values: given });
    isSending.current = false;
    if (isTaken) onDone();
    return null;
  };
  const add = (option: string): void => setAdded(new Set(added).add(option));
  return { add, added, complaintOf: (option) => (isChecked ? complaint(option) : null), give, given, remove, send };
}

function withValue<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const { [name]: _, ...others } = record;
  return value === undefined ? others : { ...others, [name]: value };
}
