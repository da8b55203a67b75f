import { shown } from '@aplomb/base';
import { problem, problemAt, type Check, type Problem } from './Check.js';
import { all, counted, fieldsOf, list, number, own, shape, text } from './checks.js';

/** @see {@link https://docs.discord.com/developers/components/reference#component-object-component-types | Component types} */
const ACTION_ROW = 1;
const SELECTS: readonly unknown[] = [3, 5, 6, 7, 8];
/** From here on up, components need the flag. */
const FIRST_V2 = 9;
const MAX_COMPONENTS = 40;
const MAX_ROWS = 5;

const custom_id = text(100, 1);
const option = shape({ description: text(100), label: text(100, 1), value: text(100, 1) });
const media = shape({ url: text(2_048) });
const values = { max_values: number(1, 25), min_values: number(0, 25) };
const select = shape({ custom_id, default_values: list(25), placeholder: text(150), ...values });
const child: Check = (value, walk) => component(value, walk);

/** What each type of component may have. */
const COMPONENTS: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  [ACTION_ROW, shape({ components: list(5, child) }, oneSelect)],
  [2, shape({ custom_id, label: text(80), url: text(512) }, buttonIsWhole)],
  [3, shape({ custom_id, options: list(25, option), placeholder: text(150), ...values })],
  [
    4,
    shape({
      custom_id,
      label: text(45, 1),
      max_length: number(1, 4_000),
      min_length: number(0, 4_000),
      placeholder: text(100),
      value: text(4_000),
    }),
  ],
  ...[5, 6, 7, 8].map((type): [number, Check] => [type, select]),
  [9, shape({ accessory: child, components: list(3, child, 1) })],
  [10, shape({ content: text(4_000, 1) })],
  [11, shape({ description: text(1_024), media })],
  [12, shape({ items: list(10, shape({ description: text(1_024), media }), 1) })],
  [17, shape({ accent_color: number(0, 0xffffff), components: list(MAX_COMPONENTS, child) })],
  [18, shape({ component: child, description: text(100), label: text(45, 1) })],
  [19, shape({ custom_id, file_types: list(10), max_values: number(1, 10), min_values: number(0, 10) })],
  [21, shape({ custom_id, options: list(10, option, 2) })],
  [22, shape({ custom_id, max_values: number(1, 10), min_values: number(0, 10), options: list(10, option, 1) })],
  [23, shape({ custom_id })],
]);

/** A component of any type; one that is not known is Discord's matter. */
const component: Check = (value, walk) => {
  const fields = fieldsOf(value);
  return fields === null ? null : (COMPONENTS.get(own(fields, 'type'))?.(fields, walk) ?? null);
};

/** The components of a message, of either version. */
export const components: Check = all(list(MAX_COMPONENTS, component), countedTogether);

/** What a new message without the flag of version 2 may have: at most five rows. */
export const rowsOnly: Check = (value) => {
  if (!Array.isArray(value)) return null;
  const late = value.findIndex((one) => Number(fieldsOf(one)?.['type']) >= FIRST_V2);
  const cure = 'Set `flags: 32768` (IsComponentsV2), and put the text into TextDisplays.';
  if (late !== -1)
    return problemAt([late], `is of type ${shown(fieldsOf(value[late])?.['type'])}, which needs the flag of Components V2`, cure);
  if (value.length <= MAX_ROWS) return null;
  return problem(
    `has ${counted(value.length, 'row')}; at most ${String(MAX_ROWS)} are allowed`,
    'Put five buttons into each row, or use Components V2.',
  );
};

/** What opens in answer to an interaction. */
export const modal: Check = shape({ components: all(list(5, component, 1), countedTogether), custom_id, title: text(45, 1) });

/** Nested ones count, too; and no two may answer to the same name. Every component is looked at once, however deep it lies. */
function countedTogether(value: unknown): Problem | null {
  const open: unknown[] = Array.isArray(value) ? [...(value as readonly unknown[])] : [];
  const ids = new Set<unknown>();
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const fields = fieldsOf(next);
    if (fields === null) continue;
    count += 1;
    if (count > MAX_COMPONENTS)
      return problem(`has more than ${String(MAX_COMPONENTS)} components, nested ones counted`, 'Spread them over several messages.');
    const id = own(fields, 'custom_id');
    if (typeof id === 'string' && ids.has(id)) return problem(`has the \`custom_id\` ${shown(id)} twice`, 'Give each component its own.');
    ids.add(id);
    const inside = own(fields, 'components');
    open.push(
      own(fields, 'accessory') ?? null,
      own(fields, 'component') ?? null,
      ...(Array.isArray(inside) ? (inside as unknown[]).slice(0, MAX_COMPONENTS + 1) : []),
    );
  }
  return null;
}

/** A row has buttons, or one select. */
function oneSelect(value: unknown): Problem | null {
  const inside = fieldsOf(value)?.['components'];
  if (!Array.isArray(inside) || inside.length < 2 || !inside.some((one) => SELECTS.includes(fieldsOf(one)?.['type']))) return null;
  return problemAt(['components'], 'has a select beside other components', 'Give each select a row of its own.');
}

/** @see {@link https://docs.discord.com/developers/components/reference#button-button-structure | Button structure} */
function buttonIsWhole(value: unknown): Problem | null {
  const button = fieldsOf(value) ?? {};
  const style = own(button, 'style');
  if (style === 5 && own(button, 'url') == null) return problem('is a link button without `url`', 'Give it one, or another style.');
  if (style === 6 && own(button, 'sku_id') == null)
    return problem('is a premium button without `sku_id`', 'Give it one, or another style.');
  const isPlain = typeof style === 'number' && style >= 1 && style <= 4;
  if (isPlain && own(button, 'custom_id') == null)
    return problem('is a button without `custom_id`', 'Give it one, by which you know who pressed it.');
  return null;
}
