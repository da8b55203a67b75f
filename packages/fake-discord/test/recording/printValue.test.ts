import { describe, expect, it } from '@jest/globals';
import { changingPattern } from '../../src/recording/changingPattern.js';
import { Names } from '../../src/recording/Names.js';
import { printExpected, printValue, quoted } from '../../src/recording/printValue.js';

const ALICE = '111111111111111111';
const STRANGER = '999999999999999999';

function aliceKnown(): Names {
  const names = new Names();
  names.declare(ALICE, 'alice');
  return names;
}

describe('a value as code', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    [1.5, '1.5'],
    ["it's\na \\", "'it\\'s\\na \\\\'"],
    [[], '[]'],
    [{}, '{}'],
    [{ a: [1, 'x'], 'b-c': { d: null } }, "{ a: [1, 'x'], 'b-c': { d: null } }"],
    [{ $user: ALICE }, 'alice'],
    [{ $direct: ALICE }, 'alice.directChannel'],
    [{ $modal: ALICE }, 'alice.modal'],
    [{ $bytes: 'aGk=' }, "Buffer.from('aGk=', 'base64')"],
    [{ $file: 1, message: ALICE }, 'alice.data.attachments[1]!'],
    [ALICE, 'alice.id'],
    [`<@${ALICE}> and <@${STRANGER}> \`\${x}\``, `\`<@\${alice.id}> and <@${STRANGER}> \\\`\\\${x}\\\`\``],
  ])('%j is %s', (value, code) => {
    expect(printValue(value as never, aliceKnown())).toBe(code);
  });

  it('stands on several lines when it is long', () => {
    const long = 'x'.repeat(60);
    expect(printValue({ a: long, b: [long] }, aliceKnown())).toBe(`{\n    a: '${long}',\n    b: ['${long}'],\n  }`);
  });

  it('cannot be written of a thing that nobody knows', () => {
    expect(() => printValue({ $user: STRANGER }, aliceKnown())).toThrow(`The recording speaks of ${STRANGER}, which it did not see come.`);
  });

  it('has no line breaks in texts that the language does not allow', () => {
    expect(quoted('a\r\u2028\u2029')).toBe("'a\\r\\u2028\\u2029'");
  });

  it('has no direction marks in backticks', () => {
    expect(printValue(`${ALICE} \u202E`, aliceKnown())).toBe('`${alice.id} \\u202e`');
  });
});

describe('a text that is expected again', () => {
  it('is a pattern where it is another in every run', () => {
    const print = (text: string): string => printExpected(text, aliceKnown());
    expect([print('Hi!'), print(`<@${ALICE}>`), print('in <t:1700000000:R> (soon)'), print(`see ${STRANGER}`)]).toEqual([
      "'Hi!'",
      '`<@${alice.id}>`',
      'expect.stringMatching(/^in <t:-?\\d+:R> \\(soon\\)$/)',
      'expect.stringMatching(/^see \\d+$/)',
    ]);
  });

  it('has an address and a signature of any run', () => {
    const url = 'http://127.0.0.1:36499/attachments/tea.png?ex=6b027b01&is=6b012981&hm=3368345&';
    const pattern = new RegExp(changingPattern(`See ${url}!`, () => true) ?? '');
    const others = ['http://127.0.0.1:4/attachments/tea.png?ex=1&is=2f&hm=00ff&', 'http://127.0.0.1:4/attachments/pie.png?ex=1&is=2&hm=3&'];
    expect([url, ...others].map((each) => pattern.test(`See ${each}!`))).toEqual([true, true, false]);
  });

  it('hides nothing in a pattern', () => {
    const text = `\u202E${STRANGER}\r\u2028`;
    const pattern = changingPattern(text, () => false) ?? '';
    expect(pattern).toBe('^\\u202e\\d+\\r\\u2028$');
    expect(new RegExp(pattern).test(text)).toBe(true);
  });

  it('fits itself and its likes', () => {
    const pattern = new RegExp(changingPattern(`a/b\n[${STRANGER}] <t:5:R>`, () => false) ?? '');
    expect(['a/b\n[123456789012345678] <t:-7:R>', 'a/b [1] <t:5:R>'].map((text) => pattern.test(text))).toEqual([true, false]);
  });
});
