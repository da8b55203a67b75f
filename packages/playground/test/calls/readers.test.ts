import { describe, expect, it } from '@jest/globals';
import { bool, either, id, list, mapOf, nothing, number, object, oneOf, optional, text, whole } from '../../src/calls/readers.js';
import type { Reader } from '../../src/calls/readers.js';
import { PlaygroundError } from '../../src/errors.js';

const shape = object({ as: id, count: optional(whole(1, 3)) });
const value = either('a text or a number', text(), number);

describe('what is read from a frame', () => {
  it.each<[string, Reader<unknown>, unknown]>([
    ['a text', text(3), 'abc'],
    ['an id', id, '12345678901234567890'],
    ['a whole number', whole(1, 3), 3],
    ['a number', number, 0.5],
    ['a yes', bool, true],
    ['null', nothing, null],
    ['a word', oneOf(['on', 'off']), 'off'],
    ['a list', list(number), [1, 2]],
    ['a map', mapOf(number), { a: 1 }],
    ['either of two', value, 1],
    ['an object', shape, { as: '1', count: 2 }],
    ['an object without what is optional', shape, { as: '1' }],
  ])('is %s as it is', (_, reader, given) => {
    expect(reader(given, 'x')).toEqual(given);
  });

  it('keeps a key that means something to JavaScript a key like any other', () => {
    const read = mapOf(number)(JSON.parse('{"__proto__":1}'), 'x');
    expect([Object.keys(read), ({} as { a?: number }).a]).toEqual([['__proto__'], undefined]);
  });

  it.each<[string, Reader<unknown>, unknown, string]>([
    ['nothing', text(3), undefined, '`x` is missing. Give a text of at most 3 characters.'],
    ['a text that is too long', text(3), 'abcd', '`x` is "abcd". Give a text of at most 3'],
    ['a name', id, 'alice', 'Give an id'],
    ['a number for an id', id, 1, 'Give an id'],
    ['a number that is too large', whole(1, 3), 4, 'Give a whole number from 1 to 3.'],
    ['half a number', whole(1, 3), 1.5, 'Give a whole number'],
    ['a text for a number', number, '1', 'Give a number.'],
    ['a text for a yes', bool, 'true', 'Give `true` or `false`.'],
    ['something for null', nothing, 0, 'Give null.'],
    ['another word', oneOf(['on', 'off']), 'up', 'Give one of on, off.'],
    ['a list of 101', list(number), Array.from({ length: 101 }, () => 0), 'Give a list of at most 100.'],
    ['a list with something else in it', list(number), [1, 'b'], '`x[1]` is "b".'],
    ['a list for a map', mapOf(number), [], 'Give an object'],
    ['a map of 51', mapOf(number), Object.fromEntries(Array.from({ length: 51 }, (_, key) => [key, 0])), 'at most 50 keys'],
    ['a map with something else in it', mapOf(number), { a: 'b' }, '`x.a` is "b".'],
    ['neither of two', value, true, '`x` is true. Give a text or a number.'],
    ['no object', shape, null, '`x` is null. Give an object.'],
    ['an object that lacks something', shape, {}, '`as` is missing.'],
    ['an object with something optional that is wrong', shape, { as: '1', count: 9 }, '`count` is 9.'],
    ['an object with something unknown', shape, { as: '1', at: 1 }, '`x` has no `at`. It has as, count.'],
    ['an object that should be empty', object({}), { a: 1 }, 'It has nothing.'],
  ])('is never %s', (_, reader, given, sentence) => {
    expect(() => reader(given, 'x')).toThrow(PlaygroundError);
    expect(() => reader(given, 'x')).toThrow(sentence);
  });

  it('is quoted in errors only so far', () => {
    expect(() => whole(1, 3)('y'.repeat(1_000), 'x')).toThrow(/^`x` is "y{59}\. /);
  });
});
