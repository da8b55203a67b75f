import { useState } from 'preact/hooks';
import type { Choosable } from '../components/choices.js';
import { filterChoices } from './filterChoices.js';

/** What is chosen from, and what becomes of it. */
export interface ChoiceRules {
  /** Asked for when the list opens: what there is to choose may have changed. */
  readonly choices: () => readonly Choosable[];
  readonly chosen: readonly string[];
  readonly max: number;
  readonly min: number;
  /** When one is chosen, or, where several may be, when the list closes with a change. */
  readonly onDone: (values: readonly string[]) => void;
}

/** A list of choices, open or closed. */
export interface ChoiceBoxState {
  readonly active: number;
  readonly isOpen: boolean;
  readonly onFocusOut: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly open: (typed: string) => void;
  readonly pick: (value: string) => void;
  readonly picked: readonly string[];
  readonly send: () => void;
  readonly shown: readonly Choosable[];
  /** What stands in the field: what is typed while the list is open, else what is chosen. */
  readonly text: string;
}

interface OpenList {
  readonly active: number;
  readonly all: readonly Choosable[];
  readonly picked: readonly string[];
  readonly typed: string;
}

export function useChoiceBox({ choices, chosen, max, min, onDone }: ChoiceRules): ChoiceBoxState {
  const [list, setList] = useState<OpenList | null>(null);
  const [sent, setSent] = useState<readonly string[]>(chosen);
  const shown = list === null ? [] : filterChoices(list.all, list.typed);
  const isMultiple = max > 1;

  const open = (typed: string): void => setList({ active: 0, all: list?.all ?? choices(), picked: list?.picked ?? sent, typed });
  const send = (values: readonly string[]): void => {
    setList(null);
    if (values.length < min || (isMultiple && values.join() === sent.join())) return;
    setSent(values);
    onDone(values);
  };
  const pick = (value: string): void => {
    if (list === null) return;
    const picked = list.picked.includes(value) ? list.picked.filter((each) => each !== value) : [...list.picked, value];
    if (!isMultiple) send([value]);
    else if (picked.length <= max) setList({ ...list, picked });
  };
  const move = (by: number): void => {
    if (list !== null) setList({ ...list, active: (list.active + by + shown.length) % Math.max(1, shown.length) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = (list === null ? closedKeys : openKeys)[event.key];
    // Enter in a field that is filled in sends the form that it stands in.
    if (act === undefined || (list === null && event.key === 'Enter' && sent.length > 0)) return;
    event.preventDefault();
    event.stopPropagation();
    act({
      close: () => (isMultiple && list !== null ? send(list.picked) : setList(null)),
      move,
      open: () => open(''),
      pick: () => pick(shown[list?.active ?? 0]?.value ?? ''),
    });
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (list === null || !leaves(event)) return;
    if (isMultiple) send(list.picked);
    else setList(null);
  };
  return {
    active: list?.active ?? 0,
    isOpen: list !== null,
    onFocusOut,
    onKeyDown,
    open,
    pick,
    picked: list?.picked ?? sent,
    send: () => send(list?.picked ?? sent),
    shown,
    text: list?.typed ?? summaryOf(sent, choices),
  };
}

interface KeyActs {
  readonly close: () => void;
  readonly move: (by: number) => void;
  readonly open: () => void;
  readonly pick: () => void;
}

type Keys = Readonly<Record<string, (acts: KeyActs) => void>>;

const closedKeys: Keys = { ArrowDown: ({ open }) => open(), Enter: ({ open }) => open() };

const openKeys: Keys = {
  ArrowDown: ({ move }) => move(1),
  ArrowUp: ({ move }) => move(-1),
  Enter: ({ pick }) => pick(),
  Escape: ({ close }) => close(),
};

function summaryOf(values: readonly string[], choices: () => readonly Choosable[]): string {
  if (values.length === 0) return '';
  const labels = new Map(choices().map(({ label, value }) => [value, label]));
  return values.map((value) => labels.get(value) ?? value).join(', ');
}

function leaves(event: FocusEvent): boolean {
  return event.currentTarget instanceof Node && !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget));
}
