import { describe, expect, it } from '@jest/globals';
import { allowedMentions } from '../../src/builders/allowedMentions.js';
import { refusal } from './refusal.js';

describe('allowedMentions', () => {
  it('writes what Discord reads', () => {
    expect(allowedMentions({ parse: ['everyone'], users: ['1'], roles: ['2'], repliedUser: false })).toEqual({
      parse: ['everyone'],
      users: ['1'],
      roles: ['2'],
      replied_user: false,
    });
  });

  it('Y-05 lets nobody be pinged who is not named', () => {
    expect(allowedMentions({})).toEqual({ parse: [] });
  });

  it.each([
    [
      () => allowedMentions({ parse: ['users'], users: ['1'] }),
      'INVALID_BODY',
      '`users` in `allowedMentions(…)` names ids while `parse` lets all users ping',
    ],
    [() => allowedMentions({ users: Array.from({ length: 101 }, (_, index) => `${index}`) }), 'INVALID_BODY', 'has 101 items'],
    [
      () => allowedMentions({ parse: ['user' as 'users'] }),
      'INVALID_BODY',
      '`parse` in `allowedMentions(…)` has "user". Take some of everyone, roles, users.',
    ],
    [() => allowedMentions({ users: ['alice'] }), 'INVALID_OPTION', 'The id of a user who may be pinged is "alice"'],
    [() => allowedMentions({ roles: ['@mods'] }), 'INVALID_OPTION', 'The id of a role that may be pinged is "@mods"'],
    [() => allowedMentions({ replied_user: true } as never), 'UNKNOWN_OPTION', 'Did you mean `repliedUser`?'],
  ])('refuses %# in words', (build, code, words) => {
    expect(refusal(build)).toEqual({ code, message: expect.stringContaining(words) });
  });
});
