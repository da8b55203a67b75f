import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { makeRateLimits } from '../../src/rest/limits/RateLimitsOptions.js';
import { RestApi } from '../../src/rest/RestApi.js';
import type { RestReply, RestRequest } from '../../src/rest/RestRequest.js';
import { addChannel, addGuild } from '../../src/world/arrange.js';
import { makeDeeds } from '../../src/world/Deeds.js';
import type { World, WorldOptions } from '../../src/world/World.js';
import { makeWorld } from '../makeWorld.js';

const TOKEN = 'a.b.c';

let api: RestApi;
let clock: ManualClock;
let world: World;

function start(options: Partial<WorldOptions> = {}): void {
  clock = new ManualClock();
  world = makeWorld(clock, options);
  const limit = { maxConcurrency: 1, remaining: 990, resetAfterMs: 1234.5, total: 1000 };
  const gatewayFacts = () => ({ url: 'ws://127.0.0.1:1', shards: 3, sessionStartLimit: limit });
  api = new RestApi({
    ...makeDeeds(world),
    gatewayFacts,
    limits: makeRateLimits({}),
    token: TOKEN,
    world,
  });
}

function ask(method: string, path: string, change: Partial<RestRequest> & { readonly json?: unknown } = {}): RestReply {
  const { json, headers, ...rest } = change;
  const sent = { authorization: `Bot ${TOKEN}`, 'user-agent': 'DiscordBot (https://example.org, 1.0)', 'content-type': 'application/json' };
  const body = json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(json));
  return api.answer({ body, method, path, query: new URLSearchParams(), ...rest, headers: { ...sent, ...headers } });
}

beforeEach(() => {
  start();
});

describe('a request', () => {
  it.each([
    ['without a token', undefined],
    ['with another token', 'Bot x'],
    ['with a bare token', TOKEN],
    ['with a bearer token', `Bearer ${TOKEN}`],
  ])('%s is answered with 401', (_, authorization) => {
    expect(ask('GET', '/users/@me', { headers: { authorization } })).toEqual({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
  });

  it('needs no token where Discord asks for none', () => {
    expect(ask('GET', '/gateway', { headers: { authorization: undefined } })).toEqual({ status: 200, body: { url: 'ws://127.0.0.1:1' } });
  });

  it.each([undefined, 'curl/8.0', 'DiscordBot', 'DiscordBot (https://example.org)'])('is blocked with the User-Agent %p', (agent) => {
    expect(ask('GET', '/gateway', { headers: { 'user-agent': agent } })).toMatchObject({ status: 403, body: { code: 40333 } });
  });

  it.each([
    ['without a User-Agent', undefined, 'is missing'],
    ['with the User-Agent of another tool', 'curl/8.0', 'is "curl/8.0"'],
  ])("%s learns the reason behind Discord's words", (_, agent, found) => {
    const message = `internal network error (FakeDiscord: the User-Agent ${found}; Discord wants "DiscordBot ($url, $version)")`;
    expect(ask('GET', '/gateway', { headers: { 'user-agent': agent } }).body).toEqual({ code: 40333, message });
  });

  it.each(['text/plain', undefined])('with a body of the type %p is refused', (type) => {
    const reply = ask('POST', '/users/@me/channels', { headers: { 'content-type': type }, json: {} });
    expect(reply).toMatchObject({ status: 400, body: { code: 50035, errors: { _errors: [{ code: 'CONTENT_TYPE_INVALID' }] } } });
  });

  it('with broken JSON is refused', () => {
    const reply = ask('POST', '/users/@me/channels', { body: Buffer.from('{') });
    expect(reply).toMatchObject({ status: 400, body: { code: 50109 } });
  });

  it('with JSON that is no object is refused', () => {
    expect(ask('POST', '/users/@me/channels', { json: [1] })).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { _errors: [{ code: 'DICT_TYPE_CONVERT' }] } },
    });
  });

  it('with a parameter that is no id is refused by the name of the parameter', () => {
    expect(ask('GET', '/channels/general')).toEqual({
      status: 400,
      body: {
        message: 'Invalid Form Body',
        code: 50035,
        errors: { channel_id: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message: 'Value "general" is not snowflake.' }] } },
      },
    });
  });

  it('with a url-encoded form is refused loudly and recorded', () => {
    const type = 'application/x-www-form-urlencoded';
    const reply = ask('POST', '/channels/1/messages', { headers: { 'content-type': type }, body: Buffer.from('x=1') });
    expect(reply).toMatchObject({ status: 501, body: { message: expect.stringContaining(type) } });
    expect(api.unsupported).toEqual([{ method: 'POST', path: '/channels/1/messages', reason: expect.stringContaining(type) }]);
  });
});

