import type { Inline } from './nodes.js';

/** A run of one mark: `**` is a run of two stars. Whether it opens or closes something is decided later. */
export interface MarkRun {
  readonly char: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** A piece of a line: done, or a mark whose partner is still to be found. */
export type Token = { readonly node: Inline } | { readonly run: MarkRun };

interface Read {
  readonly node: Inline;
  readonly end: number;
}

const plain = /[^\\`<h[*_~|@]+/y;
const webAddress = /https?:\/\/[^\s<>"]+/y;
const everybody = /@(everyone|here)\b/y;
const masked = /\(<?(https?:\/\/[^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500})?)>?(?: +"[^"\n]{0,500}")?\)/y;

/** Each `<…>` that Discord knows, with bounded lengths, so that a thousand open brackets cost no more than a thousand steps. */
const angles: readonly (readonly [RegExp, (found: RegExpExecArray) => Inline])[] = [
  [/<@!?(\d{1,20})>/y, (found) => ({ type: 'mention', of: 'user', id: part(found, 1) })],
  [/<@&(\d{1,20})>/y, (found) => ({ type: 'mention', of: 'role', id: part(found, 1) })],
  [/<#(\d{1,20})>/y, (found) => ({ type: 'mention', of: 'channel', id: part(found, 1) })],
  [/<\/([^:<>\n]{1,110}):(\d{1,20})>/y, (found) => ({ type: 'command', name: part(found, 1), id: part(found, 2) })],
  [/<(a?):(\w{2,32}):(\d{1,20})>/y, (found) => ({ type: 'emoji', name: part(found, 2), id: part(found, 3), isAnimated: found[1] === 'a' })],
  [/<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, (found) => ({ type: 'time', seconds: Number(found[1]), style: found[2] ?? 'f' })],
  [/<id:(customize|browse|guide|linked-roles)(?::\d{1,20})?>/y, (found) => ({ type: 'place', name: part(found, 1) })],
  [/<(https?:\/\/[^\s<>]{1,2000})>/y, (found) => bareLink(part(found, 1))],
];

/**
 * Cuts a text into tokens, in one pass from left to right. Partners that may lie far away (a back-tick's, a bracket's) are found
 * beforehand for the whole text, so that no character is searched for twice.
 */
export function inlineTokens(text: string, parseLabel: ((label: string) => readonly Inline[]) | null): readonly Token[] {
  const tokens: Token[] = [];
  const ticks = tickPartners(text);
  const brackets = parseLabel === null ? new Map<number, number>() : bracketPartners(text);
  let at = 0;
  while (at < text.length) {
    const run = readRun(text, at);
    if (run !== undefined) {
      tokens.push({ run });
      at += run.length;
      continue;
    }
    const read = readNode(text, at, ticks, brackets, parseLabel);
    tokens.push({ node: read.node });
    at = read.end;
  }
  return tokens;
}

function readRun(text: string, at: number): MarkRun | undefined {
  const char = text.charAt(at);
  if (!'*_~|'.includes(char)) return undefined;
  let end = at + 1;
  while (text[end] === char) end += 1;
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? ' ';
  // snake_case_names are no emphasis.
  const inWord = char === '_' && end - at === 1;
  return {
    char,
    length: end - at,
    canOpen: after.trim() !== '' && !(inWord && /\w/.test(before)),
    canClose: before.trim() !== '' && !(inWord && /\w/.test(after)),
  };
}

function readNode(
  text: string,
  at: number,
  ticks: ReadonlyMap<number, TickPartner>,
  brackets: ReadonlyMap<number, number>,
  parseLabel: ((label: string) => readonly Inline[]) | null,
): Read {
  switch (text[at]) {
    case '\\':
      return readEscape(text, at);
    case '`':
      return readCode(text, at, ticks);
    case '<':
      return readAngle(text, at) ?? asText(text, at, at + 1);
    case 'h':
      return readAddress(text, at) ?? asText(text, at, at + 1);
    case '@':
      return readEverybody(text, at) ?? asText(text, at, at + 1);
    case '[':
      return readMasked(text, at, brackets.get(at), parseLabel) ?? asText(text, at, at + 1);
    default:
      return asText(text, at, match(plain, text, at)?.end ?? at + 1);
  }
}

