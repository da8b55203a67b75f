import { shown } from '@aplomb/base';
import { charactersIn } from './charactersIn.js';
import { problem, problemAt, type Check, type Problem } from './Check.js';
import { all, each, fieldsOf, list, number, own, shape, text } from './checks.js';

type Fields = Readonly<Record<string, unknown>>;

/** @see {@link https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming | Naming} */
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;
const CHAT_INPUT = 1;
const MAX_TOTAL = 8_000;
/** How many of each type a bulk overwrite may have. */
const MAX_OF_TYPE: readonly (readonly [type: number, name: string, most: number])[] = [
  [CHAT_INPUT, 'CHAT_INPUT', 100],
  [2, 'USER', 15],
  [3, 'MESSAGE', 15],
  [4, 'PRIMARY_ENTRY_POINT', 1],
];

const name = text(32, 1);
const description = text(100, 1);
const localized = { description_localizations: each(text(100)), name_localizations: each(name) };
const optionName: Check = all(name, lowerCaseName);
const choice = shape({ name: text(100, 1), name_localizations: each(text(100, 1)), value: all(text(6_000), number(-(2 ** 53), 2 ** 53)) });
const nested: Check = (value, walk) => options(value, walk);

const option = shape(
  {
    ...localized,
    choices: list(25, choice),
    description,
    file_types: list(10),
    max_length: number(1, 6_000),
    max_value: number(-(2 ** 53), 2 ** 53),
    min_length: number(0, 6_000),
    min_value: number(-(2 ** 53), 2 ** 53),
    name: optionName,
    options: nested,
  },
  notBothWays,
);

const options: Check = all(list(25, option), requiredFirst, namedOnce);

/** A new command. Without a `type` it is a slash command. */
export const newCommand: Check = shape({ ...localized, description: text(100), name, options }, chatInputRules, totalLength);

/** A change to a command, which does not say its type. */
export const editedCommand: Check = shape({ ...localized, description: text(100), name, options }, totalLength);

/** All commands of a scope at once. */
export const allCommands: Check = all(list(Infinity, newCommand), (value) => {
  if (!Array.isArray(value)) return null;
  for (const [type, called, most] of MAX_OF_TYPE) {
    const count = value.filter((command) => typeOf(fieldsOf(command) ?? {}) === type).length;
    if (count > most)
      return problem(
        `has ${String(count)} commands of type ${called}; at most ${String(most)} are allowed`,
        'Make some of them subcommands.',
      );
  }
  return null;
});

function typeOf(command: Fields): unknown {
  return own(command, 'type') ?? CHAT_INPUT;
}

function lowerCaseName(value: unknown): Problem | null {
  if (typeof value !== 'string' || value === '') return null;
  const rule = "lower-case letters, digits, `-`, `_` and `'` without spaces";
  if (CHAT_INPUT_NAME.test(value) && value === value.toLowerCase()) return null;
  return problem(`is ${shown(value)}; it may have ${rule} only`, 'Rename it; its localizations follow the same rule.');
}

function chatInputRules(value: unknown): Problem | null {
  const command = fieldsOf(value) ?? {};
  if (typeOf(command) !== CHAT_INPUT) return null;
  const wrong = lowerCaseName(own(command, 'name'));
  if (wrong !== null) return problemAt(['name'], wrong.says, wrong.cure);
  if (own(command, 'description') !== '') return null;
  return problemAt(['description'], 'is empty; a slash command needs 1 to 100 characters', 'Say what the command does.');
}

function notBothWays(value: unknown): Problem | null {
  const given = fieldsOf(value) ?? {};
  const choices = own(given, 'choices');
  if (own(given, 'autocomplete') !== true || !Array.isArray(choices) || choices.length === 0) return null;
  return problemAt(['choices'], 'stands beside `autocomplete: true`', 'Take one of the two.');
}

function requiredFirst(value: unknown): Problem | null {
  if (!Array.isArray(value)) return null;
  let isOptional = false;
  for (const [index, given] of value.entries()) {
    const isRequired = fieldsOf(given)?.['required'] === true;
    if (isRequired && isOptional) return problemAt([index], 'is required, but comes after one that is not', 'Put required options first.');
    isOptional ||= !isRequired;
  }
  return null;
}

function namedOnce(value: unknown): Problem | null {
  const names = new Set<unknown>();
  for (const [index, given] of Array.isArray(value) ? value.entries() : []) {
    const called = fieldsOf(given)?.['name'];
    if (typeof called === 'string' && names.has(called))
      return problemAt([index, 'name'], `is ${shown(called)} a second time`, 'Rename one of the two.');
    names.add(called);
  }
  return null;
}

/** Names, descriptions and choices of a command together, each in its longest language. */
function totalLength(value: unknown): Problem | null {
  let total = 0;
  let visited = 0;
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined && visited < 10_000; next = open.pop()) {
    const fields = fieldsOf(next);
    if (fields === null) continue;
    visited += 1;
    total += longest(fields, 'name') + longest(fields, 'description') + lengthOf(own(fields, 'value'));
    for (const inside of [own(fields, 'options'), own(fields, 'choices')])
      if (Array.isArray(inside)) open.push(...(inside as unknown[]).slice(0, 25));
  }
  if (total <= MAX_TOTAL) return null;
  return problem(
    `has ${String(total)} characters in all its texts together; at most ${String(MAX_TOTAL)} are allowed`,
    'Shorten descriptions, or split it.',
  );
}

function longest(fields: Fields, field: string): number {
  const localizations = Object.values(fieldsOf(own(fields, `${field}_localizations`)) ?? {});
  return Math.max(lengthOf(own(fields, field)), ...localizations.slice(0, 50).map(lengthOf));
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? charactersIn(value) : 0;
}
