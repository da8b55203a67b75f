import { describe, expect, it } from '@jest/globals';
import {
  contentSafe,
  escapeMarkdown,
  escapeMentions,
  links,
  md,
  mentionsIn,
  MessageBuilder,
  parseMention,
  safeText,
} from '../../src/index.js';

const NAMES = { channel: () => undefined, role: () => 'x', user: () => '<@&' };

/** Everything that reads text of others. */
const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['mentionsIn', (text) => [...mentionsIn(text)].length],
  ['parseMention', (text) => parseMention(text)],
  ['contentSafe', (text) => contentSafe(text, NAMES)],
  ['escapeMarkdown', escapeMarkdown],
  ['escapeMentions', escapeMentions],
  ['safeText', safeText],
  ['md.code', md.code],
  ['md.codeBlock', md.codeBlock],
  ['md.heading', (text) => md.heading(text)],
  ['links.parseMessage', (text) => links.parseMessage(`https://discord.com/channels/${text}`)],
  ['links.parseInvite', (text) => links.parseInvite(text)],
  ['MessageBuilder', (text) => new MessageBuilder().pushQuoteSafe(text).pushMonoSafe(text).build()],
];

/** What makes readers that try again and again slow: beginnings without ends, signs that fit several rules, nests. */
const PIECES = [
  ...[
    '<',
    '<@',
    '<@!',
    '<@&',
    '<#',
    '</a',
    '</a b c',
    '<:a',
    '<a:',
    '<t:',
    '<t:1:',
    `</${'a'.repeat(32)} ${'b'.repeat(32)} ${'c'.repeat(33)}`,
    '<id:linked-roles:',
    '<@1',
    '<@1>',
    '</a a a:1>',
    '@',
    '@everyone',
    '@here',
  ],
  ...[
    '*',
    '_',
    '`',
    '``',
    '```',
    '~',
    '|',
    '[',
    '](',
    '\\',
    '#',
    '- ',
    '1',
    '1.',
    ' ',
    '\n',
    ' \n',
    '\t',
    '> ',
    'discord.',
    'discord.gg',
    ':/',
    '\u200b',
    'a',
    '👍',
    '-',
    '\r',
  ],
];
const LENGTH = 4_000;
const ROUNDS = 5;
const MOST_GROWTH = 2.3;

const of = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Each piece over and over, and after every other one. */
const CORPUS = PIECES.flatMap((piece) => PIECES.map((other) => of(`${piece}${other}`, LENGTH)));

function elapsedMs(read: (text: string) => unknown, text: string): number {
  const startMs = performance.now();
  read(text);
  return performance.now() - startMs;
}

/** The 99.9th percentile over texts. The machine has other things to do as well: of several readings of a text the first that is quick enough counts. */
function p999Ms(read: (text: string) => unknown, texts: readonly string[]): number {
  const times = texts.map((text) => {
    let bestMs = Infinity;
    for (let round = 0; round < ROUNDS && bestMs > 1; round += 1) bestMs = Math.min(bestMs, elapsedMs(read, text));
    return bestMs;
  });
  return times.sort((first, second) => first - second)[Math.floor(times.length * 0.999)]!;
}

/**
 * How much longer twice the text takes, at its best. One reading at a time: several in a row would have V8 collect garbage in most measurements of the longer
 * text and in few of the shorter. Nothing of Discord's is longer than 4,000 characters; far above, V8 keeps the matches of a pattern where memory is dearer,
 * which makes a step in every measurement.
 */
function growth(read: (text: string) => unknown, piece: string): number {
  const [once, twice] = [of(piece, LENGTH / 2), of(piece, LENGTH)];
  let [onceMs, twiceMs] = [Infinity, Infinity];
  for (let round = 0; round < 2_000 && !(round >= ROUNDS && twiceMs / onceMs <= MOST_GROWTH); round += 1) {
    onceMs = Math.min(onceMs, elapsedMs(read, once));
    twiceMs = Math.min(twiceMs, elapsedMs(read, twice));
  }
  // What takes no time at all grows by nothing that a clock could tell.
  return twiceMs < 0.01 ? 1 : twiceMs / onceMs;
}

describe.each(READERS)('%s', (_, read) => {
  it('Y-08 reads 4,000 characters of anything hostile within a millisecond', () => {
    expect(CORPUS.length).toBeGreaterThan(1_000);
    expect(p999Ms(read, CORPUS)).toBeLessThanOrEqual(1);
  });

  it('Y-08 takes twice the time for twice the text', () => {
    expect(PIECES.map((piece) => [piece, growth(read, piece)] as const).filter(([, times]) => times > MOST_GROWTH)).toEqual([]);
  });
});
