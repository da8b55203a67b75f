import type { Seat } from '../state/Seat.js';
import type { CommandEntry } from './commandEntries.js';

/** What the keys of the message field work on. */
export interface FormState {
  readonly active: number;
  readonly entries: readonly CommandEntry[];
  readonly onCommand: (entry: CommandEntry) => void;
  readonly seat: Seat;
  readonly send: () => void;
  readonly setActive: (index: number) => void;
  readonly text: string;
  readonly write: (text: string) => void;
}

/** What the keys do; those that are not in here are the browser's. */
type KeyMap = Readonly<Record<string, () => void>>;

/** The keys of the message field: in the list of commands while there is one, else of writing. */
export function formKeys(state: FormState): KeyMap {
  return state.entries.length > 0 ? pickerKeys(state) : writingKeys(state);
}

function pickerKeys({ active, entries, onCommand, setActive, write }: FormState): KeyMap {
  const move = (by: number): void => setActive((active + by + entries.length) % entries.length);
  const choose = (): void => {
    const entry = entries[active];
    if (entry !== undefined) onCommand(entry);
  };
  return { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: choose, Escape: () => write(''), Tab: choose };
}

function writingKeys({ seat, send, text }: FormState): KeyMap {
  const leave = (): void => {
    seat.aim.value = null;
  };
  return { Enter: send, Escape: leave, ...(text === '' && { ArrowUp: () => editLast(seat) }) };
}

/** The last message that this person wrote here, if they can still change it. */
function editLast(seat: Seat): void {
  const own = seat.room
    .peek()
    .messages.findLast(({ author, message_snapshots: forwarded }) => author.id === seat.id && forwarded === undefined);
  if (own !== undefined) seat.aim.value = { type: 'edit', message: own };
}
