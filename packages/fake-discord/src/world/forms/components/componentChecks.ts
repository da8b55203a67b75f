import { isUnicodeEmoji } from '../../emoji.js';
import type { Bounds, Form } from '../Form.js';
import { checkPartialEmoji } from '../partialEmojiForm.js';
import { readUrl, SHOWN_SCHEMES } from '../urlForm.js';

const LINK = 5;
const PREMIUM = 6;
const LINK_SCHEMES = ['http', 'https', 'discord'];
const BUTTON_STYLES = [1, 2, 3, 4, LINK, PREMIUM];
const DESCRIPTION_MAX = 1024;
const DEFAULTS_MAX = 25;

/** Interactive buttons have a `custom_id`, links a `url`, premium buttons a `sku_id` and nothing else. */
export function checkButton(form: Form): void {
  form.require('style');
  const style = form.choice('style', BUTTON_STYLES);
  form.string('label', { max: 80 });
  readUrl(form, 'url', { max: 512, schemes: LINK_SCHEMES });
  checkEmoji(form);
  form.boolean('disabled');
  if (style === LINK) return checkLink(form);
  if (style === PREMIUM) return checkPremium(form);
  if (form.has('url')) form.refuse('url', 'BUTTON_COMPONENT_URL_NOT_ALLOWED', 'A url cannot be specified');
  if (!form.has('custom_id')) form.refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  checkLooks(form);
}

function checkLink(form: Form): void {
  if (form.has('custom_id'))
    form.refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified');
  if ((form.raw('url') ?? '') === '') form.refuse('url', 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
  checkLooks(form);
}

function checkPremium(form: Form): void {
  form.require('sku_id');
  form.snowflake('sku_id');
  for (const name of ['custom_id', 'label', 'emoji', 'url']) {
    if (form.has(name)) form.refuse(name, 'BUTTON_COMPONENT_INVALID_PREMIUM_FIELD', `A premium button cannot have a ${name}`);
  }
}

function checkLooks(form: Form): void {
  if (!form.has('label') && !form.has('emoji'))
    form.refuse('label', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required');
}

/** An emoji of Unicode's is named by itself, another by its id. */
function checkEmoji(form: Form): void {
  checkPartialEmoji(form, 'emoji');
  const emoji = form.object('emoji');
  const name = emoji?.raw('name');
  if (emoji?.raw('id') === undefined && typeof name === 'string' && !isUnicodeEmoji(name))
    emoji?.refuse('name', 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}

/**
 * What all five selects have in common. `required` and a ban on `disabled` come with modals; `kinds` are those of the things that one can start with.
 */
export function checkSelect(form: Form, isInModal: boolean, kinds: readonly string[] = []): void {
  const min = form.integer('min_values', { min: 0, max: 25 }) ?? 1;
  const max = form.integer('max_values', { min: 1, max: 25 }) ?? 1;
  form.string('placeholder', { max: 150 });
  if (kinds.length > 0) checkDefaults(form, kinds, { min, max });
  if (min > max && form.has('min_values'))
    form.refuse('min_values', 'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE', 'min_values must not be larger than max_values');
  if (!isInModal) return;
  if (form.boolean('disabled') === true)
    form.refuse('disabled', 'COMPONENT_DISABLED_IN_MODAL', 'A component of a modal cannot be disabled');
  if (form.boolean('required') !== false && min === 0)
    form.refuse('min_values', 'NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1 while the component is required.');
}

/** What a select starts with: no more and no fewer than may be chosen, and nothing that cannot be. */
function checkDefaults(form: Form, kinds: readonly string[], { min, max }: Required<Pick<Bounds, 'max' | 'min'>>): void {
  if (form.list('default_values')?.length === 0) return;
  for (const each of form.objects('default_values', { min, max: Math.min(max, DEFAULTS_MAX) }) ?? []) {
    each.require('id', 'type');
    each.snowflake('id');
    const kind = each.string('type');
    if (kind !== undefined && !kinds.includes(kind))
      each.refuse('type', 'BASE_TYPE_CHOICES', `Value must be one of {'${kinds.join("', '")}'}.`);
  }
}

/** Options of a select, a radio group or a checkbox group: each with a label and a value of its own. */
export function checkOptions(form: Form, bounds: Bounds): void {
  form.require('options');
  const seen = new Set<string>();
  for (const option of form.objects('options', bounds) ?? []) {
    option.require('label', 'value');
    option.string('label', { min: 1, max: 100 });
    option.string('description', { max: 100 });
    checkEmoji(option);
    const value = option.string('value', { min: 1, max: 100 });
    if (value !== undefined && seen.has(value))
      option.refuse('value', 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    seen.add(value ?? '');
  }
}

/** A text input; in an action row, where it once stood alone, it carries its label itself. */
export function checkInput(form: Form, needsLabel: boolean): void {
  form.require('style', ...(needsLabel ? ['label'] : []));
  form.choice('style', [1, 2]);
  form.string('label', { min: 1, max: 45 });
  const min = form.integer('min_length', { min: 0, max: 4000 }) ?? 0;
  const max = form.integer('max_length', { min: 1, max: 4000 }) ?? 4000;
  if (min > max) form.refuse('min_length', 'TEXT_INPUT_MIN_LENGTH_TOO_LARGE', 'min_length must not be larger than max_length');
  form.string('placeholder', { max: 100 });
  form.string('value', { max: 4000 });
}

/** A picture or file by its URL, which may be that of an attachment of the same message; a file is never another. */
export function checkMedia(form: Form, field: 'file' | 'media'): void {
  form.require(field);
  form.string('description', { min: 1, max: DESCRIPTION_MAX });
  form.boolean('spoiler');
  const media = form.object(field);
  if (media === undefined) return;
  media.requireText('url');
  readUrl(media, 'url', { schemes: field === 'file' ? ['attachment'] : SHOWN_SCHEMES });
}
