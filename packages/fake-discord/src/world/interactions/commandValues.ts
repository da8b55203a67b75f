import { isBranch, OptionType } from '../forms/commandOptionForm.js';
import type { CommandOption } from '../forms/commandOptionForm.js';
import { impossible, listed } from '../impossible.js';
import { named, shownName } from './locales.js';
import type { Identified, PersonFile, Resolution } from './Resolution.js';

/** What a person gives to an option: a text, a number, a yes or no, somebody or something, or a file. */
export type OptionValue = Identified | PersonFile | boolean | number | string;

/** What a person gives to the options of a command, by their names. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** An option as it comes with an interaction. */
export interface GivenOption {
  readonly focused?: true;
  readonly name: string;
  readonly options?: readonly GivenOption[];
  readonly type: number;
  readonly value?: boolean | number | string;
}

/**
 * The kinds of files that have a name.
 *
 * @see {@link https://docs.discord.com/developers/reference#file-type-filtering | File type filtering}
 */
const FILE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  audio: ['.mp3', '.m4a', '.wav', '.ogg', '.opus', '.flac'],
  image: ['.png', '.gif', '.jpg', '.jpeg', '.jfif', '.webp', '.avif'],
  video: ['.mp4', '.mov', '.qt', '.webm'],
};

/** Who fills options in, and where. */
export interface Filling {
  /** The option that is being typed, while autocompletion is asked. */
  readonly focused?: string;
  /** The language in which the person sees the command. */
  readonly locale: string;
  readonly resolution: Resolution;
  readonly userId: string;
}

/**
 * Fills in a command as Discord's app lets a person do it: what is required must be there, what is limited keeps to its limits, and nothing else can be said.
 *
 * @param path - the subcommand's name, after that of its group, where the command has any
 */
export function fillOptions(
  options: readonly CommandOption[],
  path: readonly string[],
  values: OptionValues,
  filling: Filling,
): readonly GivenOption[] {
  const [next, ...rest] = path;
  const branches = options.filter(({ type }) => isBranch(type));
  const branch = named(branches, next, filling.locale);
  if (branch !== undefined)
    return [{ type: branch.type, name: branch.name, options: fillOptions(branch.options ?? [], rest, values, filling) }];
  if (next !== undefined || branches.length > 0)
    throw impossible(`There is no subcommand "${next ?? ''}" here.`, listed(branches.map((each) => shownName(each, filling.locale))));
  const stranger = Object.keys(values).find((name) => named(options, name, filling.locale) === undefined);
  if (stranger !== undefined)
    throw impossible(`There is no option "${stranger}".`, listed(options.map((each) => shownName(each, filling.locale))));
  const byName = new Map(Object.entries(values).map(([name, value]) => [named(options, name, filling.locale)?.name, value]));
  const focused = named(options, filling.focused, filling.locale)?.name;
  return options.flatMap((option) => fill(option, byName.get(option.name), { ...filling, ...(focused !== undefined && { focused }) }));
}

function fill(option: CommandOption, value: OptionValue | undefined, filling: Filling): readonly GivenOption[] {
  const { name, required, type } = option;
  if (filling.focused !== undefined) return value === undefined && name !== filling.focused ? [] : [partial(option, value, filling)];
  if (value !== undefined) return [{ type, name, value: checked(option, value, filling) }];
  if (required === true) throw impossible(`The option "${name}" is required.`, 'Give it a value.');
  return [];
}

/** While somebody types, nothing is checked yet, and the option under the cursor is a text whatever it will be. */
function partial({ autocomplete, name, type }: CommandOption, value: OptionValue | undefined, { focused }: Filling): GivenOption {
  if (name === focused && autocomplete !== true)
    throw impossible(`The option "${name}" has no suggestions.`, 'Register it with `autocomplete: true`.');
  const typed = isThing(value) ? value.id : isFile(value) ? value.filename : (value ?? '');
  if (name !== focused) return { type, name, value: typed };
  return { type, name, value: String(typed), focused: true };
}

function checked(option: CommandOption, value: OptionValue, filling: Filling): boolean | number | string {
  switch (option.type) {
    case OptionType.String:
      return checkedText(option, chosenByName(option, value, filling));
    case OptionType.Integer:
    case OptionType.Number:
      return checkedNumber(option, chosenByName(option, value, filling));
    case OptionType.Boolean:
      return typeof value === 'boolean' ? value : misfit(option, value);
    default:
      return resolvedId(option, value, filling);
  }
}

function checkedText(option: CommandOption, value: OptionValue): string {
  if (typeof value !== 'string') return misfit(option, value);
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (value.length < min || value.length > max) return misfit(option, value);
  return chosen(option, value);
}

function checkedNumber(option: CommandOption, value: OptionValue): number {
  const { min_value: min = -(2 ** 53), max_value: max = 2 ** 53 } = option;
  if (typeof value !== 'number' || value < min || value > max) return misfit(option, value);
  if (option.type === OptionType.Integer && !Number.isInteger(value)) return misfit(option, value);
  return chosen(option, value);
}

/** People choose by the names that they see. */
function chosenByName({ choices = [] }: CommandOption, value: OptionValue, { locale }: Filling): OptionValue {
  const isValue = choices.some((choice) => choice.value === value);
  return isValue || typeof value !== 'string' ? value : (named(choices, value, locale)?.value ?? value);
}

function chosen<Value extends number | string>(option: CommandOption, value: Value): Value {
  const { choices = [] } = option;
  return choices.length === 0 || choices.some((choice) => choice.value === value) ? value : misfit(option, value);
}

function resolvedId(option: CommandOption, value: OptionValue, { resolution, userId }: Filling): string {
  if (option.type === OptionType.Attachment)
    return isFile(value) && isOfType(value, option.file_types) ? resolution.file(value) : misfit(option, value);
  const id = isThing(value) ? value.id : typeof value === 'string' ? value : misfit(option, value);
  if (option.type === OptionType.User) return resolution.user(id);
  if (option.type === OptionType.Role) return resolution.role(id);
  if (option.type === OptionType.Channel) return resolution.channelOf(id, userId, option.channel_types);
  return resolution.mentionable(id);
}

/** By the end of its name alone. */
function isOfType({ filename }: PersonFile, types: readonly string[] | undefined): boolean {
  if (types === undefined || types.length === 0) return true;
  const endings = types.flatMap((type) => FILE_GROUPS[type] ?? [type.toLowerCase()]);
  return endings.some((ending) => filename.toLowerCase().endsWith(ending));
}

function isThing(value: unknown): value is Identified {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** True for a file in the hands of a person. */
export function isFile(value: unknown): value is PersonFile {
  return typeof value === 'object' && value !== null && 'filename' in value && 'data' in value;
}

function misfit(option: CommandOption, value: OptionValue): never {
  const { choices, max_length, max_value, min_length, min_value, name, type } = option;
  const limits = Object.entries({
    type,
    min_value,
    max_value,
    min_length,
    max_length,
    choices: choices?.map((choice) => choice.value).join(', '),
  })
    .filter(([, limit]) => limit !== undefined)
    .map(([key, limit]) => `${key} ${String(limit)}`);
  const shown = isFile(value) ? 'a file' : JSON.stringify(value);
  throw impossible(`The option "${name}" cannot be ${shown}.`, `Keep to what the command says: ${limits.join('; ')}.`);
}
