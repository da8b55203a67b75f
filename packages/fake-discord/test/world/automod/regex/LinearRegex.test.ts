import { describe, expect, it } from '@jest/globals';
import { LinearRegex } from '../../../../src/world/automod/regex/LinearRegex.js';

function find(source: string, text: string): string | undefined {
  const regex = LinearRegex.compile(source);
  expect(regex).toBeInstanceOf(LinearRegex);
  return regex instanceof LinearRegex ? regex.find(text) : undefined;
}

describe('a regular expression', () => {
  it.each([
    ['cat', 'a cat', 'cat'],
    ['cat', 'a dog', undefined],
    ['(b|c)at', 'the bat', 'bat'],
    ['^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$', '127.0.0.1', '127.0.0.1'],
    ['^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$', '127.0.0', undefined],
    ['a+', 'baaa', 'aaa'],
    ['a+?', 'baaa', 'a'],
    ['a*', 'baaa', ''],
    ['ba??b?', 'bab', 'b'],
    ['a{2}', 'aaaa', 'aa'],
    ['a{2,}', 'aaaa', 'aaaa'],
    ['a{1,3}', 'aaaa', 'aaa'],
    ['a{1,3}?b', 'aaab', 'aaab'],
    ['ab|abc', 'abc', 'ab'],
    ['abc|ab', 'abc', 'abc'],
    ['(|a)b', 'ab', 'ab'],
    ['(?P<year>\\d{4})-(?<month>\\d\\d)', 'on 2026-11-21', '2026-11'],
    ['(?i)CaT', 'a cAt', 'cAt'],
    ['(?i:c)at', 'Cat CAT', 'Cat'],
    ['(?i)c(?-i)at', 'CAT Cat', 'Cat'],
    ['((?i)c)at', 'CAT Cat', 'Cat'],
    ['a.c', 'a\nc abc', 'abc'],
    ['(?s)a.c', 'a\nc', 'a\nc'],
    ['^b$', 'a\nb\nc', undefined],
    ['(?m)^b$', 'a\nb\nc', 'b'],
    ['\\Ab|c\\z', 'abc', 'c'],
    ['\\bcat\\b', 'concat, cat', 'cat'],
    ['\\Bcat', 'cat concat', 'cat'],
    ['[a-c]+', 'xxabcd', 'abc'],
    ['[^a-c]+', 'abcxy', 'xy'],
    ['[]a]+', 'x]a', ']a'],
    ['[a-]+', 'x-a', '-a'],
    ['[\\]\\d-]+', 'x1-]', '1-]'],
    ['[[:alpha:]_]+', '1ab_', 'ab_'],
    ['[[:^alpha:]]+', 'ab12', '12'],
    ['[a[0-9]]+', 'x1a2', '1a2'],
    ['\\p{Greek}+', 'abc αβγ', 'αβγ'],
    ['\\pL+\\PL', 'abc1', 'abc1'],
    ['\\p{^L}+', 'ab12', '12'],
    ['\\w+', '!Müller!', 'Müller'],
    ['\\S+\\s\\D', '1 a', '1 a'],
    ['\\x41\\x{1F600}\\u0042', 'A😀B', 'A😀B'],
    ['\\t\\n\\.\\-\\/', '\t\n.-/', '\t\n.-/'],
    ['.', '😀', '😀'],
    ['(a*)*b', 'aaab', 'aaab'],
    ['(?:a|b)*c', 'abac', 'abac'],
    ['', 'abc', ''],
  ])('%s finds in %j what it should', (source, text, expected) => {
    expect(find(source, text)).toBe(expected);
  });

  it.each([
    ['(', 'unclosed group'],
    ['(?P<1>a)', 'group name'],
    ['(a', 'unclosed group'],
    ['a)', 'unopened group'],
    ['*a', 'repetition operator missing'],
    ['a{x}', 'valid decimal'],
    ['a{3,1}', 'count range'],
    ['[a', 'unclosed character class'],
    ['[z-a]', 'class range'],
    ['[a&&b]', 'intersection'],
    ['[[:nope:]]', 'unrecognized class'],
    ['(?=a)', 'look-around'],
    ['(?<=a)', 'look-around'],
    ['(?<!a)', 'look-around'],
    ['(a)\\1', 'back-reference'],
    ['\\p{Nope}', 'property not found'],
    ['\\q', 'escape'],
    ['[\\q]', 'escape'],
    ['\\x{110000}', 'escape'],
    ['a\\', 'incomplete'],
    ['(?z)a', 'flag'],
    ['a{1000}{1000}', 'size limit'],
  ])('is not %s', (source, why) => {
    expect(LinearRegex.compile(source)).toContain(why);
  });

  it.each(['(a+)+$', '(a|aa)+$', '(.*)*x', '^(([a-z])+.)+[A-Z]([a-z])+$'])('%s cannot be made slow', (source) => {
    const began = process.cpuUsage().user;
    expect(find(source, `${'a'.repeat(2_000)}!`)).toBeUndefined();
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
  });

  it('finds what that of JavaScript finds', () => {
    const atoms = ['a', 'b', '.', '[ab]', '(a|b)', '(?:ab|a)', 'a*', 'b+?', '(a?b)*', 'a{1,2}', '^', '$'];
    const texts = ['', 'a', 'b', 'ab', 'ba', 'aab', 'abab', 'bbaa', 'cabc'];
    for (const first of atoms) {
      for (const second of atoms) {
        for (const text of texts) {
          const source = first + second;
          expect([source, text, find(source, text)]).toEqual([source, text, new RegExp(source, 'u').exec(text)?.[0]]);
        }
      }
    }
  });
});
