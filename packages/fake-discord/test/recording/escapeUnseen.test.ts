import { describe, expect, it } from '@jest/globals';
import { escapeUnseen } from '../../src/recording/escapeUnseen.js';

describe('a text in which nothing hides', () => {
  it.each([
    ['what can be seen', 'Tea – 茶 🫖 é', 'Tea – 茶 🫖 é'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['direction marks', '\u202Etxt.exe\u2066', '\\u202etxt.exe\\u2066'],
    ['what has no width', '\u200B\uFEFF', '\\u200b\\ufeff'],
    ['half of a pair', '\uD83E', '\\ud83e'],
    ['tags beyond the first plane', '\u{E0067}', '\\udb40\\udc67'],
  ])('has %s as it is to be read', (_, text, escaped) => {
    expect(escapeUnseen(text)).toBe(escaped);
    expect(JSON.parse(`"${escaped}"`)).toBe(text);
  });
});
