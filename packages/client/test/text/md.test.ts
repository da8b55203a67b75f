import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { md } from '../../src/text/md.js';
import { renderMarkdown } from './renderMarkdown.js';

describe('md, as a tag', () => {
  it('shows what is filled in as it is, and styles what is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(renderMarkdown(md`**Hello** ${name}!`)).toEqual({ text: `Hello ${name}!`, markup: ['strong'] });
      }),
    );
  });

  it('fills in numbers, and knows line ends', () => {
    expect(md`${1}\n${2n}${''}`).toBe('1\n2');
  });
});

describe('the makers of md', () => {
  it.each([
    ['strong', md.bold('x')],
    ['emphasis', md.italic('x')],
    ['underline', md.underline('x')],
    ['strike', md.strikethrough('x')],
    ['spoiler', md.spoiler('x')],
    ['code', md.code('x')],
    ['heading', md.heading('x')],
    ['heading', md.heading('x', 3)],
    ['subtext', md.subtext('x')],
    ['quote', md.quote('x')],
    ['quote', md.blockQuote('x')],
    ['maskedLink', md.link('x', 'https://example.com')],
  ])('make %s: %j', (markup, text) => {
    expect(renderMarkdown(text)).toEqual({ text: 'x', markup: [markup] });
  });

  it('leave an empty text empty, which would show its marks', () => {
    expect([md.bold(''), md.italic(''), md.underline(''), md.strikethrough(''), md.spoiler(''), md.code('')].join('')).toBe('');
  });

  it('keep what is one line one line, and quote every line', () => {
    expect(md.heading('a\nb', 2)).toBe('## a b');
    expect(md.subtext('a\r\nb')).toBe('-# a b');
    expect(md.quote('a\nb')).toBe('> a\n> b');
  });

  it('make lists, with lists in them', () => {
    expect(md.list(['a', ['b', ['c']], 'd'])).toBe('- a\n  - b\n    - c\n- d');
    expect(md.numberedList(['a', 'b'])).toBe('1. a\n2. b');
    expect(md.numberedList(['a', ['b'], 'c\nd'], 9)).toBe('9. a\n  9. b\n10. c\n    d');
  });

  it('make links that end where they end', () => {
    expect(md.link('a', 'https://example.com/(b)')).toBe('[a](https://example.com/%28b%29)');
    expect(md.bareLink('https://example.com/a')).toBe('<https://example.com/a>');
    expect(() => md.link('a', 'nowhere')).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('make blocks of code', () => {
    expect(md.codeBlock('1', 'json')).toBe('```json\n1\n```');
  });
});
