import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { restClosed } from '../src/restClosed.js';

describe('a call that meets a closed Rest', () => {
  it('tells which call it was, and what to do', () => {
    const error = restClosed({ method: 'POST', path: '/channels/1/typing' });
    expect(error).toBeInstanceOf(OptionsError);
    expect(error).toMatchObject({
      code: 'CLIENT_CLOSED',
      message: expect.stringMatching(/^POST \/channels\/1\/typing was not sent any more, .*client was shut down.*make a new client\.$/),
    });
  });
});
