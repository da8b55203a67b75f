import { describe, expect, it } from '@jest/globals';
import { flattenErrors } from '../src/flattenErrors.js';
import { TOKEN } from './FakeApi.js';

const leaf = (code: string) => ({ _errors: [{ code, message: `about ${code}` }] });

describe('flattenErrors', () => {
  it('names each field by its path, with indexes in brackets', () => {
    const flattened = flattenErrors({ embeds: { 0: { fields: { 2: { name: leaf('A') } } } }, content: leaf('B') });
    expect(flattened).toEqual([
      { field: 'embeds[0].fields[2].name', code: 'A', message: 'about A' },
      { field: 'content', code: 'B', message: 'about B' },
    ]);
  });

  it('finds errors of the request as a whole', () => {
    expect(flattenErrors(leaf('APPLICATION_COMMAND_TOO_LARGE'))).toMatchObject([{ field: '', code: 'APPLICATION_COMMAND_TOO_LARGE' }]);
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [{ _errors: [null] }]])('makes something of %p without a word', (errors) => {
    expect(() => flattenErrors(errors)).not.toThrow();
  });

  it('Y-01: shows no token in field, code or message, whoever’s it is', () => {
    const said = (text: string) => ({ [text]: { _errors: [{ code: text, message: text }] } });
    expect(flattenErrors(said(`${TOKEN}!`))).toEqual([{ field: '[redacted]!', code: '[redacted]!', message: '[redacted]!' }]);
    const path = '/webhooks/1/:token';
    expect(flattenErrors(said('/webhooks/1/secret'))).toEqual([{ field: path, code: path, message: path }]);
  });

  it('stops at a depth and a number that no honest answer has', () => {
    let deep: unknown = leaf('DEEP');
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
    expect(flattenErrors(deep)).toEqual([]);
    expect(flattenErrors({ _errors: new Array(1_000).fill({ code: 'X' }) })).toHaveLength(100);
  });

  it('looks at so many fields only, whatever a hostile answer holds', () => {
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`a${String(index)}`, {}]));
    expect(flattenErrors({ ...fields, last: leaf('LATE') })).toEqual([]);
  });
});
