import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { ChoiceList } from './ChoiceList.js';
import { useChoiceBox, type ChoiceRules } from './useChoiceBox.js';

interface ChoiceBoxProps extends ChoiceRules {
  readonly customId?: string;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly label: string;
}

/** A field that opens a list to choose one or several things from, with a filter that is typed. */
export function ChoiceBox({ customId, isDisabled = false, isPending = false, label, ...rules }: ChoiceBoxProps): VNode {
  const listId = useId();
  const box = useChoiceBox(rules);
  return (
    <div class={`choice-box ${isPending ? 'is-pending' : ''}`} onFocusOut={box.onFocusOut}>
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={label}
        aria-expanded={box.isOpen}
        aria-controls={listId}
        aria-activedescendant={box.isOpen ? `${listId}-${box.active}` : undefined}
        aria-busy={isPending}
        data-custom-id={customId}
        disabled={isDisabled}
        placeholder={label}
        value={box.text}
        onClick={() => {
          if (!box.isOpen) box.open('');
        }}
        onInput={(event) => box.open(event.currentTarget.value)}
        onKeyDown={box.onKeyDown}
      />
      <Icon name="down" size={14} />
      {box.isOpen && (
        <ChoiceList
          active={box.active}
          choices={box.shown}
          id={listId}
          label={label}
          onPick={box.pick}
          picked={box.picked}
          {...(rules.max > 1 && { onDone: box.send })}
        />
      )}
    </div>
  );
}
