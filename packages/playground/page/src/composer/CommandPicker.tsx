import type { VNode } from 'preact';
import type { CommandEntry } from './commandEntries.js';

interface CommandPickerProps {
  readonly active: number;
  readonly entries: readonly CommandEntry[];
  readonly onChoose: (entry: CommandEntry) => void;
}

/** The commands that fit to what is typed. */
export function CommandPicker({ active, entries, onChoose }: CommandPickerProps): VNode {
  return (
    <ul class="command-picker" role="listbox" aria-label="Commands">
      {entries.map((entry, index) => (
        <li
          key={entry.name}
          role="option"
          aria-selected={index === active}
          class={index === active ? 'is-active' : ''}
          data-command={entry.name}
          ref={(line) => {
            if (index === active) line?.scrollIntoView({ block: 'nearest' });
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <strong>/{entry.name}</strong>
          {entry.options.map(({ name, required }) => (
            <span key={name} class={required === true ? 'option-name is-required' : 'option-name'}>
              {name}
            </span>
          ))}
          <small>{entry.description}</small>
        </li>
      ))}
    </ul>
  );
}
