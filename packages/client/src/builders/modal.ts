import { shown } from '@aplomb/base';
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APISelectMenuComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { textDisplay } from './layout.js';
import { checkedPart, checkNames, invalid, refuseOthers, typeOf, wire, wireList, type Names } from './wire.js';

/** A field of a form with its name. */
export interface LabelOptions {
  /** The field itself: `textInput(…)`, a select, `fileUpload(…)`, `radioGroup(…)`, `checkboxGroup(…)` or `checkbox(…)`. */
  readonly component: Readonly<APIComponentInLabel>;
  /** At most 100 characters. */
  readonly description?: string;
  /** A number by which this component is known within its form. */
  readonly id?: number;
  /** What people read above the field: at most 45 characters. */
  readonly label: string;
}

/** What stands in a form: fields with their names, and texts. */
export type ModalPart = Readonly<APILabelComponent> | Readonly<APITextDisplayComponent>;

/** A form. */
export interface ModalOptions {
  /** 1 to 5 parts. A text alone is shown between the fields. */
  readonly components: readonly (ModalPart | string)[];
  /** By this you know which form was filled in: 1 to 100 characters. */
  readonly customId: string;
  /** At most 45 characters. */
  readonly title: string;
}

const LABEL: Names<LabelOptions> = { component: 'required value', description: 'value', id: 'value', label: 'required value' };
const MODAL: Names<ModalOptions> = { components: 'required list', customId: 'required value', title: 'required value' };
const IN_LABEL: readonly unknown[] = [3, 4, 5, 6, 7, 8, 19, 21, 22, 23];
const IN_MODAL: readonly unknown[] = [10, 18];

/**
 * A field of a form with its name.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @see {@link https://docs.discord.com/developers/components/reference#label | Label}
 */
export function label(options: LabelOptions): Readonly<APILabelComponent> {
  checkNames('label', options, LABEL);
  const { component, description, id, label: text } = options;
  checkField(component);
  return checkedPart('label', 'component', wire<APILabelComponent>({ type: 18, id, label: text, description, component }));
}

/**
 * A form that opens in answer to an interaction.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @example
 * ```ts
 * import { label, modal, radioGroup, textInput } from 'aplomb';
 *
 * const feedback = modal({
 *   customId: 'feedback',
 *   title: 'Tell us',
 *   components: [
 *     'Nobody but the team reads this.',
 *     label({ label: 'How was it?', component: radioGroup({ customId: 'how', options: ['Good', 'Bad'] }) }),
 *     label({ label: 'Why?', component: textInput({ customId: 'why', style: 'paragraph', required: false }) }),
 *   ],
 * });
 * ```
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal | Modal}
 */
export function modal(options: ModalOptions): Readonly<APIModalInteractionResponseCallbackData> {
  checkNames('modal', options, MODAL);
  const components = options.components.map((part) => (typeof part === 'string' ? textDisplay(part) : part));
  refuseOthers('modal', components, IN_MODAL, 'is neither a label nor a text', 'Put the field into a `label({ label, component })`.');
  const built = wire<APIModalInteractionResponseCallbackData>({
    custom_id: options.customId,
    title: options.title,
    components: wireList(components),
  });
  return checkedPart('modal', 'modal', built);
}

/** What Discord says of fields in forms only. */
function checkField(field: Readonly<APIComponentInLabel>): void {
  if (!IN_LABEL.includes(typeOf(field)))
    throw invalid('label', 'component', `is ${shown(field)}, which is no field`, 'Make it with `textInput(…)` or another one.');
  const given = field as Partial<Pick<APISelectMenuComponent, 'disabled' | 'min_values' | 'required'>>;
  if (given.disabled === true) throw invalid('label', 'component.disabled', 'is true', 'Leave it out: no field of a form is disabled.');
  if (given.min_values === 0 && given.required !== false)
    throw invalid('label', 'component.minValues', 'is 0 while the field is required', 'Say `required: false`, or leave `minValues` out.');
}
