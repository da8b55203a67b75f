import { codeBlock, inlineCode } from './codeMarks.js';
import { escapeMarkdown } from './escapeMarkdown.js';
import { webUrl } from './webUrl.js';

/** The entries of a list: texts, and lists of their own, which are shown below the entry before. */
export type ListItems = readonly (ListItems | string)[];

const around =
  (mark: string) =>
  (text: string): string =>
    text === '' ? '' : `${mark}${text}${mark}`;

const MAKERS = {
  /** `**text**` */
  bold: around('**'),
  /** `_text_` */
  italic: around('_'),
  /** `__text__` */
  underline: around('__'),
  /** `~~text~~` */
  strikethrough: around('~~'),
  /** `||text||`: hidden until it is clicked. */
  spoiler: around('||'),
  /** Code within a line. The text needs no escapes, and shows none. */
  code: inlineCode,
  /** Code in a block of its own, coloured as `language` (`ts`, `json`, `diff` …). The text needs no escapes, and shows none. */
  codeBlock,
  /** A heading of level 1 (large) to 3. It takes a line of its own. */
  heading: (text: string, level: 1 | 2 | 3 = 1): string => `${'#'.repeat(level)} ${oneLine(text)}`,
  /** `-# text`: small and grey. It takes a line of its own. */
  subtext: (text: string): string => `-# ${oneLine(text)}`,
  /** `> text`, line by line. */
  quote: (text: string): string => `> ${text.replaceAll('\n', '\n> ')}`,
  /** `>>> text`: everything from here to the end of the message is quoted. */
  blockQuote: (text: string): string => `>>> ${text}`,
  /** `- item`, line by line; a list within the list is shown below the item before it. */
  list: (items: ListItems): string => listLines(items, () => '-').join('\n'),
  /** `1. item`, line by line; a list within the list is shown below the item before it. */
  numberedList: (items: ListItems, first = 1): string => listLines(items, (index) => `${String(first + index)}.`).join('\n'),
  /**
   * `[text](url)`.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` unless `url` is an http or https URL
   */
  link: (text: string, url: string | URL): string => `[${text}](${webUrl(url)})`,
  /**
   * `<url>`: a link below which Discord shows no preview.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` unless `url` is an http or https URL
   */
  bareLink: (url: string | URL): string => `<${webUrl(url)}>`,
};

/**
 * Markdown. As a tag it escapes what is filled in, so that text of others shows as they wrote it and can style nothing; its functions put marks around
 * text, which they take as it is: give them text of others through {@link escapeMarkdown}. An empty text stays empty.
 *
 * Within backticks Discord reads no escapes: there use `md.code(…)` and `md.codeBlock(…)` outside the tag.
 *
 * @example
 * ```ts
 * import { md } from 'aplomb';
 *
 * const name = '**[free nitro](https://example.com)**';
 * const text = md`**Welcome, ${name}!**` + '\n' + md.list(['Read the rules', 'Say hello', ['in a sentence or two']]);
 * ```
 * @see {@link https://support.discord.com/hc/en-us/articles/210298617 | Markdown text}
 */
export const md: typeof MAKERS & ((literal: TemplateStringsArray, ...values: readonly (bigint | number | string)[]) => string) =
  Object.assign(
    (literal: TemplateStringsArray, ...values: readonly (bigint | number | string)[]): string =>
      literal.map((text, index) => (index === 0 ? text : escapeMarkdown(String(values[index - 1])) + text)).join(''),
    MAKERS,
  );

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** Lines that follow the first of an item stand under its text. */
function listLines(items: ListItems, mark: (index: number) => string): readonly string[] {
  let index = -1;
  return items.flatMap((item) => {
    if (typeof item !== 'string') return listLines(item, mark).map((line) => `  ${line}`);
    index += 1;
    const start = `${mark(index)} `;
    return [`${start}${item.replaceAll('\n', `\n${' '.repeat(start.length)}`)}`];
  });
}
