import { describe, expect, it } from '@jest/globals';
import { callWorld } from './callWorld.js';

describe('R-20 a switchboard whose token was rejected', () => {
  it('sends nothing more with it, also not what waited in line', async () => {
    const { air, gate, outcomeOf } = callWorld();
    const first = outcomeOf('GET', '/users/@me');
    gate.isShut = true;
    const waiting = outcomeOf('GET', '/channels/1');
    air.last.answer(401, { code: 0, message: '401: Unauthorized' });
    expect(await first).toMatchObject({ code: 'TOKEN_REJECTED', status: 401 });
    gate.isShut = false;
    const later = outcomeOf('GET', '/channels/2');
    void outcomeOf('GET', '/gateway', { authorized: false });
    expect(await Promise.all([waiting, later])).toMatchObject([
      { code: 'TOKEN_REJECTED' },
      { code: 'TOKEN_REJECTED', path: '/channels/2' },
    ]);
    expect(air.flights.map(({ path }) => path)).toEqual(['/api/v10/users/@me', '/api/v10/gateway']);
    expect(gate.count('unsent')).toBe(1);
  });

  it('sends it again when it is forgotten', async () => {
    const { air, board, outcomeOf } = callWorld();
    const first = outcomeOf('GET', '/users/@me');
    air.last.answer(401);
    await first;
    board.forgetRejection();
    void outcomeOf('GET', '/users/@me');
    expect(air.flights).toHaveLength(2);
  });

  it.each([
    ['a webhook’s', '/webhooks/1/token'],
    ['an interaction’s', '/interactions/1/token/callback'],
  ])('does not take %s 401 for its own', async (_, path) => {
    const { air, outcomeOf } = callWorld();
    const first = outcomeOf('POST', path);
    air.last.answer(401, { code: 50_027 });
    expect(await first).toMatchObject({ code: 'DISCORD_REFUSED', status: 401 });
    expect(await outcomeOf('POST', path)).toMatchObject({ code: 'DISCORD_REFUSED', message: expect.stringContaining('was not sent') });
    void outcomeOf('GET', '/users/@me');
    expect(air.flights).toHaveLength(2);
  });
});

describe('R-21 a switchboard that remembers refusals', () => {
  it('calls a webhook that is gone once, of twenty times', async () => {
    const { air, outcomeOf } = callWorld();
    air.onFlight = (flight) => queueMicrotask(() => flight.answer(404, { code: 10_015, message: 'Unknown Webhook' }));
    const errors: unknown[] = [];
    for (let count = 0; count < 20; count += 1) errors.push(await outcomeOf('POST', '/webhooks/1/secret', { body: {} }));
    expect(air.flights).toHaveLength(1);
    for (const error of errors) expect(error).toMatchObject({ status: 404, discordCode: 10_015, path: '/webhooks/1/:token' });
    expect(String(errors[19])).not.toContain('secret');
  });

  it('asks for what is forbidden twice a minute', async () => {
    const { air, board, clock, outcomeOf } = callWorld();
    air.onFlight = (flight) => queueMicrotask(() => flight.answer(403, { code: 50_013 }));
    for (let second = 0; second < 60; second += 1) {
      expect(await outcomeOf('POST', '/channels/1/messages')).toMatchObject({ status: 403, discordCode: 50_013 });
      clock.advance(1_000);
    }
    expect(air.flights).toHaveLength(2);
    board.forgetRefusals('1');
    await outcomeOf('POST', '/channels/1/messages');
    expect(air.flights).toHaveLength(3);
  });

  it('is asked by the option only', async () => {
    const { air, outcomeOf } = callWorld({ remembersRefusals: false });
    air.onFlight = (flight) => queueMicrotask(() => flight.answer(404, { code: 10_015 }));
    for (let count = 0; count < 3; count += 1) await outcomeOf('POST', '/webhooks/1/secret');
    expect(air.flights).toHaveLength(3);
  });
});

