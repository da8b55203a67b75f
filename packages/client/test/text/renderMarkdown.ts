/**
 * What Discord's client makes of a message, read from how it behaves and written for these tests only: a scanner that takes the first rule that matches,
 * as the client's parser does. `text` is what a person sees, `markup` which rules were at work.
 */
export interface Rendered {
  readonly text: string;
  readonly markup: readonly string[];
}

type Show = (match: RegExpExecArray) => string;

/** Tried in this order at every place; the line rules only where a line begins. */
const LINE_RULES: readonly (readonly [name: string, rule: RegExp, show: Show])[] = [
  ['heading', /^[^\S\n]*#{1,3}[^\S\n]+([^\n]*)/, (match) => match[1] ?? ''],
  ['subtext', /^[^\S\n]*-#[^\S\n]+([^\n]*)/, (match) => match[1] ?? ''],
  ['quote', /^[^\S\n]*>(?:>>)?[^\S\n]+([^\n]*)/, (match) => match[1] ?? ''],
  ['list', /^[^\S\n]*(?:[*+-]|\d+\.)[^\S\n]+([^\n]*)/, (match) => `• ${match[1] ?? ''}`],
];
const RULES: readonly (readonly [name: string, rule: RegExp, show: Show])[] = [
  ['escape', /^\\([^0-9A-Za-z\s])/, (match) => match[1] ?? ''],
  ['code', /^(`+)([^]*?[^`])\1(?!`)/, (match) => match[2] ?? ''],
  ['mention', /^<(?:@[!&]?|#|a?:\w+:|t:-?|id:|\/[\w -]+:)\w*[^<>]*>/, () => '@mention'],
  ['link', /^<(?:https?|steam|mailto):[^\s<>]+>/, () => 'link'],
  ['link', /^(?:https?|steam):\/\/[^\s<]+/, (match) => match[0]],
  ['maskedLink', /^\[([^\]\n]+)\]\(<?(?:https?|steam):[^)]+\)/, (match) => match[1] ?? ''],
  ['strong', /^\*\*([^]+?)\*\*(?!\*)/, (match) => match[1] ?? ''],
  ['underline', /^__([^]+?)__(?!_)/, (match) => match[1] ?? ''],
  ['emphasis', /^(?:\*(?=\S)([^*]+?)\*|_([^_]+?)_)/, (match) => match[1] ?? match[2] ?? ''],
  ['strike', /^~~([^]+?)~~/, (match) => match[1] ?? ''],
  ['spoiler', /^\|\|([^]+?)\|\|/, (match) => match[1] ?? ''],
];

/** How `source` is shown. */
export function renderMarkdown(source: string): Rendered {
  const markup: string[] = [];
  let text = '';
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const isLineStart = at === 0 || source[at - 1] === '\n';
    const found = (isLineStart ? [...LINE_RULES, ...RULES] : RULES).find(([, rule]) => rule.test(rest));
    const match = found?.[1].exec(rest);
    if (found !== undefined && match != null) {
      if (found[0] !== 'escape') markup.push(found[0]);
      text += found[2](match);
    } else text += source[at] ?? '';
    at += match?.[0].length ?? 1;
  }
  return { text, markup };
}
