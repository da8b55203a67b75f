import type { APICheckboxComponent, APICheckboxGroupComponent, APIRadioGroupComponent } from 'discord-api-types/v10';
import { checkRange, checkValues } from './choiceChecks.js';
import { checkedPart, checkNames, invalid, wire, wireList, type Names } from './wire.js';

/** One thing that can be ticked. */
export interface GroupChoice {
  /**
   * Whether it is ticked from the start.
   *
   * @defaultValue `false`
   */
  readonly default?: boolean;
  /** At most 100 characters. */
  readonly description?: string;
  /** What people read: at most 100 characters. */
  readonly label: string;
  /** What the bot gets: at most 100 characters. */
  readonly value: string;
}

/** A field of a form of whose choices one is taken. */
export interface RadioGroupOptions {
  /** By this you know the field: 1 to 100 characters, of which no other field of the form has the same. */
  readonly customId: string;
  /** A number by which this component is known within its form. */
  readonly id?: number;
  /** 2 to 10 choices. A text alone is both label and value. */
  readonly options: readonly (GroupChoice | string)[];
  /**
   * Whether one has to be taken.
   *
   * @defaultValue `true`
   */
  readonly required?: boolean;
}

/** A field of a form of whose choices any number is ticked. */
export interface CheckboxGroupOptions extends RadioGroupOptions {
  /**
   * How many may be ticked at most: 1 to 10.
   *
   * @defaultValue as many as there are
   */
  readonly maxValues?: number;
  /**
   * How many have to be ticked: 0 to 10.
   *
   * @defaultValue `1`
   */
  readonly minValues?: number;
}

/** A box in a form that is ticked or not. */
export interface CheckboxOptions {
  /** By this you know the field: 1 to 100 characters, of which no other field of the form has the same. */
  readonly customId: string;
  /**
   * Whether it is ticked from the start.
   *
   * @defaultValue `false`
   */
  readonly default?: boolean;
  /** A number by which this component is known within its form. */
  readonly id?: number;
}

const CHOICE: Names<GroupChoice> = { default: 'value', description: 'value', label: 'required value', value: 'required value' };
const RADIO: Names<RadioGroupOptions> = { customId: 'required value', id: 'value', options: 'required list', required: 'value' };
const GROUP: Names<CheckboxGroupOptions> = { ...RADIO, maxValues: 'value', minValues: 'value' };
const BOX: Names<CheckboxOptions> = { customId: 'required value', default: 'value', id: 'value' };

/**
 * Choices of which one is taken. It stands in a `label(…)` of a form.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @see {@link https://docs.discord.com/developers/components/reference#radio-group | Radio group}
 */
export function radioGroup(options: RadioGroupOptions): Readonly<APIRadioGroupComponent> {
  checkNames('radioGroup', options, RADIO);
  const { customId, id, required } = options;
  const choices = wireChoices('radioGroup', options.options);
  if (choices.filter((choice) => choice.default === true).length > 1)
    throw invalid('radioGroup', 'options', 'has several choices with `default`', 'Take one of them from the start, or none.');
  const built = wire<APIRadioGroupComponent>({ type: 21, id, custom_id: customId, options: choices, required });
  return checkedPart('radioGroup', 'component', built);
}

/**
 * Choices of which any number is ticked. It stands in a `label(…)` of a form.
 *
 * @throws {@link OptionsError} as {@link radioGroup}
 * @see {@link https://docs.discord.com/developers/components/reference#checkbox-group | Checkbox group}
 */
export function checkboxGroup(options: CheckboxGroupOptions): Readonly<APICheckboxGroupComponent> {
  checkNames('checkboxGroup', options, GROUP);
  const { customId, id, maxValues, minValues, required } = options;
  const choices = wireChoices('checkboxGroup', options.options);
  checkRange('checkboxGroup', minValues, maxValues, choices.length);
  const built = wire<APICheckboxGroupComponent>({
    type: 22,
    id,
    custom_id: customId,
    options: choices,
    min_values: minValues,
    max_values: maxValues,
    required,
  });
  return checkedPart('checkboxGroup', 'component', built);
}

/**
 * A box that is ticked or not. It stands in a `label(…)` of a form.
 *
 * @throws {@link OptionsError} as {@link radioGroup}
 * @see {@link https://docs.discord.com/developers/components/reference#checkbox | Checkbox}
 */
export function checkbox(options: CheckboxOptions): Readonly<APICheckboxComponent> {
  checkNames('checkbox', options, BOX);
  const { customId, default: isTicked, id } = options;
  return checkedPart('checkbox', 'component', wire<APICheckboxComponent>({ type: 23, id, custom_id: customId, default: isTicked }));
}

function wireChoices(owner: string, choices: readonly (GroupChoice | string)[]): GroupChoice[] {
  const built = wireList(choices.map((choice) => wireChoice(owner, choice)));
  checkValues(owner, built);
  return built;
}

function wireChoice(owner: string, choice: GroupChoice | string): Readonly<GroupChoice> {
  if (typeof choice === 'string') return wire<GroupChoice>({ label: choice, value: choice });
  checkNames(`options of ${owner}`, choice, CHOICE);
  return wire<GroupChoice>({ label: choice.label, value: choice.value, description: choice.description, default: choice.default });
}
