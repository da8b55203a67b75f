import type { VNode } from 'preact';
import type { Choosable } from '../components/choices.js';
import { Icon } from '../icons/Icon.js';
import { EmojiView } from './EmojiView.js';

interface ChoiceListProps {
  readonly active: number;
  readonly choices: readonly Choosable[];
  /** What stands there when there is nothing to choose. */
  readonly empty?: string;
  readonly id: string;
  readonly label: string;
  /** Where several may be chosen: what the button below does. */
  readonly onDone?: () => void;
  readonly onPick: (value: string) => void;
  readonly picked: readonly string[];
}

/** What can be chosen. The focus stays in the field; the active line is told by its id. */
export function ChoiceList({ active, choices, empty = 'Nothing fits', id, label, onDone, onPick, picked }: ChoiceListProps): VNode {
  return (
    <div class="choice-list" onMouseDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={label} aria-multiselectable={onDone !== undefined}>
        {choices.map((choice, index) => (
          <ChoiceLine
            key={choice.value}
            choice={choice}
            id={`${id}-${index}`}
            isActive={index === active}
            isPicked={picked.includes(choice.value)}
            onPick={onPick}
          />
        ))}
        {choices.length === 0 && <li class="empty">{empty}</li>}
      </ul>
      {onDone !== undefined && (
        <button type="button" class="button is-primary" onClick={onDone}>
          Done
        </button>
      )}
    </div>
  );
}

interface ChoiceLineProps {
  readonly choice: Choosable;
  readonly id: string;
  readonly isActive: boolean;
  readonly isPicked: boolean;
  readonly onPick: (value: string) => void;
}

function ChoiceLine({ choice, id, isActive, isPicked, onPick }: ChoiceLineProps): VNode {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isPicked}
      class={isActive ? 'is-active' : ''}
      data-value={choice.value}
      ref={(line) => {
        if (isActive) line?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onPick(choice.value)}
    >
      {choice.emoji !== undefined && <EmojiView emoji={choice.emoji} />}
      <span>
        {choice.label}
        {choice.description !== undefined && <small>{choice.description}</small>}
      </span>
      {isPicked && <Icon name="check" size={14} />}
    </li>
  );
}
