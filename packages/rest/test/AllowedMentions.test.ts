import { describe, expect, it } from '@jest/globals';
import { DEFAULT_ALLOWED_MENTIONS, wireAllowedMentions } from '../src/AllowedMentions.js';

describe('allowed mentions on the wire', () => {
  it('have Discord’s names, and nothing that was not said', () => {
    expect(wireAllowedMentions(DEFAULT_ALLOWED_MENTIONS)).toEqual({ parse: ['users'], replied_user: true });
    expect(wireAllowedMentions({ users: ['1'], roles: ['2'] })).toEqual({ parse: [], users: ['1'], roles: ['2'] });
    expect(wireAllowedMentions({})).toEqual({ parse: [] });
  });
});
