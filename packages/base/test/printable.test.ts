import { describe, expect, it } from '@jest/globals';
import { AplombError } from '../src/AplombError.js';
import { printable, printableLines } from '../src/printable.js';

const EVIL = [
  '\u001b[31mred\u001b[0m',
  '\u009b31m',
  '\u0007',
  '\0',
  'a\u2028b\u2029c\u0085d',
  'exe.\u202egpj',
  '\u2066x\u2069',
  'a\u200bb\ufeff',
  '\r',
];

describe('printable text', () => {
  it.each(EVIL)('Y-15 writes %j out instead of obeying it', (text) => {
    expect(printable(text)).toMatch(/^[\x20-\x7e]*$/);
    expect(printableLines(text)).toMatch(/^[\x20-\x7e]*$/);
  });

  it('is text of any language as it was', () => {
    const text = 'Grüße, 世界 👍🏽 "quoted" \\ สวัสดี 👨\u200d👩 می\u200cخواهم';
    expect(printable(text)).toBe(text);
  });

  it('has one line, unless lines are its own', () => {
    expect(printable('a\n\tb')).toBe('a\\u000a\\u0009b');
    expect(printableLines('a\n\tb\u001b')).toBe('a\n\tb\\u001b');
  });
});

describe('Y-15 log injection through the message of an error', () => {
  it.each([...EVIL, 'x\r\n2026-11-20 FATAL forged'])('%j stays on its line', (name) => {
    const error = new AplombError('A_CODE', { what: `There is no \`${name}\`.`, cure: `Not ${name}.` });
    expect(error.message).toMatch(/^[\x20-\x7e]*$/);
  });
});
