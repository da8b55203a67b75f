import type { Form } from '../Form.js';
import { checkButton, checkInput, checkMedia, checkOptions, checkSelect } from './componentChecks.js';

/** Where a component stands: what may be there depends on it. */
export type Place = 'accessory' | 'container' | 'label' | 'message' | 'messageV2' | 'modal' | 'modalRow' | 'row' | 'section';

/** What may stand where, by the numbers of the kinds. */
export const ALLOWED: Readonly<Record<Place, readonly number[]>> = {
  message: [1],
  messageV2: [1, 9, 10, 12, 13, 14, 17],
  container: [1, 9, 10, 12, 13, 14],
  row: [2, 3, 5, 6, 7, 8],
  section: [10],
  accessory: [2, 11],
  modal: [1, 10, 18],
  modalRow: [4],
  label: [3, 4, 5, 6, 7, 8, 19, 21, 22, 23],
};

/** One kind of component: its fields besides `type` and `id`, and what must be true of them. */
export interface ComponentKind {
  readonly check: (form: Form, place: Place) => void;
  readonly fields: readonly string[];
  readonly needsCustomId: boolean;
}

const SELECT = ['custom_id', 'default_values', 'disabled', 'max_values', 'min_values', 'placeholder', 'required'];

/**
 * The kinds by their numbers.
 *
 * @see {@link https://docs.discord.com/developers/components/reference | Component reference}
 */
export const KINDS: Readonly<Record<number, ComponentKind>> = {
  1: kind([], () => undefined),
  2: kind(['custom_id', 'disabled', 'emoji', 'label', 'sku_id', 'style', 'url'], checkButton),
  3: input([...SELECT, 'options'], (form, place) => {
    checkSelect(form, place === 'label');
    checkOptions(form, { min: 1, max: 25 });
  }),
  4: input(['label', 'max_length', 'min_length', 'placeholder', 'required', 'style', 'value'], (form, place) => {
    checkInput(form, place === 'modalRow');
  }),
  5: input(SELECT, (form, place) => checkSelect(form, place === 'label', ['user'])),
  6: input(SELECT, (form, place) => checkSelect(form, place === 'label', ['role'])),
  7: input(SELECT, (form, place) => checkSelect(form, place === 'label', ['user', 'role'])),
  8: input([...SELECT, 'channel_types'], (form, place) => {
    checkSelect(form, place === 'label', ['channel']);
    form.list('channel_types', { isSet: true });
  }),
  9: kind([], () => undefined),
  10: kind(['content'], (form) => {
    form.require('content');
    form.string('content', { min: 1, max: 4000 });
  }),
  11: kind(['description', 'media', 'spoiler'], (form) => checkMedia(form, 'media')),
  12: kind(['items'], (form) => {
    form.require('items');
    for (const item of form.objects('items', { min: 1, max: 10 }) ?? []) checkMedia(item, 'media');
  }),
  13: kind(['file', 'spoiler'], (form) => checkMedia(form, 'file')),
  14: kind(['divider', 'spacing'], (form) => {
    form.boolean('divider');
    form.choice('spacing', [1, 2]);
  }),
  17: kind(['accent_color', 'spoiler'], (form) => {
    form.integer('accent_color', { min: 0, max: 0xffffff });
    form.boolean('spoiler');
  }),
  18: kind(['description', 'label'], (form) => {
    form.require('label', 'component');
    form.string('label', { min: 1, max: 45 });
    form.string('description', { min: 1, max: 100 });
  }),
  19: input(['file_types', 'max_values', 'min_values', 'required'], (form) => {
    form.integer('min_values', { min: 0, max: 10 });
    form.integer('max_values', { min: 1, max: 10 });
    form.strings('file_types', { max: 10 });
  }),
  21: input(['options', 'required'], (form) => checkOptions(form, { min: 2, max: 10 })),
  22: input(['max_values', 'min_values', 'options', 'required'], (form) => {
    checkOptions(form, { min: 1, max: 10 });
    form.integer('min_values', { min: 0, max: 10 });
    form.integer('max_values', { min: 1, max: 10 });
  }),
  23: input(['default'], (form) => {
    form.boolean('default');
  }),
};

function kind(fields: readonly string[], check: ComponentKind['check']): ComponentKind {
  return { check, fields, needsCustomId: false };
}

/** Whatever a person fills in or chooses is told apart by its `custom_id`. */
function input(fields: readonly string[], check: ComponentKind['check']): ComponentKind {
  return { check, fields: ['custom_id', ...fields], needsCustomId: true };
}
