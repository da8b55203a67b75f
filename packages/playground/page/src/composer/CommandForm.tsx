import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import type { GivenValue } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';
import type { CommandEntry } from './commandEntries.js';
import { missingOptions } from './givenValues.js';
import { OptionChip } from './OptionChip.js';

interface CommandFormProps {
  readonly channelId: string;
  readonly entry: CommandEntry;
  readonly onDone: () => void;
}

type Given = Readonly<Record<string, GivenValue>>;

/** A command with its options as chips: those that are required, and those that were added. */
export function CommandForm({ channelId, entry, onDone }: CommandFormProps): VNode {
  const seat = useSeat();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState<Given>({});
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [isChecked, setChecked] = useState(false);
  const missing = missingOptions(entry.options, given);
  const isShown = (name: string, isRequired: boolean | undefined): boolean => isRequired === true || added.has(name);

  // Before anything is painted: whoever types on at once types into the field.
  useLayoutEffect(() => focusFirst(form.current), [added]);
  const give = (name: string, value: GivenValue | undefined): void => {
    const { [name]: _, ...others } = given;
    setGiven(value === undefined ? others : { ...others, [name]: value });
  };
  const send = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (missing.length > 0) return;
    void seat.attempt('useCommand', { channelId, name: entry.name, values: given });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    <form ref={form} class="command-form" aria-label={`Command ${entry.name}`} onSubmit={send} onKeyDown={onKeyDown}>
      <p class="command-line">
        <code class="command-name">/{entry.name}</code>
        <span class="hint">{entry.description}</span>
      </p>
      <div class="option-chips">
        {entry.options
          .filter(({ name, required }) => isShown(name, required))
          .map((option) => (
            <OptionChip
              key={option.name}
              command={entry.name}
              given={given}
              isMissing={isChecked && missing.includes(option)}
              onGive={give}
              option={option}
            />
          ))}
        {entry.options
          .filter(({ name, required }) => !isShown(name, required))
          .map(({ description, name }) => (
            <button key={name} type="button" class="option-add" title={description} onClick={() => setAdded(new Set(added).add(name))}>
              <Icon name="add" size={12} /> {name}
            </button>
          ))}
        <span class="grow" />
        <IconButton icon="close" label="Leave the command" shortcut="Escape" onClick={onDone} />
        <button type="submit" class="icon-button" aria-label="Use command" title="Use command (Enter)">
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** The first field without a value, else the button that sends. */
function focusFirst(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('.option-chip input') ?? [])];
  (fields.find((field) => field.value === '') ?? form?.querySelector<HTMLElement>('[type=submit]'))?.focus();
}
