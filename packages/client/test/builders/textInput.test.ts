import { describe, expect, it } from '@jest/globals';
import { textInput, type TextInputOptions } from '../../src/builders/textInput.js';
import { refusal } from './refusal.js';

describe('textInput', () => {
  it('writes what Discord reads', () => {
    expect(textInput({ customId: 'why' })).toEqual({ type: 4, custom_id: 'why', style: 1 });
    expect(
      textInput({
        customId: 'why',
        style: 'paragraph',
        minLength: 1,
        maxLength: 4_000,
        placeholder: 'x',
        value: 'y',
        required: false,
        id: 2,
      }),
    ).toEqual({
      type: 4,
      custom_id: 'why',
      style: 2,
      min_length: 1,
      max_length: 4_000,
      placeholder: 'x',
      value: 'y',
      required: false,
      id: 2,
    });
  });

  it.each<[Partial<TextInputOptions>, string]>([
    [{ style: 'long' as 'short' }, '`style` in `textInput(…)` is "long". Take "short" or "paragraph".'],
    [{ style: 'toString' as 'short' }, '`style` in `textInput(…)` is "toString"'],
    [{ minLength: 5, maxLength: 4 }, '`minLength` in `textInput(…)` is 5, which is more than `maxLength`, 4'],
    [{ maxLength: 4_001 }, '`maxLength` in `textInput(…)` is 4001'],
    [{ placeholder: 'x'.repeat(101) }, '`placeholder` in `textInput(…)` has 101 characters'],
    [{ value: 'x'.repeat(4_001) }, '`value` in `textInput(…)` has 4001 characters'],
  ])('refuses %o in words', (options, words) => {
    const { code, message } = refusal(() => textInput({ customId: 'why', ...options }));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});
