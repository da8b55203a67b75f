import { characterCount } from '../characterCount.js';
import type { Form } from '../Form.js';
import { ALLOWED, KINDS } from './componentKinds.js';
import type { Place } from './componentKinds.js';

/** A component as Discord keeps it and tells it: its fields, with an `id` that is its own in the message. */
export type Component = Readonly<Record<string, unknown>> & { readonly id: number; readonly type: number };

/** What a reading has come by so far, over the whole message or modal. */
interface Reading {
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  count: number;
}

const ROWS_MAX = 5;
const ROW_WIDTH = 5;
const BUTTON = 2;
const V2_MAX = 40;
const TEXT_DISPLAY = 10;
const TEXT_MAX = 4000;

/**
 * Reads the `components` of a message: rows of buttons and selects, or with the flag IS_COMPONENTS_V2 all that there is for layouts.
 *
 * @see {@link https://docs.discord.com/developers/components/reference | Component reference}
 */
export function readMessageComponents(form: Form, isV2: boolean): readonly Component[] | undefined {
  const reading = startReading(form);
  const components = form.objects('components', isV2 ? {} : { max: ROWS_MAX });
  const read = components?.map((each) => readComponent(each, isV2 ? 'messageV2' : 'message', reading));
  if (isV2 && reading.count > V2_MAX)
    form.refuse('components', 'BASE_TYPE_MAX_LENGTH', `Must be ${String(V2_MAX)} or fewer components, with those inside of others.`);
  if (textLength(read ?? []) > TEXT_MAX) {
    const message = `Components displayable text size exceeds maximum size of ${String(TEXT_MAX)}`;
    form.refuse('components', 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
  return read;
}

/** How long all that a layout says is together. */
function textLength(components: readonly Component[]): number {
  const texts = flatten(components).filter(({ type }) => type === TEXT_DISPLAY);
  return texts.reduce((sum, { content }) => sum + (typeof content === 'string' ? characterCount(content) : 0), 0);
}

/** Reads the `components` of a modal. */
export function readModalComponents(form: Form): readonly Component[] {
  const reading = startReading(form);
  form.require('components');
  return (form.objects('components', { min: 1, max: ROWS_MAX }) ?? []).map((each) => readComponent(each, 'modal', reading));
}

/** Ids that were given are taken before any is made up. */
function startReading(form: Form): Reading {
  const ids = new Set<number>();
  JSON.stringify(form.raw('components') ?? [], (key, value: unknown) => {
    if (key === 'id' && typeof value === 'number') ids.add(value);
    return value;
  });
  return { customIds: new Set(), ids, count: 0 };
}

function readComponent(form: Form, place: Place, reading: Reading): Component {
  reading.count += 1;
  const type = readType(form, place);
  const id = readId(form, reading);
  const kind = KINDS[type];
  if (kind === undefined) return { type, id };
  if (kind.needsCustomId) form.require('custom_id');
  if (kind.fields.includes('custom_id')) readCustomId(form, reading);
  kind.check(form, place);
  const fields = kind.fields.filter((name) => form.raw(name) !== undefined).map((name) => [name, form.raw(name)] as const);
  return { type, id, ...Object.fromEntries(fields), ...readChildren(form, type, place, reading) };
}

function readType(form: Form, place: Place): number {
  form.require('type');
  const type = form.integer('type');
  if (type !== undefined && !ALLOWED[place].includes(type))
    form.refuse('type', 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${ALLOWED[place].join(', ')},).`);
  return type ?? 0;
}

function readId(form: Form, { ids }: Reading): number {
  const given = form.integer('id', { min: 0, max: 2 ** 31 - 1 }) ?? 0;
  if (given !== 0) return given;
  let free = 1;
  while (ids.has(free)) free += 1;
  ids.add(free);
  return free;
}

function readCustomId(form: Form, { customIds }: Reading): void {
  const customId = form.string('custom_id', { min: 1, max: 100 });
  if (customId === undefined) return;
  if (customIds.has(customId)) form.refuse('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  customIds.add(customId);
}

/** What a component holds, under the names that its kind has for it. */
function readChildren(form: Form, type: number, place: Place, reading: Reading): Readonly<Record<string, unknown>> {
  const many = (inside: Place, max: number): readonly Component[] => {
    form.require('components');
    return (form.objects('components', { min: 1, max }) ?? []).map((each) => readComponent(each, inside, reading));
  };
  const one = (name: string, inside: Place): Component | undefined => {
    form.require(name);
    const held = form.object(name);
    return held === undefined ? undefined : readComponent(held, inside, reading);
  };
  if (type === 1) return { components: checkWidth(form, many(place === 'modal' ? 'modalRow' : 'row', ROW_WIDTH)) };
  if (type === 9) return { components: many('section', 3), accessory: one('accessory', 'accessory') };
  if (type === 17) return { components: many('container', V2_MAX) };
  return type === 18 ? { component: one('component', 'label') } : {};
}

/** A row is full with five buttons, or with one of anything else. */
function checkWidth(form: Form, components: readonly Component[]): readonly Component[] {
  const width = components.reduce((sum, { type }) => sum + (type === BUTTON ? 1 : ROW_WIDTH), 0);
  if (width > ROW_WIDTH && components.length <= ROW_WIDTH)
    form.refuse('components', 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  return components;
}

/** All components, those inside of others after what holds them. */
export function flatten(components: readonly unknown[]): readonly Component[] {
  return (components as readonly Component[]).flatMap((component) => {
    const held = [component['accessory'], component['component']].filter((each) => each !== undefined);
    return [component, ...flatten((component['components'] as readonly unknown[] | undefined) ?? []), ...flatten(held)];
  });
}
