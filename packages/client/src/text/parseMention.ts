import type { GuildPage } from './mention.js';
import { snowflake } from './snowflake.js';
import type { TimestampStyle } from './timestamp.js';

/** What a mention says. */
export type Mention =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly id: string; readonly name: string }
  | { readonly kind: 'emoji'; readonly id: string; readonly name: string; readonly isAnimated: boolean }
  | { readonly kind: 'timestamp'; readonly atMs: number; readonly style: TimestampStyle }
  | { readonly kind: 'guildPage'; readonly page: GuildPage; readonly roleId: string | null };

/** A mention, and where in the text it stands. */
export interface FoundMention {
  readonly mention: Mention;
  /** Where it begins, in code units. */
  readonly index: number;
  /** The mention as it is written. */
  readonly text: string;
}

/** Every repetition has a bound and no two that touch share a sign, so that a `<` is looked at for so many signs and no more, whatever follows. */
const ID = '\\d{1,20}';
const WORD = "[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}";
const KINDS = [
  `@!?(?<user>${ID})`,
  `@&(?<role>${ID})`,
  `#(?<channel>${ID})`,
  `/(?<command>${WORD}(?: ${WORD}){0,2}):(?<commandId>${ID})`,
  `(?<animated>a?):(?<emoji>\\w{1,32}):(?<emojiId>${ID})`,
  't:(?<seconds>-?\\d{1,13})(?::(?<style>[tTdDfFsSR]))?',
  `id:(?<page>customize|browse|guide|linked-roles)(?::(?<roleId>${ID}))?`,
];
const MENTION = new RegExp(`<(?:${KINDS.join('|')})>`, 'gu');
const MOST_SECONDS = 8.64e12;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Everything in `text` that has the form of a mention, from left to right, in one pass whose time grows with the length only. Within code it would not
 * be shown as one; that is not looked at.
 *
 * @example
 * ```ts
 * import { mentionsIn } from 'aplomb';
 *
 * for (const { mention } of mentionsIn('<@80351110224678912> joined <#103735883630395392>')) {
 *   if (mention.kind === 'user') console.log(mention.id);
 * }
 * ```
 */
export function* mentionsIn(text: string): Generator<FoundMention, void, void> {
  for (const match of text.matchAll(MENTION)) {
    const mention = mentionOf(match.groups as Groups);
    if (mention !== null) yield { mention, index: match.index, text: match[0] };
  }
}

/** What `text` mentions when it is one mention and nothing else; otherwise `undefined`. White space around it does not matter. */
export function parseMention(text: string): Mention | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('<')) return undefined;
  const [found] = mentionsIn(trimmed.slice(0, LONGEST + 1));
  return found?.text === trimmed ? found.mention : undefined;
}

/** A command of three words. */
const LONGEST = 2 + 3 * 64 + 2 + 1 + 20 + 1;

function mentionOf(groups: Groups): Mention | null {
  const { animated, channel, command, commandId, emoji, emojiId, page, role, roleId, seconds, style, user } = groups;
  if (seconds !== undefined) return timestampOf(Number(seconds), (style ?? 'f') as TimestampStyle);
  if (page !== undefined) return guildPageOf(page as GuildPage, roleId ?? null);
  const id = user ?? role ?? channel ?? commandId ?? emojiId;
  if (!snowflake.isValid(id)) return null;
  if (role !== undefined) return { kind: 'role', id };
  if (channel !== undefined) return { kind: 'channel', id };
  if (command !== undefined) return { kind: 'command', id, name: command };
  if (emoji !== undefined) return { kind: 'emoji', id, name: emoji, isAnimated: animated === 'a' };
  return { kind: 'user', id };
}

function timestampOf(seconds: number, style: TimestampStyle): Mention | null {
  return Math.abs(seconds) > MOST_SECONDS ? null : { kind: 'timestamp', atMs: seconds * 1_000, style };
}

function guildPageOf(page: GuildPage, roleId: string | null): Mention | null {
  if (roleId !== null && (page !== 'linked-roles' || !snowflake.isValid(roleId))) return null;
  return { kind: 'guildPage', page, roleId };
}
