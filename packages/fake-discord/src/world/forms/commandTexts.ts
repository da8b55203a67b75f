import type { Form } from './Form.js';

/** Texts by locale. */
export type Localizations = Readonly<Record<string, string>>;

/** What names of slash commands and of their options are made of. The apostrophe is among it. */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
/** How long names may be. */
export const NAME_MAX = 32;

/** The name of a command or an option. Slash commands and options are written small, where their letters can be. */
export function readName(form: Form, isSlash = true): string {
  form.require('name');
  const name = form.string('name', { min: 1, max: NAME_MAX });
  if (isSlash && name !== undefined) checkSlashName(form, 'name', name);
  return name ?? '';
}

/** The names in other languages, which are made as the name itself is. */
export function readNames(form: Form, isSlash = true): Localizations | null {
  const names = readLocalizations(form, 'name_localizations', NAME_MAX);
  const given = form.object('name_localizations');
  if (isSlash && given !== undefined) for (const [locale, name] of Object.entries(names ?? {})) checkSlashName(given, locale, name);
  return names;
}

function checkSlashName(form: Form, field: string, name: string): void {
  if (!SLASH_NAME.test(name)) form.refuse(field, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  else if (name !== name.toLowerCase())
    form.refuse(field, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid: it must be lowercase');
}

/** The locales that Discord speaks. */
export const LOCALES: readonly string[] =
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW'.split(
    ' ',
  );

/** A dictionary of texts by locale; `null` where there is none. */
export function readLocalizations(form: Form, field: string, max: number): Localizations | null {
  const given = form.object(field);
  if (given === undefined) return null;
  const texts = given.names().flatMap((locale) => {
    if (!LOCALES.includes(locale)) given.refuse(locale, 'BASE_TYPE_CHOICES', `Value must be one of {${LOCALES.join(', ')}}.`);
    const text = given.string(locale, { min: 1, max });
    return text === undefined ? [] : [[locale, text] as const];
  });
  return Object.fromEntries(texts);
}
