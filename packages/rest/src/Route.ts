import { OptionsError } from '@aplomb/base';

const SNOWFLAKE = /^\d{1,20}$/;
const CUSTOM_EMOJI = /^<?(?:a?:)?(\w{1,32}:\d{1,20})>?$/;
/** What a path may hold after encoding. No `?`, `#`, `\`, and no empty, `.` or `..` segment: those would end up on another route. */
const PATH = /^(?:\/(?!(?:\.|%2e){1,2}(?:\/|$))[\w@~!'()*.:%-]+)+$/i;

/** A part of a path that was checked by its own grammar. Everything else that is put into a {@link route} must be an id. */
export class PathSegment {
  readonly encoded: string;

  constructor(encoded: string) {
    this.encoded = encoded;
  }
}

/**
 * Builds a path, and lets nothing into it but ids and checked segments: `route`/channels/${channelId}/messages``. An id that came from a user
 * can so never lead the bot's token to another route.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for a value that is no id.
 */
export function route(texts: TemplateStringsArray, ...values: readonly (string | PathSegment)[]): string {
  return texts.reduce((path, text, index) => path + encoded(values[index - 1]) + text);
}

/**
 * The segment of an emoji: a Unicode emoji, or `name:id` of a custom one, with or without `<:…>` around it.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what cannot be an emoji.
 */
export function emojiSegment(emoji: string): PathSegment {
  const custom = CUSTOM_EMOJI.exec(emoji)?.[1];
  if (custom !== undefined) return new PathSegment(encodeURIComponent(custom));
  // Every Unicode emoji leaves ASCII somewhere; digits, `#` and `*` are followed by U+FE0F or U+20E3.
  const isUnicode = emoji.length <= 64 && /[^\p{ASCII}]/u.test(emoji) && !/[\p{Surrogate}\s/\\?%.]/u.test(emoji);
  if (isUnicode) return new PathSegment(encodeURIComponent(emoji));
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${emoji}\` is no emoji.`,
    cure: 'Give a Unicode emoji such as "👍", or a custom one as "name:id".',
  });
}

/**
 * Checks a path that somebody else built.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for a path that does not stay where it says.
 */
export function checkedPath(path: string): string {
  if (PATH.test(path)) return path;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${path}\` is no path below the base URL.`,
    cure: 'Begin with a slash, encode each segment, and give the query as `query`; `.` and `..` are not allowed.',
  });
}

function encoded(value: string | PathSegment | undefined): string {
  if (value instanceof PathSegment) return value.encoded;
  if (typeof value === 'string' && SNOWFLAKE.test(value)) return value;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${String(value)}\` is no id.`,
    cure: 'Ids are strings of up to 20 digits, as Discord sends them.',
  });
}
