import { describe, expect, it } from '@jest/globals';
import { alreadyStarted, clientClosed } from '../src/lifeErrors.js';

describe('the errors of a life', () => {
  it('say what to do instead', () => {
    expect(alreadyStarted()).toMatchObject({ code: 'ALREADY_STARTED', message: expect.stringContaining('setShards') });
    expect(clientClosed()).toMatchObject({ code: 'CLIENT_CLOSED', message: expect.stringContaining('new one') });
  });
});
