import { describe, expect, it } from '@jest/globals';
import { patiently } from '../../src/actors/patiently.js';

describe('something that is waited for', () => {
  it('is what the wait ends with, and is forgotten then', async () => {
    const told: string[] = [];
    const wait = patiently<string>(60_000, (end) => {
      void Promise.resolve('news').then(end);
      return () => told.push('forgotten');
    });
    expect([await wait, told]).toEqual(['news', ['forgotten']]);
  });

  it('is `null` when it does not come in time', async () => {
    expect(await patiently<string>(1, () => () => undefined)).toBe(null);
  });
});
