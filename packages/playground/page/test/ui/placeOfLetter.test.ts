import { describe, expect, it } from '@jest/globals';
import { placeOfLetter } from '../../src/ui/placeOfLetter.js';

const labels = ['Reply', 'Start a thread', 'Copy text', 'Copy message id'];

describe('a letter that is typed in a menu', () => {
  it.each([
    ['s', 0, 1],
    ['c', 0, 2],
    ['C', 2, 3],
    ['c', 3, 2],
    ['r', 0, 0],
    ['x', 0, undefined],
    [' ', 0, undefined],
    ['Enter', 0, undefined],
  ])('%s after place %d leads to %p', (typed, at, place) => {
    expect(placeOfLetter(labels, typed, at)).toBe(place);
  });
});
