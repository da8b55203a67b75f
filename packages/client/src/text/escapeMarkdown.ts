/**
 * What can begin markup anywhere: emphasis, code, spoilers, quotes, links, mentions, time stamps; and the colon of an address, which would become a
 * link, within which escapes are not read.
 */
const ANYWHERE = /[\\*_~`|<>[\]]|:(?=\/)/g;
/** Headings, lists, subtext and numbered lists. No line's white space holds a line end, or time would grow with the square of their number. */
const LINE_START = /^([^\S\n\r\u2028\u2029]*\d*)([#+-]|\.(?=\s|$))/gm;

/**
 * `text` such that Discord shows exactly it: no emphasis, code, spoiler, heading, list, quote, link, mention or time stamp, whoever wrote it. Whom a
 * message pings is decided by `allowed_mentions` alone, escapes or not.
 *
 * @example
 * ```ts
 * import { escapeMarkdown } from 'aplomb';
 *
 * const name = '**[free nitro](https://example.com)**';
 * console.log(`Welcome, ${escapeMarkdown(name)}!`);
 * ```
 * @see {@link https://support.discord.com/hc/en-us/articles/210298617 | Markdown text}
 */
export function escapeMarkdown(text: string): string {
  return text.replace(ANYWHERE, '\\$&').replace(LINE_START, '$1\\$2');
}
