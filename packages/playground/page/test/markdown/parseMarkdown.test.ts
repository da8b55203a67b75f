import { describe, expect, it } from '@jest/globals';
import { parseMarkdown } from '../../src/markdown/parseMarkdown.js';

const paragraph = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', text: value }] });

describe('markdown', () => {
  it('keeps the lines of a paragraph', () => {
    expect(parseMarkdown('a\n\nb')).toEqual([paragraph('a\n\nb')]);
  });

  it('knows three headings and small print', () => {
    const types = parseMarkdown('# a\n## b\n### c\n-# d\n#### e\n#f').map((block) => ('level' in block ? block.level : block.type));
    expect(types).toEqual([1, 2, 3, 'subtext', 'paragraph']);
  });

  it('joins lines that are quoted to one quote', () => {
    expect(parseMarkdown('> a\n> b\nc')).toEqual([{ type: 'quote', children: [paragraph('a\nb')] }, paragraph('c')]);
  });

  it('quotes all that follows three angles', () => {
    expect(parseMarkdown('a\n>>> b\nc')).toEqual([paragraph('a'), { type: 'quote', children: [paragraph('b\nc')] }]);
  });

  it('knows lists in lists, and numbers', () => {
    const [list] = parseMarkdown('- a\n  * b\n12. c');
    expect(list).toMatchObject({ type: 'list', items: [{ depth: 0 }, { depth: 1 }, { depth: 0, marker: '12.' }] });
  });

  it('takes nothing in a code block for markdown', () => {
    expect(parseMarkdown('a ```ts\n# **b**\n``` c')).toEqual([
      paragraph('a '),
      { type: 'code', language: 'ts', text: '# **b**' },
      paragraph(' c'),
    ]);
  });

  it('takes a first line for the language only when something follows', () => {
    expect(parseMarkdown('```tea```')).toEqual([{ type: 'code', language: '', text: 'tea' }]);
  });

  it('leaves a fence that is never closed as text', () => {
    expect(parseMarkdown('```a\nb')).toEqual([paragraph('```a\nb')]);
  });
});

describe('markdown of 200,000 characters that means to take long', () => {
  it.each([
    ['fences in one line', '```a```'],
    ['fences that are never closed', '```a\n'],
    ['quotes', '> a\n'],
    ['quotes of quotes', '>>> '],
    ['lists', '- a\n'],
    ['headings', '# '],
  ])('is parsed within a second: %s', (_, part) => {
    const source = part.repeat(Math.ceil(200_000 / part.length));
    const began = performance.now();
    parseMarkdown(source);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