describe('a switchboard without a token', () => {
  it('serves routes that carry one of their own, and refuses the others', async () => {
    const { air, outcomeOf } = callWorld({ token: undefined as never });
    void outcomeOf('POST', '/webhooks/1/secret');
    void outcomeOf('POST', '/interactions/1/secret/callback');
    void outcomeOf('GET', '/gateway', { authorized: false });
    expect(await outcomeOf('GET', '/users/@me')).toMatchObject({ name: 'OptionsError', code: 'MISSING_OPTION' });
    expect(air.flights).toHaveLength(3);
  });
});

describe('Y-09 the bot’s token', () => {
  it('does not go along with a token of the route', () => {
    const { air, outcomeOf } = callWorld();
    void outcomeOf('POST', '/webhooks/1/secret');
    void outcomeOf('GET', '/webhooks/1');
    expect(air.flights.map(({ headers }) => 'authorization' in headers)).toEqual([false, true]);
  });

  it('goes to the host of the base URL only', () => {
    const { air, outcomeOf } = callWorld({ baseUrl: 'https://proxy.example:8443/discord/api/v10/' });
    void outcomeOf('GET', '/users/@me');
    expect([air.last.origin, air.last.path]).toEqual(['https://proxy.example:8443', '/discord/api/v10/users/@me']);
  });
});

describe('a switchboard that is closed', () => {
  it('lets nothing wait any longer, and lets what is under way finish', async () => {
    const { air, board, clock, gate, outcomeOf } = callWorld();
    const underWay = outcomeOf('GET', '/x');
    const pausing = outcomeOf('GET', '/y');
    air.last.answer(503);
    gate.isShut = true;
    const waiting = outcomeOf('GET', '/z');
    const closed = board.close();
    expect(await Promise.all([pausing, waiting])).toMatchObject([{ code: 'CLIENT_CLOSED' }, { code: 'CLIENT_CLOSED' }]);
    air.flights[0]!.answer(200, { id: '1' });
    expect(await underWay).toEqual({ id: '1' });
    await closed;
    await board.close();
    expect([board.pendingCalls, clock.pendingTimers]).toEqual([0, 0]);
    expect(await outcomeOf('GET', '/x')).toMatchObject({ code: 'CLIENT_CLOSED' });
  });

  it.each([429, 503])('begins no wait after a %i that came after the close', async (status) => {
    const { air, board, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('GET', '/x');
    const closed = board.close();
    air.last.answer(status, { retry_after: 1 });
    expect(await outcome).toMatchObject({ code: 'CLIENT_CLOSED' });
    await closed;
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a call that cannot be right', () => {
  it.each([
    ['../users/@me', {}],
    ['/channels/../users/@me', {}],
    ['/x', { reason: 7 as unknown as string }],
    ['/x', { timeoutMs: 0 }],
    ['/x', { maxWaitMs: NaN }],
    ['/x', { body: 1n }],
    ['/x', { body: () => 1 }],
  ])('Y-03: rejects before anything is sent: %s %p', async (path, request) => {
    const { air, board, gate, outcomeOf } = callWorld();
    expect(await outcomeOf('POST', path, request)).toMatchObject({ name: 'OptionsError', code: expect.stringMatching(/^INVALID_/) });
    expect([air.flights.length, gate.seen.length, board.pendingCalls]).toEqual([0, 0, 0]);
  });
});

describe('a body beyond Discord’s limits', () => {
  const call = ['POST', '/channels/1/messages', { body: { content: 'x'.repeat(2_001) } }] as const;

  it('is refused before anything is sent', async () => {
    const { air, outcomeOf } = callWorld({ validatesBodies: true });
    expect(await outcomeOf(...call)).toMatchObject({ code: 'INVALID_BODY', message: expect.stringContaining('2001') });
    expect(air.flights).toHaveLength(0);
  });

  it('is left to Discord where the option says so', () => {
    const { air, outcomeOf } = callWorld({ validatesBodies: false });
    void outcomeOf(...call);
    expect(air.flights).toHaveLength(1);
  });
});
