import { mentionsIn, type Mention } from './parseMention.js';

/** Who knows the names that mentions stand for, such as a cache. `undefined` where a name is not known. */
export interface MentionNames {
  channel(id: string): string | undefined;
  role(id: string): string | undefined;
  user(id: string): string | undefined;
}

/** What {@link contentSafe} makes harmless. */
export interface ContentSafeOptions {
  /** Channels become `#name`. @defaultValue `true` */
  readonly channels?: boolean;
  /** `@everyone` gets an invisible space. @defaultValue `true` */
  readonly everyone?: boolean;
  /** `@here` gets an invisible space. @defaultValue `true` */
  readonly here?: boolean;
  /** Roles become `@name`. @defaultValue `true` */
  readonly roles?: boolean;
  /** Users become `@name`. @defaultValue `true` */
  readonly users?: boolean;
}

const INVISIBLE = '\u200b';

/**
 * `text` with names in the place of mentions, so that it can be repeated without pinging anybody: `<@80351110224678912>` becomes `@alice`. What is
 * unknown becomes `@invalid-user`, `@deleted-role` and `#deleted-channel`. Names cannot be chosen such that they mention somebody.
 *
 * @example
 * ```ts
 * import { contentSafe } from 'aplomb';
 *
 * const names = { channel: () => 'general', role: () => 'mods', user: () => 'alice' };
 * contentSafe('<@80351110224678912>, ask @everyone', names); // '@alice, ask @\u200beveryone'
 * ```
 */
export function contentSafe(text: string, names: MentionNames, options: ContentSafeOptions = {}): string {
  let safe = '';
  let at = 0;
  for (const found of mentionsIn(text)) {
    const name = nameOf(found.mention, names, options);
    if (name === null) continue;
    // With the `<` before it, a name could be the rest of a mention.
    const guard = found.index > at && text[found.index - 1] === '<' ? INVISIBLE : '';
    safe += text.slice(at, found.index) + guard + name;
    at = found.index + found.text.length;
  }
  return withoutEveryone(safe + text.slice(at), options);
}

function nameOf(mention: Mention, names: MentionNames, { channels = true, roles = true, users = true }: ContentSafeOptions): string | null {
  if (mention.kind === 'user' && users) return named('@', names.user(mention.id) ?? 'invalid-user');
  if (mention.kind === 'role' && roles) return named('@', names.role(mention.id) ?? 'deleted-role');
  if (mention.kind === 'channel' && channels) return named('#', names.channel(mention.id) ?? 'deleted-channel');
  return null;
}

/** A name holds no mention, and begins none. */
function named(sign: '#' | '@', name: string): string {
  return `${sign}${name.replace(/[<@]/g, `$&${INVISIBLE}`)}`;
}

function withoutEveryone(text: string, { everyone = true, here = true }: ContentSafeOptions): string {
  return text.replace(/@(everyone|here)/g, (whole, who: string) => ((who === 'here' ? here : everyone) ? `@${INVISIBLE}${who}` : whole));
}
