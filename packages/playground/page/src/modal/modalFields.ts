import type {
  APICheckboxGroupComponent,
  APIComponentInLabel,
  APIFileUploadComponent,
  APIModalComponent,
  APIRadioGroupComponent,
  APISelectMenuComponent,
} from 'discord-api-types/v10';
import { defaultsOf } from '../components/choices.js';
import type { FilledIn } from '../state/protocol.js';

/** A question of a modal: what stands above it, and the component that is filled in. */
export interface ModalField {
  readonly component: APIComponentInLabel;
  readonly description?: string | undefined;
  readonly label: string;
}

/** A piece of a modal: a question, or a text between them. */
export type ModalPart = { readonly type: 'field'; readonly field: ModalField } | { readonly type: 'text'; readonly content: string };

interface ModalText {
  readonly content: string;
  readonly type: 10;
}

/** A modal's components as questions and texts. Text inputs in action rows, the old way, bring their own label. */
export function modalParts(components: readonly unknown[]): readonly ModalPart[] {
  return (components as readonly (APIModalComponent | ModalText)[]).flatMap(partsOf);
}

function partsOf(component: APIModalComponent | ModalText): readonly ModalPart[] {
  if (component.type === 10) return [{ type: 'text', content: component.content }];
  if (component.type === 18) {
    const { component: asked, description, label } = component;
    return [{ type: 'field', field: { component: asked, description, label } }];
  }
  if (component.type === 1) return component.components.flatMap(partsOf);
  const label = 'label' in component ? component.label : undefined;
  return [{ type: 'field', field: { component, label: label ?? component.custom_id } }];
}

/** What a field holds before anybody has touched it. */
export function firstValue(component: APIComponentInLabel): FilledIn {
  switch (component.type) {
    case 4:
      return component.value ?? '';
    case 19:
      return [];
    case 21:
      return chosenAtFirst(component)[0] ?? null;
    case 22:
      return chosenAtFirst(component);
    case 23:
      return component.default ?? false;
    default:
      return defaultsOf(component);
  }
}

function chosenAtFirst({ options }: APICheckboxGroupComponent | APIRadioGroupComponent): readonly string[] {
  return options.filter((option) => option.default === true).map(({ value }) => value);
}

/** Why a field cannot be sent as it is; `null` when it can. The bounds are Discord's defaults where the bot gave none. */
export function complaint(component: APIComponentInLabel, value: FilledIn): string | null {
  if (component.type === 4) return textComplaint(component, typeof value === 'string' ? value : '');
  if (component.type === 23) return null;
  if (component.type === 21) return component.required !== false && value === null ? 'Choose one.' : null;
  return listComplaint(component, Array.isArray(value) ? value.length : 0);
}

type Listed = APICheckboxGroupComponent | APIFileUploadComponent | APISelectMenuComponent;

interface TextBounds {
  readonly max_length?: number;
  readonly min_length?: number;
  readonly required?: boolean;
}

function textComplaint({ max_length: max = 4000, min_length: min = 0, required = true }: TextBounds, text: string): string | null {
  if (text === '') return required ? 'This is needed.' : null;
  if (text.length < min) return `At least ${min} characters are needed.`;
  return text.length > max ? `At most ${max} characters fit.` : null;
}

function listComplaint(component: Listed, count: number): string | null {
  const isRequired = component.required !== false;
  if (count === 0) return isRequired && (component.min_values ?? 1) > 0 ? 'This is needed.' : null;
  const max = component.max_values ?? (component.type === 22 ? component.options.length : 1);
  if (count < (component.min_values ?? 1)) return `Choose at least ${component.min_values ?? 1}.`;
  return count > max ? `Choose at most ${max}.` : null;
}
