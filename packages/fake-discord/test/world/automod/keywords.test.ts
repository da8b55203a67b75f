import { describe, expect, it } from '@jest/globals';
import { matchKeywords } from '../../../src/world/automod/keywords.js';

describe('a keyword', () => {
  it.each([
    // The examples of Discord's documentation.
    ['cat*', 'catch', 'cat'],
    ['cat*', 'Catapult', 'Cat'],
    ['the mat*', 'the matrix', 'the mat'],
    ['*cat', 'wildcat', 'cat'],
    ['*tra', 'orchesTRA', 'TRA'],
    ['*the mat', 'breathe mat', 'the mat'],
    ['*cat*', 'eduCation', 'Cat'],
    ['*the mat*', 'breathe the matter', 'the mat'],
    ['cat', 'cat', 'cat'],
    ['cat', 'a cat.', 'cat'],
    ['cat', 'cats', undefined],
    ['cat', 'tomcat', undefined],
    ['cat*', 'tomcat', undefined],
    ['*cat', 'catch', undefined],
    ['i like c++', 'So I like C++!', 'I like C++'],
    ['größe', 'GRÖSSE Größe', 'Größe'],
    ['*', 'anything', undefined],
    ['a.c', 'abc', undefined],
  ])('%s in %j', (keyword, text, expected) => {
    expect(matchKeywords([keyword], [], text)?.content).toBe(expected);
  });

  it('is told with what it found, the first of several', () => {
    expect(matchKeywords(['dog', 'cat*'], [], 'Catch a cat')).toEqual({ keyword: 'cat*', content: 'Cat' });
  });

  it.each([
    ['catalogue', 'a catalogue', undefined],
    ['catalogue', 'a catalogue of cats', 'cat'],
    ['cata*', 'cataract, catapult', undefined],
    ['dog', 'a cat', 'cat'],
  ])('strikes not within what is allowed: %s in %j', (allowed, text, expected) => {
    expect(matchKeywords(['cat*'], [allowed], text)?.content).toBe(expected);
  });
});
