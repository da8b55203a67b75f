import { describe, expect, it } from '@jest/globals';
import { fileUpload } from '../../src/builders/fileUpload.js';
import { refusal } from './refusal.js';

describe('fileUpload', () => {
  it('writes what Discord reads', () => {
    expect(fileUpload({ customId: 'proof', fileTypes: ['image', '.pdf'], minValues: 1, maxValues: 10, required: true, id: 1 })).toEqual({
      type: 19,
      custom_id: 'proof',
      file_types: ['image', '.pdf'],
      min_values: 1,
      max_values: 10,
      required: true,
      id: 1,
    });
    expect(fileUpload({ customId: 'proof' })).toEqual({ type: 19, custom_id: 'proof' });
  });

  it.each([
    [{ maxValues: 11 }, '`maxValues` in `fileUpload(…)` is 11; it has to be from 1 to 10'],
    [{ minValues: 3, maxValues: 2 }, '`minValues` in `fileUpload(…)` is 3'],
    [{ fileTypes: Array.from({ length: 11 }, () => '.a' as const) }, '`fileTypes` in `fileUpload(…)` has 11 items'],
  ])('refuses %o in words', (options, words) => {
    const { code, message } = refusal(() => fileUpload({ customId: 'proof', ...options }));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});
