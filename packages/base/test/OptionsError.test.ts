import { describe, expect, it } from '@jest/globals';
import { AplombError } from '../src/AplombError.js';
import { OptionsError } from '../src/OptionsError.js';

describe('an options error', () => {
  it('is an aplomb error with its own name, code and cure', () => {
    const error = new OptionsError('INVALID_TOKEN', { what: 'It is too short.', cure: 'Copy it again.' });
    expect(error).toBeInstanceOf(AplombError);
    expect([error.name, error.code, error.message]).toEqual(['OptionsError', 'INVALID_TOKEN', 'It is too short. Copy it again.']);
  });
});
