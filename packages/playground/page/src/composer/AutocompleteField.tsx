import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ChoiceList } from '../ui/ChoiceList.js';
import { givenValue } from './givenValues.js';
import type { OptionFieldProps } from './OptionChip.js';
import { optionFlaw } from './optionFlaw.js';
import { useSuggestions } from './useSuggestions.js';

/** An option for which the bot suggests values while it is typed. */
export function AutocompleteField({ command, complaintId, given, onGive, option }: OptionFieldProps): VNode {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const suggested = useSuggestions({ command, given, option: option.name, typed }, isOpen);
  const choices = suggested === 'failed' ? [] : suggested;
  const count = choices?.length ?? 0;

  const pick = (value: string): void => {
    const choice = choices?.find((each) => String(each.value) === value);
    setOpen(false);
    if (choice === undefined) return;
    setTyped(choice.name);
    onGive(option.name, choice.value);
  };
  const write = (text: string): void => {
    setTyped(text);
    setOpen(true);
    setActive(0);
    onGive(option.name, givenValue(option, text), optionFlaw(option, text));
  };
  // Esc also ends waiting for suggestions: only the next one leaves the command.
  const openActs: KeyActs = { Escape: () => setOpen(false) };
  const move = (by: number): void => setActive((active + count + by) % count);
  const acts: KeyActs = { ...openActs, ...listActs(move, () => pick(String(choices?.[active]?.value))) };
  return (
    <span class="choice-box">
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        aria-describedby={complaintId}
        aria-invalid={complaintId !== undefined}
        aria-label={option.name}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={isOpen}
        aria-activedescendant={isOpen && count > 0 ? `${listId}-${active}` : undefined}
        aria-busy={isOpen && choices === null}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => isOpen && actOnKey(event, count > 0 ? acts : openActs)}
      />
      {isOpen && choices !== null && (
        <ChoiceList
          active={active}
          choices={choices.map(({ name, value }) => ({ label: name, value: String(value) }))}
          empty={suggested === 'failed' ? 'Loading options failed' : 'No options match'}
          id={listId}
          label={`Suggestions for ${option.name}`}
          onPick={pick}
          picked={[]}
        />
      )}
    </span>
  );
}

type KeyActs = Readonly<Record<string, () => void>>;

function listActs(move: (by: number) => void, pick: () => void): KeyActs {
  return { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: pick };
}

function actOnKey(event: KeyboardEvent, acts: KeyActs): void {
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
