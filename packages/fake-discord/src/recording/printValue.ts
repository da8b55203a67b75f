import type { Names } from './Names.js';
import { changingPattern } from './changingPattern.js';
import { escapeUnseen } from './escapeUnseen.js';
import type { RecordedValue } from './RecordedStory.js';
import { thingKey } from './thingKey.js';
import { UnknownThing } from './UnknownThing.js';

const ID = /\d{15,20}/g;
const PLAIN_KEY = /^[a-z_$][\w$]*$/i;
const LINE_MAX = 90;

/** How texts are written. */
export type TextPrinter = (text: string) => string;

/**
 * A value as code.
 *
 * @throws {@link UnknownThing} for what has no name
 */
export function printValue(
  value: RecordedValue,
  names: Names,
  printText: TextPrinter = (text) => printGiven(text, names),
  indent = 2,
): string {
  if (typeof value === 'string') return printText(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) {
    const items = (deeper: number): readonly string[] => value.map((each) => printValue(each, names, printText, deeper));
    return enclosed('[', items, ']', indent);
  }
  const reference = printReference(value, names);
  if (reference !== undefined) return reference;
  const fields = (deeper: number): readonly string[] =>
    Object.entries(value).map(([key, each]) => `${PLAIN_KEY.test(key) ? key : quoted(key)}: ${printValue(each, names, printText, deeper)}`);
  return enclosed('{ ', fields, ' }', indent);
}

/** A text that is given to the bot: ids in it become those of the things that they name. */
export function printGiven(text: string, names: Names): string {
  const known = [...text.matchAll(ID)].filter(([id]) => names.has(id));
  if (known.length === 0) return quoted(text);
  if (names.has(text)) return `${use(text, names)}.id`;
  const parts = text
    .split(/(\d{15,20})/)
    .map((part) => (names.has(part) ? `\${${use(part, names)}.id}` : escapeUnseen(part.replace(/[`\\]|\$\{/g, '\\$&'))));
  return `\`${parts.join('')}\``;
}

/** A text that is expected of the bot. */
export function printExpected(text: string, names: Names): string {
  const pattern = changingPattern(text, (id) => names.has(id));
  return pattern === null ? printGiven(text, names) : `expect.stringMatching(/${pattern}/)`;
}

/** A text in quotes, with nothing in it that cannot be seen. */
export function quoted(text: string): string {
  return `'${escapeUnseen(text.replace(/['\\]/g, '\\$&'))}'`;
}

function printReference(value: Readonly<Record<string, RecordedValue>>, names: Names): string | undefined {
  const [[kind, id] = ['', '']] = Object.entries(value);
  if (typeof id !== 'string')
    return kind === '$file' ? `${use(textOf(value['message']), names)}.data.attachments[${String(Number(id))}]!` : undefined;
  switch (kind) {
    case '$bytes':
      return `Buffer.from(${quoted(id)}, 'base64')`;
    case '$direct':
      return `${use(id, names)}.directChannel`;
    case '$modal':
      return `${use(id, names)}.modal`;
    default:
      return kind.startsWith('$') ? use(thingKey(kind, id), names) : undefined;
  }
}

function use(id: string, names: Names): string {
  const name = names.use(id);
  if (name === undefined) throw new UnknownThing(id);
  return name;
}

/** On one line where there is room, else a line for each. */
function enclosed(open: string, items: (indent: number) => readonly string[], close: string, indent: number): string {
  const within = items(indent + 2);
  if (within.length === 0) return `${open.trim()}${close.trim()}`;
  const line = `${open}${within.join(', ')}${close}`;
  if (line.length + indent <= LINE_MAX && !line.includes('\n')) return line;
  const margin = ' '.repeat(indent);
  return `${open.trim()}\n${within.map((each) => `${margin}  ${each},\n`).join('')}${margin}${close.trim()}`;
}

function isList(value: object): value is readonly RecordedValue[] {
  return Array.isArray(value);
}

/** A recorded value that is a text; empty where it is none. */
export function textOf(value: RecordedValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
