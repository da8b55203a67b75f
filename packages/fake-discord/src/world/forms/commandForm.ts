import { characterCount } from './characterCount.js';
import { readNumbers, readOptions } from './commandOptionForm.js';
import type { CommandOption } from './commandOptionForm.js';
import { readLocalizations, readName, readNames } from './commandTexts.js';
import type { Localizations } from './commandTexts.js';
import type { Form } from './Form.js';
import { readPermissions } from './permissionsForm.js';

/** The kinds of commands: typed with a slash, on a user, on a message, and the button that starts an activity. */
export type CommandType = 1 | 2 | 3 | 4;

/** A command as its author describes it. */
export interface CommandFields {
  readonly contexts: readonly number[] | null;
  readonly default_member_permissions: string | null;
  readonly description: string;
  readonly description_localizations: Localizations | null;
  readonly dm_permission?: boolean | undefined;
  /** Who answers the entry point: the app, or Discord by launching the activity. */
  readonly handler?: number;
  readonly integration_types: readonly number[];
  readonly name: string;
  readonly name_localizations: Localizations | null;
  readonly nsfw: boolean;
  readonly options?: readonly CommandOption[];
  readonly type: CommandType;
}

const DESCRIPTION_MAX = 100;
const TOTAL_MAX = 8000;
const SLASH = 1;
const ENTRY_POINT = 4;

/**
 * Reads a command.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#create-global-application-command | Create command}
 */
export function readCommand(form: Form, { isGlobal }: { readonly isGlobal: boolean }): CommandFields {
  const type = form.choice('type', isGlobal ? [SLASH, 2, 3, ENTRY_POINT] : [SLASH, 2, 3]) ?? SLASH;
  const isSlash = type === SLASH;
  const handler = readHandler(form, type);
  const options = isSlash ? readOptions(form) : undefined;
  const fields: CommandFields = {
    type,
    ...readTexts(form, isSlash),
    ...(options !== undefined && options.length > 0 && { options }),
    default_member_permissions: readPermissions(form, 'default_member_permissions')?.toString() ?? null,
    ...(isGlobal && { dm_permission: form.boolean('dm_permission') ?? true }),
    contexts: isGlobal ? (readNumbers(form, 'contexts', [0, 1, 2], 1) ?? null) : null,
    integration_types: readNumbers(form, 'integration_types', [0, 1], 1) ?? [0],
    nsfw: form.boolean('nsfw') ?? false,
    ...(handler !== undefined && { handler }),
  };
  if (!isSlash && form.has('options') && (form.list('options') ?? []).length > 0)
    form.refuse('options', 'APPLICATION_COMMAND_OPTIONS_UNSUPPORTED', 'Context menu commands cannot have options');
  if (totalOf(fields) > TOTAL_MAX) form.refuse('', 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${String(TOTAL_MAX)})`);
  return fields;
}

/** Only the entry point of an activity has a handler. */
function readHandler(form: Form, type: CommandType): number | undefined {
  const handler = form.choice('handler', [1, 2]);
  if (handler !== undefined && type !== ENTRY_POINT)
    form.refuse('handler', 'APPLICATION_COMMAND_HANDLER_UNSUPPORTED', 'Only primary entry point commands can have a handler');
  return handler;
}

/** Name and description, with their translations. A command on a user or message has no description: it comes back empty. */
function readTexts(
  form: Form,
  isSlash: boolean,
): Pick<CommandFields, 'description' | 'description_localizations' | 'name' | 'name_localizations'> {
  const name = readName(form, isSlash);
  const description = form.string('description', isSlash ? { min: 1, max: DESCRIPTION_MAX } : {});
  if (isSlash) form.require('description');
  else if (description !== undefined && description !== '')
    form.refuse('description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID', 'Context menu commands cannot have description');
  return {
    name,
    description: description ?? '',
    name_localizations: readNames(form, isSlash),
    description_localizations: readLocalizations(form, 'description_localizations', DESCRIPTION_MAX),
  };
}

/** Everything that can be read of a command counts, in the longest translation of each text. */
function totalOf({ name, name_localizations, description, description_localizations, options }: Textual): number {
  const own = longest(name, name_localizations) + longest(description, description_localizations);
  return (options ?? []).reduce((sum, option) => sum + totalOf(option) + choicesLength(option), own);
}

interface Textual {
  readonly description: string;
  readonly description_localizations?: Localizations | null | undefined;
  readonly name: string;
  readonly name_localizations?: Localizations | null | undefined;
  readonly options?: readonly CommandOption[] | undefined;
}

function choicesLength({ choices }: CommandOption): number {
  return (choices ?? []).reduce(
    (sum, { name, name_localizations, value }) => sum + longest(name, name_localizations) + String(value).length,
    0,
  );
}

function longest(text: string, translations: Localizations | null | undefined): number {
  return Math.max(...[text, ...Object.values(translations ?? {})].map(characterCount));
}
