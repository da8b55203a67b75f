import { readLocalizations, readName, readNames } from './commandTexts.js';
import type { Localizations } from './commandTexts.js';
import type { Bounds, Form } from './Form.js';
import { defined } from '../guild/wire.js';

/** A value that may be chosen instead of typed. */
export interface CommandChoice {
  readonly name: string;
  readonly name_localizations: Localizations | null;
  readonly value: number | string;
}

/** An option of a command, or a subcommand or a group of them. */
export interface CommandOption {
  readonly autocomplete?: boolean;
  readonly channel_types?: readonly number[];
  readonly choices?: readonly CommandChoice[];
  readonly description: string;
  readonly description_localizations: Localizations | null;
  readonly file_types?: readonly string[];
  readonly max_length?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly min_value?: number;
  readonly name: string;
  readonly name_localizations: Localizations | null;
  readonly options?: readonly CommandOption[];
  readonly required?: boolean;
  readonly type: number;
}

/** The numbers of the kinds of options. */
export const OptionType = {
  Subcommand: 1,
  SubcommandGroup: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
} as const;

const { Attachment, Channel, Integer, Number: Float, String: Text, Subcommand, SubcommandGroup } = OptionType;
const ALL_TYPES = Object.values(OptionType);
/** What may stand within a command, a group and a subcommand. */
const LEVELS = [ALL_TYPES, [Subcommand], ALL_TYPES.filter((type) => type > SubcommandGroup)];
/** Discord's types of channels that somebody can choose. */
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];
const OPTIONS_MAX = 25;
const FILE_TYPES_MAX = 10;
const TEXT_LENGTHS: Bounds = { min: 0, max: 6000 };
const WITH_CHOICES: readonly number[] = [Text, Integer, Float];

/** Reads the `options` of a command. */
export function readOptions(form: Form, level = 0): readonly CommandOption[] {
  const forms = form.objects('options', { max: OPTIONS_MAX }) ?? [];
  const options = forms.map((each) => readOption(each, level));
  for (const [index, each] of forms.entries()) {
    const { name, required, type } = options[index] ?? {};
    if (options.findIndex((other) => other.name === name) !== index)
      each.refuse('name', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', `Option name ${name ?? ''} is already used`);
    checkTranslations(each, options, index);
    if (required === true && options.slice(0, index).some((other) => other.required !== true))
      each.refuse(
        'required',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    if (isBranch(type) !== isBranch(options[0]?.type))
      each.refuse(
        'type',
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
  }
  return options;
}

/** In every language an option's name differs from the other names in it, and from those that the others have by default. */
function checkTranslations(form: Form, options: readonly CommandOption[], index: number): void {
  const others = options.filter((_, at) => at !== index);
  for (const [locale, name] of Object.entries(options[index]?.name_localizations ?? {})) {
    if (!others.some((other) => other.name === name || other.name_localizations?.[locale] === name)) continue;
    const message = `Option name ${name} is already used`;
    form.object('name_localizations')?.refuse(locale, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message);
  }
}

/** True for subcommands and groups, which stand for what is to be done and not for what is to be said. */
export function isBranch(type: number | undefined): boolean {
  return type === Subcommand || type === SubcommandGroup;
}

function readOption(form: Form, level: number): CommandOption {
  form.require('type', 'description');
  const type = form.choice('type', LEVELS[level] ?? []) ?? Text;
  const texts = {
    name: readName(form),
    name_localizations: readNames(form),
    description: form.string('description', { min: 1, max: 100 }) ?? '',
    description_localizations: readLocalizations(form, 'description_localizations', 100),
  };
  if (isBranch(type)) return { type, ...texts, options: readOptions(form, type === SubcommandGroup ? level + 1 : 2) };
  return { type, ...texts, required: form.boolean('required') ?? false, ...readLimits(form, type), ...readHelp(form, type) };
}

function readLimits(form: Form, type: number): Partial<CommandOption> {
  switch (type) {
    case Channel:
      return defined({ channel_types: readNumbers(form, 'channel_types', CHANNEL_TYPES) });
    case Attachment:
      return defined({ file_types: form.strings('file_types', { max: FILE_TYPES_MAX }) });
    case Text:
      return readRange(form, ['min_length', 'max_length'], TEXT_LENGTHS, true);
    case Integer:
    case Float:
      return readRange(form, ['min_value', 'max_value'], valueBounds(type), type === Integer);
    default:
      return {};
  }
}

/** Numbers out of a few. */
export function readNumbers(form: Form, field: string, allowed: readonly number[], min = 0): readonly number[] | undefined {
  const given = form.list(field, { min, isSet: true });
  const wrong = given?.find((each) => !allowed.includes(each as number));
  if (wrong !== undefined) form.refuse(field, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  return given as readonly number[] | undefined;
}

/** The least and the greatest that a value may be, of which the first is not above the second. */
function readRange(form: Form, [least, most]: readonly [string, string], bounds: Bounds, isWhole: boolean): Partial<CommandOption> {
  const one = (name: string, each: Bounds): number | undefined => (isWhole ? form.integer(name, each) : form.number(name, each));
  const max = one(most, most === 'max_length' ? { ...bounds, min: 1 } : bounds);
  return defined({ [least]: one(least, max === undefined ? bounds : { ...bounds, max }), [most]: max });
}

/** Whole numbers are those that are exact. */
function valueBounds(type: number): Bounds {
  const max = type === Integer ? Number.MAX_SAFE_INTEGER : 2 ** 53;
  return { min: -max, max };
}

/** Choices and autocompletion both help with typing, and exclude each other. */
function readHelp(form: Form, type: number): Partial<CommandOption> {
  if (!WITH_CHOICES.includes(type)) return {};
  const choices = form.objects('choices', { max: OPTIONS_MAX })?.map((each) => readChoice(each, type));
  const autocomplete = form.boolean('autocomplete');
  if (autocomplete === true && choices !== undefined && choices.length > 0)
    form.refuse('autocomplete', 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Options cannot have both choices and autocomplete');
  return { ...(choices !== undefined && { choices }), ...(autocomplete !== undefined && { autocomplete }) };
}

/** Reads a choice of an option, or one that autocompletion offers. */
export function readChoice(form: Form, type: number): CommandChoice {
  form.require('name', 'value');
  const name = form.string('name', { min: 1, max: 100 }) ?? '';
  const value = readChoiceValue(form, type);
  return { name, name_localizations: readLocalizations(form, 'name_localizations', 100), value: value ?? '' };
}

function readChoiceValue(form: Form, type: number): number | string | undefined {
  if (type === Text) return form.string('value', { max: 100 });
  return type === Integer ? form.integer('value', valueBounds(type)) : form.number('value', valueBounds(type));
}
