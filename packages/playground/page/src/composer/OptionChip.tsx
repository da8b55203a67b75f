import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { GivenValue } from '../state/protocol.js';
import { IconButton } from '../ui/IconButton.js';
import { AutocompleteField } from './AutocompleteField.js';
import { givenValue } from './givenValues.js';
import { OptionChoice } from './OptionChoice.js';
import { OptionFile } from './OptionFile.js';
import { optionFlaw } from './optionFlaw.js';
import type { Give } from './useCommandForm.js';

/** What the field of an option works on. */
export interface OptionFieldProps {
  readonly command: string;
  readonly given: Readonly<Record<string, GivenValue>>;
  /** The element that says what is wrong with the option; `undefined` while nothing is. */
  readonly complaintId: string | undefined;
  readonly onGive: Give;
  readonly option: APIApplicationCommandBasicOption;
}

interface OptionChipProps extends Omit<OptionFieldProps, 'complaintId'> {
  readonly complaint: string | null;
  /** Leaves the option out again; `null` for one that is required. */
  readonly onRemove: (() => void) | null;
}

const attachment = 11;
const chosen: ReadonlySet<number> = new Set([5, 6, 7, 8, 9]);

/** An option of a command: its name, and the field that its kind needs. */
export function OptionChip({ complaint, onRemove, ...field }: OptionChipProps): VNode {
  const complaintId = useId();
  const { description, name } = field.option;
  return (
    <span class={`option-chip ${complaint === null ? '' : 'is-wrong'}`} title={description} data-option={name}>
      <label>
        <span>{name}</span>
        <OptionField {...field} complaintId={complaint === null ? undefined : complaintId} />
      </label>
      {complaint !== null && (
        <span id={complaintId} class="complaint" role="alert">
          {complaint}
        </span>
      )}
      {onRemove !== null && <IconButton icon="close" label={`Leave ${name} out`} onClick={onRemove} />}
    </span>
  );
}

function OptionField(props: OptionFieldProps): VNode {
  const { complaintId, onGive, option } = props;
  const kind: number = option.type;
  if (kind === attachment) return <OptionFile {...props} />;
  if ('autocomplete' in option && option.autocomplete) return <AutocompleteField {...props} />;
  if (chosen.has(kind) || hasChoices(option)) return <OptionChoice {...props} />;
  return (
    <input
      type="text"
      inputMode={kind === 4 || kind === 10 ? 'decimal' : 'text'}
      aria-describedby={complaintId}
      aria-label={option.name}
      aria-invalid={complaintId !== undefined}
      autocomplete="off"
      onInput={({ currentTarget: { value } }) => onGive(option.name, givenValue(option, value), optionFlaw(option, value))}
    />
  );
}

function hasChoices(option: object): boolean {
  return 'choices' in option && Array.isArray(option.choices) && option.choices.length > 0;
}