describe('a request to a route with a bucket', () => {
  const post = (content: string): RestReply => ask('POST', `/channels/${channelId}/messages`, { json: { content } });
  let channelId: string;

  beforeEach(() => {
    channelId = addChannel(world, addGuild(world, { name: 'Home' }), { kind: 'text', name: 'general' }).id;
  });

  it('is told of it, whatever its answer', () => {
    const told = [post('hi'), post('')].map(({ headers, status }) => [status, headers?.['x-ratelimit-remaining']]);
    expect(told).toEqual([
      [200, '4'],
      [400, '3'],
    ]);
  });

  it('is refused when the bucket is empty, until it is whole again', () => {
    for (let count = 0; count < 5; count += 1) post('hi');
    expect(post('too much')).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    clock.advance(5_000);
    expect(post('hi')).toMatchObject({ status: 200, headers: { 'x-ratelimit-remaining': '4' } });
  });

  it('with a wrong token hears nothing of it', () => {
    expect(ask('POST', `/channels/${channelId}/messages`, { headers: { authorization: 'Bot x' } })).not.toHaveProperty('headers');
  });

  it('that would change a name for the third time in ten minutes is refused, though the bucket has room', () => {
    const rename = (name: string): RestReply => ask('PATCH', `/channels/${channelId}`, { json: { name } });
    expect(['a', 'b', 'c'].map(rename)).toMatchObject([
      { status: 403 },
      { status: 403 },
      { status: 429, headers: { 'x-ratelimit-remaining': '2', 'x-ratelimit-scope': 'user', 'retry-after': '600' } },
    ]);
  });
});

describe('the fifty-first request within a second', () => {
  it('is refused for the whole bot, and answers nothing else', () => {
    for (let count = 0; count < 50; count += 1) ask('GET', '/gateway');
    expect(ask('GET', '/users/@me')).toMatchObject({
      status: 429,
      body: { global: true, retry_after: 1 },
      headers: { 'x-ratelimit-global': 'true' },
    });
    clock.advance(1_000);
    expect(ask('GET', '/users/@me').status).toBe(200);
  });
});

describe('an operation that is not simulated', () => {
  it('is answered with 501, named and recorded', () => {
    const reply = ask('POST', '/partner-sdk/token', { json: {} });
    expect(reply).toMatchObject({ status: 501, body: { message: expect.stringContaining('POST /partner-sdk/token') } });
    expect(api.unsupported).toMatchObject([{ method: 'POST', path: '/partner-sdk/token' }]);
  });
});

describe('an operation that Discord does not have', () => {
  it('is answered with 405 where the path has other methods', () => {
    expect(ask('DELETE', '/gateway')).toEqual({ status: 405, body: { message: '405: Method Not Allowed', code: 0 } });
  });

  it('is answered with 404 and recorded where the path is unknown', () => {
    expect(ask('GET', '/nothing/here')).toEqual({ status: 404, body: { message: '404: Not Found', code: 0 } });
    expect(api.unsupported).toMatchObject([{ path: '/nothing/here' }]);
  });
});

describe('the bot that asks about itself', () => {
  it('gets its user', () => {
    expect(ask('GET', '/users/@me').body).toMatchObject({ id: world.bot.id, username: 'robot', bot: true });
  });

  it.each(['/applications/@me', '/oauth2/applications/@me'])('gets its application at %s', (path) => {
    expect(ask('GET', path).body).toMatchObject({ id: world.application.id, bot: { id: world.bot.id }, flags: world.application.flags });
  });

  it('gets the gateway and its limits', () => {
    expect(ask('GET', '/gateway/bot').body).toEqual({
      url: 'ws://127.0.0.1:1',
      shards: 3,
      session_start_limit: { total: 1000, remaining: 990, reset_after: 1235, max_concurrency: 1 },
    });
  });
});
