import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Choice } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';
import { ChoiceList } from '../ui/ChoiceList.js';
import { givenValue } from './givenValues.js';
import type { OptionChipProps } from './OptionChip.js';

const debounceMs = 200;

/** An option for which the bot suggests values while it is typed. Suggestions for what was typed before are not shown any more. */
export function AutocompleteField({ command, given, onGive, option }: OptionChipProps): VNode {
  const seat = useSeat();
  const listId = useId();
  const asked = useRef(0);
  const [typed, setTyped] = useState('');
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);

  const ask = async (): Promise<void> => {
    const { channelId } = seat.place.peek();
    if (channelId === null) return;
    const number = (asked.current += 1);
    const outcome = await seat.attempt('autocomplete', { channelId, name: command, option: option.name, typed, values: given });
    if (number === asked.current) setChoices(outcome?.choices ?? []);
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(() => void ask(), debounceMs);
    return () => clearTimeout(timer);
  }, [typed, isOpen]);
  const pick = (value: string): void => {
    const choice = choices?.find((each) => String(each.value) === value);
    setTyped(choice?.name ?? typed);
    setOpen(false);
    onGive(option.name, choice?.value);
  };
  const write = (text: string): void => {
    setTyped(text);
    setOpen(true);
    setActive(0);
    onGive(option.name, givenValue(option, text));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = choices?.length ?? 0;
    const choice = choices?.[active];
    if (!isOpen || count === 0) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if (event.key === 'Enter' && choice !== undefined) pick(String(choice.value));
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="choice-box">
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={option.name}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={isOpen}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        aria-busy={isOpen && choices === null}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isOpen && choices !== null && (
        <ChoiceList
          active={active}
          choices={choices.map(({ name, value }) => ({ label: name, value: String(value) }))}
          id={listId}
          label={`Suggestions for ${option.name}`}
          onPick={pick}
          picked={[]}
        />
      )}
    </span>
  );
}
