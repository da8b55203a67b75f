import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeBlock, inlineCode } from '../../src/text/codeMarks.js';
import { renderMarkdown } from './renderMarkdown.js';

const texts = fc
  .array(fc.constantFrom('`', '``', '```', 'a', ' b ', '*', '\\', '<@1>', '```js'), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('inlineCode', () => {
  it.each([
    ['a', '`a`'],
    ['', ''],
    ['a`b', '``a`b``'],
    ['a``b', '`a``b`'],
    ['`a', '`` `a ``'],
    ['``', '` `` `'],
    ['a`b``c', '``a`b`\u200b`c``'],
  ])('%j becomes %j', (text, code) => {
    expect(inlineCode(text)).toBe(code);
  });

  it('holds everything inside, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text !== '');
        const { markup, text: shown } = renderMarkdown(`x${inlineCode(text)}x`);
        expect(markup).toEqual(['code']);
        expect(shown.slice(1, -1).replaceAll('\u200b', '').trim()).toBe(text.trim());
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('codeBlock', () => {
  it('stands on lines of its own, with its language', () => {
    expect(codeBlock('let a;', 'ts')).toBe('```ts\nlet a;\n```');
    expect(codeBlock('js')).toBe('```\njs\n```');
  });

  it('takes no language that would be text', () => {
    expect(codeBlock('a', 'x\ny')).toBe('```\na\n```');
  });

  it('does not end where the text would end it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(codeBlock(text).slice(4, -4)).not.toContain('```');
        expect(codeBlock(text).slice(4, -4).replaceAll('\u200b', '')).toBe(text);
      }),
    );
  });
});
