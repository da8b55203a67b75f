import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import type { GivenValue } from '../state/protocol.js';
import { AutocompleteField } from './AutocompleteField.js';
import { givenValue } from './givenValues.js';
import { OptionChoice } from './OptionChoice.js';
import { OptionFile } from './OptionFile.js';

export interface OptionChipProps {
  readonly command: string;
  readonly given: Readonly<Record<string, GivenValue>>;
  readonly isMissing: boolean;
  readonly onGive: (name: string, value: GivenValue | undefined) => void;
  readonly option: APIApplicationCommandBasicOption;
}

const attachment = 11;
const chosen: ReadonlySet<number> = new Set([5, 6, 7, 8, 9]);

/** An option of a command: its name, and the field that its kind needs. */
export function OptionChip(props: OptionChipProps): VNode {
  const { isMissing, option } = props;
  return (
    <label class={`option-chip ${isMissing ? 'is-missing' : ''}`} title={option.description} data-option={option.name}>
      <span>{option.name}</span>
      <OptionField {...props} />
      {isMissing && <span class="sr">is required</span>}
    </label>
  );
}

function OptionField(props: OptionChipProps): VNode {
  const { onGive, option } = props;
  const kind: number = option.type;
  if (kind === attachment) return <OptionFile {...props} />;
  if ('autocomplete' in option && option.autocomplete) return <AutocompleteField {...props} />;
  if (chosen.has(kind) || hasChoices(option)) return <OptionChoice {...props} />;
  return (
    <input
      type="text"
      inputMode={kind === 4 || kind === 10 ? 'decimal' : 'text'}
      aria-label={option.name}
      aria-invalid={props.isMissing}
      autocomplete="off"
      onInput={(event) => onGive(option.name, givenValue(option, event.currentTarget.value))}
    />
  );
}

function hasChoices(option: object): boolean {
  return 'choices' in option && Array.isArray(option.choices) && option.choices.length > 0;
}
