import { OptionsError } from '@aplomb/base';
import { redactedPath } from './redactedPath.js';
import type { HttpMethod } from './RestRequest.js';

const SNOWFLAKE = /^\d{1,20}$/;
const CUSTOM_EMOJI = /^<?(?:a?:)?(\w{1,32}:\d{1,20})>?$/;
/**
 * What a path may hold after encoding. No `?`, `#`, `\`, and no empty, `.` or `..` segment, also not encoded: those would end up on another route, if not here then
 * behind a proxy that decodes them. No control characters either.
 */
const PATH = /^(?:\/(?!(?:\.|%2e){1,2}(?:\/|$))(?:[\w@~!'()*.:-]|%(?!2f|5c|7f|[01])[\da-f]{2})+)+$/i;

const TOKEN = /^(?!\.{1,2}$)[\w.=~-]{1,512}$/;
const CODE = /^[\w-]{1,128}$/;
/** What every Unicode emoji has: a picture (also one of a later Unicode), half a flag, or the box around a digit. */
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const ROUTE_TEXT = /^(DELETE|GET|PATCH|POST|PUT) (\/.*)$/s;

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
  const isUnicode = typeof emoji === 'string' && emoji.length <= 64 && PICTURE.test(emoji) && !/[\p{Surrogate}\s/\\?%.]/u.test(emoji);
  if (isUnicode) return new PathSegment(encodeURIComponent(emoji));
  throw refused(emoji, 'is no emoji', 'Give a Unicode emoji such as "👍", or a custom one as "name:id".');
}

/**
 * The segment of a webhook's or an interaction's token. No error shows it.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what cannot be one.
 */
export function tokenSegment(token: string): PathSegment {
  if (typeof token === 'string' && TOKEN.test(token)) return new PathSegment(encodeURIComponent(token));
  throw new OptionsError('INVALID_OPTION', {
    what: 'What was given as the token of a webhook or an interaction is none.',
    cure: 'Give the `token` that Discord sent with it, without the rest of its URL.',
  });
}

/**
 * The segment of a code: of an invite, of a template, of an activity instance (`i-1…-gc-2…-3…`).
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what cannot be one.
 */
export function codeSegment(code: string): PathSegment {
  if (typeof code === 'string' && CODE.test(code)) return new PathSegment(encodeURIComponent(code));
  throw refused(code, 'is no code', 'Give the code alone, without the URL before it: "discord-developers" of an invite.');
}

/**
 * The segment of a message: its id, or `@original` for the first answer to an interaction.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for anything else.
 */
export function messageSegment(messageId: string): PathSegment {
  return new PathSegment(messageId === '@original' ? messageId : encoded(messageId));
}

/**
 * The method and the path of `"GET /users/@me"`. The path is not checked yet.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what does not begin with a method.
 */
export function splitRoute(routeText: string): readonly [method: HttpMethod, path: string] {
  const [, method, path] = ROUTE_TEXT.exec(routeText) ?? [];
  if (method !== undefined && path !== undefined) return [method as HttpMethod, path];
  throw refused(routeText, 'is no route', 'Give the method and the path with a space between them, as in "GET /users/@me".');
}

/**
 * Checks a path that somebody else built.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for a path that does not stay where it says.
 */
export function checkedPath(path: string): string {
  if (typeof path === 'string' && PATH.test(path)) return path;
  throw refused(
    path,
    'is no path below the base URL',
    'Begin with a slash, encode each segment, and give the query as `query`; `.` and `..` are not allowed.',
  );
}

function encoded(value: string | PathSegment | undefined): string {
  if (value instanceof PathSegment) return value.encoded;
  if (typeof value === 'string' && SNOWFLAKE.test(value)) return value;
  throw refused(value, 'is no id', 'Ids are strings of up to 20 digits, as Discord sends them.');
}

/** Something that long may be a secret that was put into the wrong place: then only its length is told. */
const LONGEST_SHOWN = 40;

function refused(value: unknown, fault: string, cure: string): OptionsError {
  const text = typeof value === 'string' ? redactedPath(value) : String(value);
  const shown = text.length <= LONGEST_SHOWN ? `\`${text}\`` : `A text of ${String(text.length)} characters`;
  return new OptionsError('INVALID_OPTION', { what: `${shown} ${fault}.`, cure });
}
