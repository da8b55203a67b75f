import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Choosable } from '../components/choices.js';
import { Icon } from '../icons/Icon.js';
import { ChoiceList } from './ChoiceList.js';
import { filterChoices } from './filterChoices.js';

interface ChoiceBoxProps {
  /** Asked for when the list opens: what there is to choose may have changed. */
  readonly choices: () => readonly Choosable[];
  readonly chosen: readonly string[];
  readonly customId?: string;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly label: string;
  readonly max: number;
  readonly min: number;
  /** When one is chosen, or, where several may be, when the list closes with a change. */
  readonly onDone: (values: readonly string[]) => void;
}

/** The list while it is open. */
interface OpenList {
  readonly active: number;
  readonly all: readonly Choosable[];
  readonly picked: readonly string[];
  readonly typed: string;
}

/** A field that opens a list to choose one or several things from, with a filter that is typed. */
export function ChoiceBox({ choices, chosen, customId, isDisabled = false, isPending = false, label, max, min, onDone }: ChoiceBoxProps): VNode {
  const listId = useId();
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
    if (!isMultiple) return send([value]);
    const picked = list.picked.includes(value) ? list.picked.filter((each) => each !== value) : [...list.picked, value];
    if (picked.length <= max) setList({ ...list, picked });
  };
  const move = (by: number): void => {
    if (list !== null) setList({ ...list, active: (list.active + by + shown.length) % Math.max(1, shown.length) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = list === null ? closedKeys[event.key] : openKeys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act({ close: () => setList(null), move, open: () => open(''), pick: () => pick(shown[list?.active ?? 0]?.value ?? '') });
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (list !== null && leaves(event)) send(isMultiple ? list.picked : []);
  };
  const summary = list === null ? summaryOf(sent, choices) : '';
  return (
    <div class={`choice-box ${isPending ? 'is-pending' : ''}`} onFocusOut={onFocusOut}>
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={label}
        aria-expanded={list !== null}
        aria-controls={listId}
        aria-activedescendant={list === null ? undefined : `${listId}-${list.active}`}
        aria-busy={isPending}
        data-custom-id={customId}
        disabled={isDisabled}
        placeholder={label}
        value={list === null ? summary : list.typed}
        onClick={() => list === null && open('')}
        onInput={(event) => open(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Icon name="down" size={14} />
      {list !== null && (
        <ChoiceList
          active={list.active}
          choices={shown}
          id={listId}
          label={label}
          onPick={pick}
          picked={list.picked}
          {...(isMultiple && { onDone: () => send(list.picked) })}
        />
      )}
    </div>
  );
}

interface KeyActs {
  readonly close: () => void;
  readonly move: (by: number) => void;
  readonly open: () => void;
  readonly pick: () => void;
}

const closedKeys: Readonly<Record<string, (acts: KeyActs) => void>> = {
  ArrowDown: ({ open }) => open(),
  Enter: ({ open }) => open(),
};

const openKeys: Readonly<Record<string, (acts: KeyActs) => void>> = {
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
