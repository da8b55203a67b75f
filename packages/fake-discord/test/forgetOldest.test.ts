import { describe, expect, it } from '@jest/globals';
import { forgetOldest } from '../src/forgetOldest.js';

describe('what is kept too long', () => {
  it.each([
    ['is left alone while there is room', 3, ['a', 'b', 'c']],
    ['goes, the oldest first', 2, ['b', 'c']],
    ['goes altogether', 0, []],
  ])('%s', (_, most, left) => {
    const [set, map] = [new Set(['a', 'b', 'c']), new Map(['a', 'b', 'c'].map((key) => [key, 1]))];
    forgetOldest(set, most);
    forgetOldest(map, most);
    expect([[...set], [...map.keys()]]).toEqual([left, left]);
  });
});