function asText(text: string, start: number, end: number): Read {
  return { node: { type: 'text', text: text.slice(start, end) }, end };
}

function readEscape(text: string, at: number): Read {
  const next = text[at + 1];
  return next !== undefined && /[^\w\s]/.test(next) ? asText(text, at + 1, at + 2) : asText(text, at, at + 1);
}

function readAngle(text: string, at: number): Read | undefined {
  for (const [pattern, make] of angles) {
    const found = match(pattern, text, at);
    if (found !== undefined) return { node: make(found.groups), end: found.end };
  }
  return undefined;
}

function readEverybody(text: string, at: number): Read | undefined {
  const found = match(everybody, text, at);
  if (found === undefined) return undefined;
  return { node: { type: 'everybody', name: part(found.groups, 1) === 'here' ? 'here' : 'everyone' }, end: found.end };
}

/** A bare address ends before the punctuation of its sentence, and before a bracket that it did not open. */
function readAddress(text: string, at: number): Read | undefined {
  const found = match(webAddress, text, at);
  if (found === undefined) return undefined;
  let end = found.end;
  let surplus = count(found.groups[0], ')') - count(found.groups[0], '(');
  while (end > at && (/[.,:;!?'*_~|]/.test(text.charAt(end - 1)) || (text[end - 1] === ')' && surplus > 0))) {
    if (text[end - 1] === ')') surplus -= 1;
    end -= 1;
  }
  return { node: bareLink(text.slice(at, end)), end };
}

/** `[label](address)`. A label that is an address itself would lie about where it leads, so it stays text. */
function readMasked(
  text: string,
  at: number,
  close: number | undefined,
  parseLabel: ((label: string) => readonly Inline[]) | null,
): Read | undefined {
  if (close === undefined || parseLabel === null || text[close + 1] !== '(') return undefined;
  const label = text.slice(at + 1, close);
  const found = match(masked, text, close + 1);
  if (found === undefined || label.trim() === '' || /https?:\/\//.test(label)) return undefined;
  return { node: { type: 'link', url: part(found.groups, 1), children: parseLabel(label) }, end: found.end };
}

function bareLink(url: string): Inline {
  return { type: 'link', url, children: [{ type: 'text', text: url }] };
}

interface TickPartner {
  readonly length: number;
  readonly close: number | undefined;
}

function readCode(text: string, at: number, ticks: ReadonlyMap<number, TickPartner>): Read {
  const partner = ticks.get(at);
  if (partner === undefined) return asText(text, at, at + 1);
  const start = at + partner.length;
  if (partner.close === undefined) return asText(text, at, start);
  const inner = text.slice(start, partner.close);
  return { node: { type: 'code', text: partner.length > 1 ? inner.trim() : inner }, end: partner.close + partner.length };
}

/** Where each run of back-ticks begins, and where the next run of the same length does: found from the end, in one pass. */
function tickPartners(text: string): ReadonlyMap<number, TickPartner> {
  const partners = new Map<number, TickPartner>();
  const nextOfLength = new Map<number, number>();
  const runs = [...text.matchAll(/`+/g)].reverse();
  for (const run of runs) {
    const length = run[0].length;
    partners.set(run.index, { length, close: nextOfLength.get(length) });
    nextOfLength.set(length, run.index);
  }
  return partners;
}

function bracketPartners(text: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '[') open.push(at);
    else if (char === ']') {
      const start = open.pop();
      if (start !== undefined) partners.set(start, at);
    }
  }
  return partners;
}

function match(pattern: RegExp, text: string, at: number): { readonly groups: RegExpExecArray; readonly end: number } | undefined {
  pattern.lastIndex = at;
  const groups = pattern.exec(text);
  return groups === null ? undefined : { groups, end: at + groups[0].length };
}

function part(found: RegExpExecArray, index: number): string {
  return found[index] ?? '';
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
