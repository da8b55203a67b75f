import { OptionsError } from '@aplomb/base';
import { RefusedError } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { callError } from '../../src/socket/callError.js';

describe('an error that the page is told', () => {
  it('of Discord has Discord’s code besides its own, and is told in words for people', () => {
    const refused = new RefusedError({ status: 403, discordCode: 50013, discordMessage: 'Missing Permissions' });
    const message = 'Discord refuses this: Missing Permissions (code 50013).';
    expect(callError(refused)).toEqual({ name: 'RefusedError', code: 'FAKE_REFUSED', discordCode: 50013, message });
  });

  it('of ours has its code', () => {
    const error = new OptionsError('INVALID_OPTION', { what: 'A.', cure: 'B.' });
    expect(callError(error)).toEqual({ name: 'OptionsError', code: 'INVALID_OPTION', message: 'A. B.' });
  });

  it.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['thrown as a text', 'thrown as a text'],
  ])('of nobody is told all the same', (error, message) => {
    expect(callError(error)).toEqual({ name: 'Error', code: 'PLAYGROUND_FAILED', message });
  });
});
