import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { IconButton } from '../ui/IconButton.js';
import type { CommandEntry } from './commandEntries.js';
import { OptionChip } from './OptionChip.js';
import { useCommandForm } from './useCommandForm.js';

interface CommandFormProps {
  readonly channelId: string;
  readonly entry: CommandEntry;
  readonly onDone: () => void;
}

/** A command with its options as chips: those that are required, and those that were added. */
export function CommandForm({ channelId, entry, onDone }: CommandFormProps): VNode {
  const form = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(null);
  const draft = useCommandForm(channelId, entry, onDone);
  const isShown = ({ name, required }: CommandEntry['options'][number]): boolean => required === true || draft.added.has(name);

  // Before anything is painted: whoever types on at once types into the field.
  useLayoutEffect(() => {
    focusIn(form.current, wanted.current);
    wanted.current = null;
  }, [draft.added]);
  const add = (name: string): void => {
    wanted.current = name;
    draft.add(name);
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wrong = await draft.send();
    if (wrong !== null) focusIn(form.current, wrong);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    <form ref={form} class="command-form" aria-label={`Command ${entry.name}`} onSubmit={(event) => void send(event)} onKeyDown={onKeyDown}>
      <p class="command-line">
        <code class="command-name">/{entry.name}</code>
        <span class="hint">{entry.description}</span>
      </p>
      <div class="option-chips">
        {entry.options.filter(isShown).map((option) => (
          <OptionChip
            key={option.name}
            command={entry.name}
            complaint={draft.complaintOf(option.name)}
            given={draft.given}
            onGive={draft.give}
            onRemove={option.required === true ? null : () => draft.remove(option.name)}
            option={option}
          />
        ))}
        {entry.options
          .filter((option) => !isShown(option))
          .map(({ description, name }) => (
            <button key={name} type="button" class="option-add" title={description} onClick={() => add(name)}>
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

/** The field of an option, or else the first one without a value, or else the button that sends. */
function focusIn(form: HTMLFormElement | null, option: string | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('.option-chip input') ?? [])];
  const wanted = fields.find((field) => field.closest<HTMLElement>('.option-chip')?.dataset['option'] === option);
  const empty = fields.find((field) => field.value === '');
  (wanted ?? empty ?? form?.querySelector<HTMLElement>('[type=submit]'))?.focus();
}
