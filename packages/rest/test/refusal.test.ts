import { describe, expect, it } from '@jest/globals';
import { refusal, tokenRejected } from '../src/refusal.js';

const call = { method: 'GET', path: '/users/@me' };
const answer = (status: number, body?: unknown) => ({ status, body, header: () => undefined });

describe('a refusal', () => {
  it.each([
    [400, 'DISCORD_REFUSED'],
    [401, 'TOKEN_REJECTED'],
    [403, 'DISCORD_REFUSED'],
    [404, 'DISCORD_REFUSED'],
    [500, 'DISCORD_UNAVAILABLE'],
    [501, 'DISCORD_REFUSED'],
    [502, 'DISCORD_UNAVAILABLE'],
    [505, 'DISCORD_REFUSED'],
    [599, 'DISCORD_UNAVAILABLE'],
  ])('of status %i is %s, and names a cure', (status, code) => {
    expect(refusal(call, answer(status))).toMatchObject({
      code,
      status,
      discordCode: 0,
      ...call,
      message: expect.stringMatching(/with \d+ .*\. [A-Z].*\.$/s),
    });
  });

  it('says what Discord says, with its code', () => {
    const error = refusal(call, answer(403, { code: 50_013, message: 'Missing Permissions' }));
    expect(error).toMatchObject({ discordCode: 50_013, message: expect.stringContaining('403 (code 50013): Missing Permissions') });
  });

  it.each(['Not here', 'Not here.', 'Not here. '])('of a route that is not served says so once, with one full stop after %p', (message) => {
    expect(refusal(call, answer(501, { code: 0, message })).message).toBe(
      'Discord answered GET /users/@me with 501 (code 0): Not here. Make another call, or look where `baseUrl` leads: this route is not served.',
    );
  });

  it('ends what is said of each field with one full stop', () => {
    const errors = { content: { _errors: [{ code: 'A', message: 'Too long.' }] }, nonce: { _errors: [{ code: 'B', message: 'Too old' }] } };
    expect(refusal(call, answer(400, { message: 'Invalid', errors })).message).toContain(
      'Invalid. content: Too long. nonce: Too old. Mend',
    );
  });

  it.each([['text'], [null], [[]], [{ code: 'x', message: 7, errors: 'y' }]])('makes something of the body %p', (body) => {
    expect(refusal(call, answer(400, body))).toMatchObject({ discordCode: 0, errors: [] });
  });
});

describe('a call after a rejected token', () => {
  it('tells that it was not sent', () => {
    expect(tokenRejected(call)).toMatchObject({ code: 'TOKEN_REJECTED', status: 401, message: expect.stringContaining('was not sent') });
  });
});
