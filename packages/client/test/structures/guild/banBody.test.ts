import { describe, expect, it } from '@jest/globals';
import { banBody } from '../../../src/structures/guild/banBody.js';

describe('how somebody is banned', () => {
  it('is told in the body, the rest by the call', () => {
    expect(banBody({ deleteMessageSeconds: 60, reason: 'Spam' })).toEqual({
      body: { delete_message_seconds: 60 },
      call: { reason: 'Spam' },
    });
    expect(banBody({})).toEqual({ body: {}, call: {} });
  });

  it.each(['deleteMessageDays', 'delete_message_seconds'])('is not told by %s', (name) => {
    expect(() => banBody({ [name]: 1 })).toThrow(expect.objectContaining({ code: 'UNKNOWN_OPTION' }));
  });
});
