import { describe, expect, it } from '@jest/globals';
import { refusal as refusalOf, rememberedRefusal, tokenRejected } from '../src/refusal.js';

const call = { method: 'GET', path: '/users/@me' };
const answer = (status: number, body?: unknown) => ({ status, body });
const refusal = (of: typeof call, said: ReturnType<typeof answer>, isAuthorized = true, mayHaveHappened = false) =>
  refusalOf(of, said, { isAuthorized, mayHaveHappened });

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

describe('R-28 a refusal whose code says more than its status', () => {
  it.each([
    [404, 10_062, 'within 3 s'],
    [413, 40_005, 'smaller files'],
    [413, 0, 'smaller files'],
    [400, 40_060, 'once'],
    [400, 50_006, 'Give the message `content`'],
    [404, 10_015, 'webhook'],
    [403, 50_001, 'see the channel'],
    [403, 50_007, 'no direct messages'],
    [401, 50_027, 'good for 15 minutes'],
  ])('tells what to do: %i %i', (status, code, cure) => {
    expect(refusal(call, answer(status, { code }), false)).toMatchObject({
      code: 'DISCORD_REFUSED',
      message: expect.stringContaining(cure),
    });
  });

  it('of a token in the path does not speak of the bot’s', () => {
    expect(refusal(call, answer(401), false)).toMatchObject({
      code: 'DISCORD_REFUSED',
      message: expect.stringContaining('token in the path'),
    });
  });
});

describe('R-16 a refusal of a call that may have been carried out all the same', () => {
  const look = 'It may have been carried out: look whether it has happened before you call again.';
  const later = 'Try again later; discordstatus.com';

  it.each([
    ['POST', 502, true, look],
    ['PATCH', 500, true, look],
    ['PUT', 503, true, later],
    ['DELETE', 503, true, later],
    ['GET', 503, false, later],
    ['POST', 501, false, 'not served'],
    ['POST', 400, false, 'Mend the call'],
  ])('says so: %s %i', (method, status, mayHaveHappened, cure) => {
    const error = refusal({ ...call, method }, answer(status));
    expect(error).toMatchObject({ mayHaveHappened, message: expect.stringContaining(cure) });
  });

  it('remembers the attempts before it, unless it only reads', () => {
    expect(refusal({ ...call, method: 'POST' }, answer(403), true, true).mayHaveHappened).toBe(true);
    expect(refusal(call, answer(403), true, true).mayHaveHappened).toBe(false);
  });
});

describe('the message of a refusal', () => {
  it('stays one readable line, whatever Discord says', () => {
    const { message } = refusal(call, answer(400, { message: `a\n\u001b[31m${'x'.repeat(5_000)}` }));
    expect(message).toMatch(/^[^\p{Cc}]{0,500}$/u);
  });

  it('names ten fields, and how many more there are', () => {
    const errors = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`f${String(index)}`, { _errors: [{ code: 'A', message: 'Bad' }] }]),
    );
    const error = refusal(call, answer(400, { message: 'Invalid', errors }));
    expect(error.errors).toHaveLength(25);
    expect(error.message).toContain('f9: Bad. And 15 more. Mend');
  });
});

describe('R-21 a refusal that is remembered', () => {
  it('says that nothing was sent, and how to send it again', () => {
    const error = rememberedRefusal(call, refusal(call, answer(403, { code: 50_013 })));
    expect(error).toMatchObject({ code: 'DISCORD_REFUSED', status: 403, discordCode: 50_013 });
    expect(error.message).toContain('was not sent, because Discord answered it with 403 (code 50013) twice within the last minute.');
    expect(error.message).toContain('forgetRefusals');
  });
});

describe('a call after a rejected token', () => {
  it('tells that it was not sent', () => {
    expect(tokenRejected(call)).toMatchObject({ code: 'TOKEN_REJECTED', status: 401, message: expect.stringContaining('was not sent') });
  });
});
