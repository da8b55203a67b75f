import { describe, expect, it } from '@jest/globals';
import { Buckets } from '../../src/collectors/Buckets.js';

describe('buckets', () => {
  it('keep things by key, in order, each once', () => {
    const buckets = new Buckets<number>();
    for (const thing of [1, 2, 1]) buckets.add('a', thing);
    buckets.add('b', 3);
    expect([...(buckets.get('a') ?? [])]).toEqual([1, 2]);
    expect([buckets.size, buckets.get('c')]).toEqual([2, undefined]);
  });

  it('keep no key without things', () => {
    const buckets = new Buckets<number>();
    buckets.add('a', 1);
    buckets.remove('a', 2);
    buckets.remove('b', 1);
    expect(buckets.size).toBe(1);
    buckets.remove('a', 1);
    expect([buckets.size, buckets.get('a')]).toEqual([0, undefined]);
  });
});
