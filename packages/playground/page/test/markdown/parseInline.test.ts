import { describe, expect, it } from '@jest/globals';
import { parseInline } from '../../src/markdown/parseInline.js';

const text = (value: string) => ({ type: 'text', text: value });

describe('inline markdown', () => {
  it.each([
    ['**a**', 'strong'],
    ['*a*', 'emphasis'],
    ['_a_', 'emphasis'],
    ['__a__', 'underline'],
    ['~~a~~', 'strike'],
    ['||a||', 'spoiler'],
  ])('%s is %s', (source, type) => {
    expect(parseInline(source)).toEqual([{ type, children: [text('a')] }]);
  });

  it('nests marks, and closes the inner one first', () => {
    expect(parseInline('***a***')).toEqual([{ type: 'strong', children: [{ type: 'emphasis', children: [text('a')] }] }]);
    expect(parseInline('*a **b***')).toEqual([{ type: 'emphasis', children: [text('a '), { type: 'strong', children: [text('b')] }] }]);
  });

  it.each(['**a', 'a * b * c', 'snake_case_name', '****', '~a~', '|a|', '2 * 3', '_ a _'])('%s stays text', (source) => {
    expect(parseInline(source)).toEqual([text(source)]);
  });

  it('takes a mark that is never closed as text, and keeps what stands in it', () => {
    expect(parseInline('**a *b*')).toEqual([text('**a '), { type: 'emphasis', children: [text('b')] }]);
  });

  it('lets a backslash take a mark its meaning', () => {
    expect(parseInline('\\*a\\* C:\\dir')).toEqual([text('*a* C:\\dir')]);
  });

  it('takes nothing in code for a mark', () => {
    expect(parseInline('`**a**`')).toEqual([{ type: 'code', text: '**a**' }]);
    expect(parseInline('`` a`b ``')).toEqual([{ type: 'code', text: 'a`b' }]);
    expect(parseInline('a ` b')).toEqual([text('a ` b')]);
  });

  it('knows mentions, commands, emoji and times', () => {
    expect(parseInline('<@1><@!2><@&3><#4></tea make:5><:a_b:6><a:c_d:7><t:8:R><t:9>@everyone<id:browse>')).toEqual([
      { type: 'mention', of: 'user', id: '1' },
      { type: 'mention', of: 'user', id: '2' },
      { type: 'mention', of: 'role', id: '3' },
      { type: 'mention', of: 'channel', id: '4' },
      { type: 'command', name: 'tea make', id: '5' },
      { type: 'emoji', name: 'a_b', id: '6', isAnimated: false },
      { type: 'emoji', name: 'c_d', id: '7', isAnimated: true },
      { type: 'time', seconds: 8, style: 'R' },
      { type: 'time', seconds: 9, style: 'f' },
      { type: 'everybody', name: 'everyone' },
      { type: 'place', name: 'browse' },
    ]);
  });

  it('leaves what only looks like one of these as text', () => {
    expect(parseInline('<@x> <t:> <script> @everyoneelse')).toEqual([text('<@x> <t:> <script> @everyoneelse')]);
  });
});

describe('links', () => {
  const link = (url: string, label = url) => ({ type: 'link', url, children: [text(label)] });

  it('end before the punctuation of the sentence', () => {
    expect(parseInline('see https://a.example/b(c)), or <https://d.example>.')).toEqual([
      text('see '),
      link('https://a.example/b(c)'),
      text('), or '),
      link('https://d.example'),
      text('.'),
    ]);
  });

  it('may have a label', () => {
    expect(parseInline('[tea](https://a.example "title")')).toEqual([link('https://a.example', 'tea')]);
  });

  it.each(['[a](javascript:alert(1))', '[a](data:text/html,b)', '[a](//b.example)', 'javascript:alert(1)', 'file:///etc/passwd'])(
    '%s is none: only http and https lead anywhere',
    (source) => {
      expect(JSON.stringify(parseInline(source))).not.toContain('"link"');
    },
  );

  it('does not let a label lie about where it leads', () => {
    expect(parseInline('[https://good.example](https://bad.example)')).not.toContainEqual(
      link('https://bad.example', 'https://good.example'),
    );
  });
});

describe('inline markdown of 200,000 characters that mean to take long', () => {
  it.each([
    ['open marks', '*_~~||__**'],
    ['open brackets', '['],
    ['links that are never closed', '[a](http://b'],
    ['back-ticks', '`a``b```c'],
    ['angles', '<t:<@<#<:a:'],
    ['labels in labels', '[a](http://b)['],
    ['brackets at the end of addresses', 'http://a)))) '],
  ])('is parsed within a second: %s', (_, part) => {
    const source = part.repeat(Math.ceil(200_000 / part.length));
    const began = performance.now();
    parseInline(source);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
