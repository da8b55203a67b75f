import { shown } from '@aplomb/base';
import { problemAt, type Check, type Problem } from './Check.js';
import { fieldsOf, own } from './checks.js';
import { objectFault } from './objectFault.js';

type Path = readonly (number | string)[];
type Fields = Readonly<Record<string, unknown>>;

/** What of an embed nobody sees by itself. */
const UNSEEN: ReadonlySet<string> = new Set(['color', 'flags', 'type', 'url']);

/** Which components may stand in a message, and in which others; what is newer than these may stand anywhere. */
const ALONE: readonly number[] = [1, 9, 10, 12, 13, 14, 17];
const INSIDE: ReadonlyMap<unknown, readonly number[]> = new Map([
  [1, [2, 3, 5, 6, 7, 8]],
  [9, [10]],
  [17, [1, 9, 10, 12, 13, 14]],
]);
const BESIDE: readonly number[] = [2, 11];
const NEWEST = 23;
const ROW = 1;

/**
 * What Discord refuses in the parts of a message though no number is documented for it: embeds without anything to see, rows without anything in them,
 * and components where they cannot stand.
 *
 * @see {@link https://docs.discord.com/developers/components/reference#component-object-component-types | Component types}
 */
export const wholeParts: Check = (value) => {
  const message = fieldsOf(value) ?? {};
  return emptyEmbed(own(message, 'embeds')) ?? misplaced(own(message, 'components'), ALONE, ['components']);
};

function emptyEmbed(embeds: unknown): Problem | null {
  if (!Array.isArray(embeds)) return null;
  for (const [index, embed] of embeds.entries()) {
    const fault = objectFault(embed);
    if (fault !== null) return problemAt(['embeds', index], `${fault}; it has to be an object`, 'Make it with `embed(…)`.');
    if (!Object.entries(fieldsOf(embed) ?? {}).some(isSeen))
      return problemAt(['embeds', index], 'is empty', 'Give it a `title`, a `description`, `fields` or a picture.');
  }
  return null;
}

function isSeen([name, value]: readonly [name: string, value: unknown]): boolean {
  if (UNSEEN.has(name) || value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

function misplaced(components: unknown, allowed: readonly number[], path: Path): Problem | null {
  if (!Array.isArray(components)) return null;
  for (const [index, component] of components.entries()) {
    const found = wrongIn(component, allowed, [...path, index]);
    if (found !== null) return found;
  }
  return null;
}

function wrongIn(component: unknown, allowed: readonly number[], path: Path): Problem | null {
  const fault = objectFault(component);
  if (fault !== null) return problemAt(path, `${fault}; it has to be a component`, 'Make it with `row(…)`, `button(…)` or their like.');
  const fields = fieldsOf(component) ?? {};
  const type = own(fields, 'type');
  if (Number(type) > NEWEST) return null;
  if (typeof type !== 'number' || !allowed.includes(type))
    return problemAt(path, `is of type ${shown(type)}, which cannot stand here`, `Put one of the types ${allowed.join(', ')} here.`);
  return wrongInside(fields, type, path);
}

function wrongInside(fields: Fields, type: number, path: Path): Problem | null {
  const inside = own(fields, 'components');
  if (type === ROW && (!Array.isArray(inside) || inside.length === 0))
    return problemAt([...path, 'components'], 'is empty; a row needs at least 1 component', 'Put one in, or leave the row out.');
  const accessory = own(fields, 'accessory');
  const beside = accessory === undefined ? null : wrongIn(accessory, BESIDE, [...path, 'accessory']);
  return beside ?? misplaced(inside, INSIDE.get(type) ?? [], [...path, 'components']);
}
