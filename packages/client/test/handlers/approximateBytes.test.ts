import { describe, expect, it } from '@jest/globals';
import { approximateBytes } from '../../src/handlers/approximateBytes.js';

describe('the approximate size of a payload', () => {
  it('grows with its text, its lists and its objects', () => {
    const sizes = [null, 'a', 'a'.repeat(100), { text: 'a'.repeat(100) }, [{ text: 'a'.repeat(100) }, 1]].map(approximateBytes);
    expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => one - other));
  });

  it('is no less than its letters and no more than twenty times its JSON', () => {
    const data = {
      id: '1'.repeat(19),
      author: { id: '2', username: 'alice', bot: false },
      content: 'x'.repeat(2_000),
      mentions: [{ id: '3' }],
    };
    const { length } = JSON.stringify(data);
    expect(approximateBytes(data)).toBeGreaterThan(2_000);
    expect(approximateBytes(data)).toBeLessThan(20 * length);
  });

  it('is found however deep it goes', () => {
    let data: unknown = 'x';
    for (let depth = 0; depth < 200_000; depth += 1) data = [data];
    expect(approximateBytes(data)).toBeGreaterThan(200_000);
  });
});
