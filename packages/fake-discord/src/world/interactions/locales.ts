import { requireOneOf } from '../arguments.js';
import { LOCALES } from '../forms/commandTexts.js';
import type { Localizations } from '../forms/commandTexts.js';
import type { GuildRecord } from '../records.js';
import type { World } from '../World.js';

const ENGLISH = 'en-US';

/** Where a text in one language is missing, that in another is shown. */
const FALLBACKS: Readonly<Record<string, string>> = { 'en-GB': 'en-US', 'en-US': 'en-GB', 'es-419': 'es-ES' };

/** What has a name, and names in other languages. */
export interface Localized {
  readonly name: string;
  readonly name_localizations?: Localizations | null | undefined;
}

/**
 * The name that somebody sees who uses Discord in a language.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#localization | Localization}
 */
export function shownName({ name, name_localizations: names }: Localized, locale: string): string {
  return names?.[locale] ?? names?.[FALLBACKS[locale] ?? ''] ?? name;
}

/** The one that somebody means by a name: as they see it, or as it is registered. */
export function named<Thing extends Localized>(things: readonly Thing[], name: string | undefined, locale: string): Thing | undefined {
  return things.find((thing) => shownName(thing, locale) === name) ?? things.find((thing) => thing.name === name);
}

/** The language of a person. */
export function localeOf(world: World, userId: string): string {
  return world.locales.get(userId) ?? ENGLISH;
}

/** The language of a guild. */
export function guildLocale({ more }: GuildRecord): string {
  return more.preferred_locale ?? ENGLISH;
}

/** @throws {@link OptionsError} `INVALID_OPTION` for a language that Discord does not speak */
export function setLocale(world: World, userId: string, locale: string): void {
  requireOneOf('The language of a person', locale, LOCALES);
  world.locales.set(userId, locale);
}
