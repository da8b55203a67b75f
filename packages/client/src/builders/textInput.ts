import type { APITextInputComponent } from 'discord-api-types/v10';
import { shown } from '@aplomb/base';
import { checkRange } from './choiceChecks.js';
import { checkedPart, checkNames, invalid, wire, type Names } from './wire.js';

/** A field of a form in which people write. */
export interface TextInputOptions {
  /** By this you know the field: 1 to 100 characters, of which no other field of the form has the same. */
  readonly customId: string;
  /** A number by which this component is known within its form. */
  readonly id?: number;
  /** At most so many characters: 1 to 4,000. */
  readonly maxLength?: number;
  /** At least so many characters: 0 to 4,000. */
  readonly minLength?: number;
  /** What stands there before anything is written: at most 100 characters. */
  readonly placeholder?: string;
  /**
   * Whether something has to be written.
   *
   * @defaultValue `true`
   */
  readonly required?: boolean;
  /**
   * One line, or several.
   *
   * @defaultValue `'short'`
   */
  readonly style?: 'paragraph' | 'short';
  /** What is written there from the start: at most 4,000 characters. */
  readonly value?: string;
}

const NAMES: Names<TextInputOptions> = {
  customId: 'required value',
  id: 'value',
  maxLength: 'value',
  minLength: 'value',
  placeholder: 'value',
  required: 'value',
  style: 'value',
  value: 'value',
};
const STYLES = { short: 1, paragraph: 2 } as const;

/**
 * A field of a form in which people write. It stands in a `label(…)`.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @see {@link https://docs.discord.com/developers/components/reference#text-input | Text input}
 */
export function textInput(options: TextInputOptions): Readonly<APITextInputComponent> {
  checkNames('textInput', options, NAMES);
  const { customId, id, maxLength, minLength, placeholder, required, style = 'short', value } = options;
  if (!Object.hasOwn(STYLES, style)) throw invalid('textInput', 'style', `is ${shown(style)}`, 'Take "short" or "paragraph".');
  checkRange('textInput', minLength, maxLength, Infinity, 'Length');
  const built = wire<APITextInputComponent>({
    type: 4,
    id,
    custom_id: customId,
    style: STYLES[style],
    min_length: minLength,
    max_length: maxLength,
    required,
    value,
    placeholder,
  });
  return checkedPart('textInput', 'component', built);
}
