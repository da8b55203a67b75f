import type { Seat } from '../state/Seat.js';
import type { CommandEntry } from './commandEntries.js';

/** What the keys of the message field work on. */
interface FormState {
  readonly active: number;
  readonly entries: readonly CommandEntry[];
  readonly onCommand: (entry: CommandEntry) => void;
  readonly seat: Seat;
  readonly send: () => void;
  readonly setActive: (index: number) => void;
  readonly text: string;
  readonly write: (text: string) => void;
}

/** What a key does; `false` when it leaves the key to the browser. */
type KeyMap = Readonly<Record<string, () => boolean>>;

/** The keys of the message field: in the list of commands while there is one, else of writing. */
export function formKeys(state: FormState): KeyMap {
  return state.entries.length > 0 ? pickerKeys(state) : writingKeys(state);
}

function pickerKeys({ active, entries, onCommand, setActive, write }: FormState): KeyMap {
  const move = (by: number): boolean => done(setActive((active + by + entries.length) % entries.length));
  const choose = (): boolean => {
    const entry = entries[active];
    return entry === undefined ? false : done(onCommand(entry));
  };
  return { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: choose, Escape: () => done(write('')), Tab: choose };
}

function writingKeys({ seat, send, text }: FormState): KeyMap {
  return {
    ArrowUp: () => text === '' && editLast(seat),
    Enter: () => done(send()),
    Escape: () => {
      seat.aim.value = null;
      return true;
    },
  };
}

/** The last message that this person wrote here, if they can still change it. */
function editLast(seat: Seat): boolean {
  const message = seat.room.peek().messages.findLast(({ author, message_snapshots }) => author.id === seat.id && message_snapshots === undefined);
  if (message === undefined) return false;
  seat.aim.value = { type: 'edit', message };
  return true;
}

function done(_: void): boolean {
  return true;
}
