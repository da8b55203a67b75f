import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkdown } from '../../src/text/escapeMarkdown.js';
import { renderMarkdown } from './renderMarkdown.js';

const MARKED = [
  ...['**bold**', '*em*', '_em_', '__under__', '~~gone~~', '||secret||', '`code`', '```js\ncode\n```', '***both***', '`` a`b ``'],
  ...['[free nitro](https://evil.example)', 'https://evil.example/a_b_c', '<https://evil.example>', 'steam://run/1'],
  ...['<@1102>', '<@!1102>', '<@&1102>', '<#1102>', '<:name:1102>', '<a:name:1102>', '<t:1618953630:R>', '</roll:1102>', '<id:customize>'],
  ...[
    '# heading',
    '## heading',
    '  ### heading',
    '-# subtext',
    '> quote',
    '>>> quote',
    '- item',
    '* item',
    '+ item',
    '1. item',
    '  42. item',
    'a\n# b',
    'a\n\n- b',
  ],
];
const AS_IT_WAS = [
  '',
  'plain',
  'Grüße 世界 👍🏽',
  '3.14',
  'a-b',
  'C#',
  '1 + 1 = 2',
  'a: b',
  'x@y.z',
  'exe.\u202egpj',
  '\u200f(rtl)',
  'tab\there',
];

/** Pieces of markup and of text, so that chance finds what matters. */
const pieces = fc.constantFrom(
  ...Array.from('\\*_~`|<>[]()#-+:/@!&.19 \n\tab¯ツ'),
  'https://',
  '```',
  '**',
  '<@1>',
  '\r\n',
  '1. ',
  '# ',
  '> ',
  '¯\\_(ツ)_/¯',
  '\u202e',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('escapeMarkdown', () => {
  it.each(MARKED)('Y-12 shows %j as it is, which would be markup without', (text) => {
    expect(renderMarkdown(text).markup).not.toEqual([]);
    expect(renderMarkdown(escapeMarkdown(text))).toEqual({ text, markup: [] });
  });

  it('Y-12 round trip: what is shown of an escaped text is the text, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(renderMarkdown(escapeMarkdown(text))).toEqual({ text, markup: [] });
      }),
      { numRuns: 5_000 },
    );
  });

  it('holds within a sentence, too: what stands around an escaped text stays what it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: shownText, markup } = renderMarkdown(`**Hello** ${escapeMarkdown(text)}!`);
        expect([shownText, markup]).toEqual([`Hello ${text}!`, ['strong']]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(AS_IT_WAS)('leaves %j alone', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('shows an escaped escape twice', () => {
    expect(renderMarkdown(escapeMarkdown(escapeMarkdown('*a*'))).text).toBe('\\*a\\*');
  });

  it.each([...['*', '_', '`', '[', '<', '\\', ' ', '\n', '#', '-', '1', '1.', ' -', '\n ', ':/', '\r', '**_', '||']])(
    'takes time that grows with the length only, for %j over and over',
    (piece) => {
      const time = (text: string) => {
        const startMs = performance.now();
        escapeMarkdown(text);
        return performance.now() - startMs;
      };
      const text = piece.repeat(200_000);
      time(text);
      expect(time(text)).toBeLessThan(1_000);
    },
  );
});
