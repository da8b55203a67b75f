import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { FakeDiscord } from '../../src/index.js';
import type { Channel } from '../../src/index.js';

const POST = 'POST /channels/:id/messages';

/** What a client saw of an answer: all of it, or how it broke off. */
interface Seen {
  readonly error?: string;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
  readonly text: string;
}

let clock: ManualClock;
let discord: FakeDiscord;
let general: Channel;

beforeEach(async () => {
  clock = new ManualClock();
  discord = await FakeDiscord.start({ clock });
  general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
});

afterEach(() => discord.close());

/** A plain client, so that nothing between it and the socket mends what is broken. */
function send(method: string, path: string, json?: unknown, onReceived?: (bytes: number) => void): Promise<Seen> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bot ${discord.bot.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1.0)',
      'content-type': 'application/json',
    };
    let seen = (): Seen => ({ headers: {}, status: 0, text: '' });
    const asked = httpRequest(discord.url + path, { agent: false, headers, method }, (response) => {
      let text = '';
      seen = () => ({ headers: response.headers, status: response.statusCode ?? 0, text });
      onReceived?.(0);
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        onReceived?.(text.length);
      });
      response.on('end', () => {
        resolve(seen());
      });
      response.on('error', (error: NodeJS.ErrnoException) => {
        resolve({ ...seen(), error: error.code ?? error.message });
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ ...seen(), error: error.code ?? error.message });
    });
    asked.end(json === undefined ? undefined : JSON.stringify(json));
  });
}

function say(content = 'hi', channel = general): Promise<Seen> {
  return send('POST', `/channels/${channel.id}/messages`, { content });
}

const get = (onReceived?: (bytes: number) => void): Promise<Seen> => send('GET', '/gateway', undefined, onReceived);
const bodyOf = ({ text }: Seen): unknown => JSON.parse(text);
const contents = (): readonly string[] => general.messages.map(({ content }) => content);

/** Resolves when so many requests have been answered or are held back. */
async function arrived(count: number): Promise<void> {
  while (discord.requests.length < count) await new Promise((resolve) => setImmediate(resolve));
}

describe('a rate limit that was planned', () => {
  it('refuses the next call with all that Discord says, and whoever comes too early again', async () => {
    const fault = discord.faults.rateLimit(POST);
    const first = await say();
    clock.advance(999);
    const early = await say();
    clock.advance(1);
    const patient = await say();
    expect([first.status, early.status, patient.status, fault.remaining, contents()]).toEqual([429, 429, 200, 0, ['hi']]);
    expect(bodyOf(first)).toEqual({ message: 'You are being rate limited.', retry_after: 1, global: false });
    expect(first.headers).toMatchObject({
      'retry-after': '1',
      via: '1.1 google',
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '1.000',
      'x-ratelimit-scope': 'user',
    });
  });

  it('spares other channels and other routes', async () => {
    const other = discord.guilds[0]!.addTextChannel('other');
    discord.faults.rateLimit(POST);
    expect([(await say()).status, (await say('hi', other)).status, (await get()).status]).toEqual([429, 200, 200]);
  });

  it('of a shared resource leaves the bucket alone', async () => {
    discord.faults.rateLimit(POST, { scope: 'shared', retryAfterMs: 1_500 });
    const refused = await say();
    expect(bodyOf(refused)).toEqual({ message: 'The resource is being rate limited.', retry_after: 1.5, global: false });
    expect(refused.headers).toMatchObject({ 'retry-after': '2', 'x-ratelimit-scope': 'shared', 'x-ratelimit-remaining': '5' });
    clock.advance(1_499);
    expect((await say()).headers).toMatchObject({ 'x-ratelimit-scope': 'shared' });
    clock.advance(1);
    expect((await say()).status).toBe(200);
  });

  it('of the whole bot refuses everything', async () => {
    discord.faults.rateLimit(POST, { scope: 'global', retryAfterMs: 300 });
    const [refused, other] = [await say(), await get()];
    expect(bodyOf(refused)).toEqual({ message: 'You are being rate limited.', retry_after: 0.3, global: true });
    expect(refused.headers).toMatchObject({ 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global', 'retry-after': '1' });
    expect([other.status, refused.headers['x-ratelimit-bucket']]).toEqual([429, undefined]);
    clock.advance(300);
    expect((await get()).status).toBe(200);
  });

  it.each([
    [0, '0', 0],
    [-1, '-1', -1],
    [66_271, '66271', 66_271],
    [null, undefined, undefined],
    ['soon', 'soon', undefined],
    [new Date(Date.UTC(2026, 0, 1, 0, 0, 5)), 'Thu, 01 Jan 2026 00:00:05 GMT', undefined],
  ])('may lie about the wait: %p', async (retryAfter, header, inBody) => {
    discord.faults.rateLimit(POST, { retryAfter, count: 2 });
    const refused = await say();
    expect([refused.status, refused.headers['retry-after'], bodyOf(refused)]).toEqual([
      429,
      header,
      { message: 'You are being rate limited.', ...(inBody !== undefined && { retry_after: inBody }), global: false },
    ]);
    expect([(await say()).status, (await say()).status]).toEqual([429, 200]);
  });

  it('may be for a route that is not simulated', async () => {
    discord.faults.rateLimit('PUT /channels/:id/recipients/:id');
    const refused = await send('PUT', '/channels/1/recipients/2');
    expect([refused.status, refused.headers['x-ratelimit-bucket'], (await send('PUT', '/channels/1/recipients/2')).status]).toEqual([
      429,
      undefined,
      501,
    ]);
  });

  it('with numbers is a bucket, for every call until it is taken back', async () => {
    const fault = discord.faults.rateLimit(POST, { limit: 1, perMs: 330 });
    const [first, second] = [await say(), await say()];
    clock.advance(330);
    const third = await say();
    expect([first, second, third].map(({ status }) => status)).toEqual([200, 429, 200]);
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '0.330' });
    expect(fault.remaining).toBe(Infinity);
    fault.cancel();
    expect([(await say()).headers['x-ratelimit-limit'], fault.remaining]).toEqual(['5', 0]);
  });

  it('beside the bucket is seen by no header', async () => {
    discord.faults.rateLimit(POST, { limit: 1, perMs: 60_000, isSubLimit: true });
    const [first, second] = [await say(), await say()];
    expect([first.status, second.status]).toEqual([200, 429]);
    expect(second.headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '3', 'retry-after': '60' });
  });
});

describe('a limit on everything', () => {
  it('ends with its time, or when it is taken back', async () => {
    const fault = discord.faults.globalRateLimit(2_000);
    const refused = await get();
    clock.advance(1_000);
    const still = await get();
    fault.cancel();
    expect([refused.status, bodyOf(refused), bodyOf(still), (await get()).status]).toEqual([
      429,
      { message: 'You are being rate limited.', retry_after: 2, global: true },
      { message: 'You are being rate limited.', retry_after: 1, global: true },
      200,
    ]);
  });

  it("of Cloudflare's is a page that did not come through Discord", async () => {
    const fault = discord.faults.cloudflareBan(5_000);
    expect(fault.remaining).toBe(Infinity);
    const page = await say();
    expect([page.status, page.headers['retry-after'], page.headers['content-type'], page.headers.via, page.text.slice(0, 15)]).toEqual([
      429,
      '5',
      'text/html; charset=UTF-8',
      undefined,
      '<!DOCTYPE html>',
    ]);
    clock.advance(5_000);
    expect([(await say()).status, contents(), fault.remaining]).toEqual([200, ['hi'], 0]);
  });
});

describe('a request that fails', () => {
  it.each([
    [502, '1.1 google'],
    [522, undefined],
  ])('with %d is a page of HTML and does nothing', async (status, via) => {
    discord.faults.failRequests(POST, status);
    const failed = await say();
    expect([failed.status, failed.headers.via, failed.headers['content-type'], contents()]).toEqual([
      status,
      via,
      'text/html; charset=UTF-8',
      [],
    ]);
    expect((await say()).status).toBe(200);
  });

  it('may have done its work, and say what it was told to', async () => {
    discord.faults.failRequests(POST, 500, { afterExecuting: true, body: { message: 'oops', code: 0 }, headers: { 'x-a': ['1', '2'] } });
    const failed = await say();
    expect([failed.status, bodyOf(failed), failed.headers['x-a'], contents()]).toEqual([500, { message: 'oops', code: 0 }, '1, 2', ['hi']]);
  });

  it('below 500 says so in JSON, or in any text', async () => {
    discord.faults.failRequests('*', 403);
    expect(bodyOf(await get())).toEqual({ message: '403: FakeDiscord was told to fail', code: 0 });
    discord.faults.failRequests('*', 403, { body: 'no' });
    expect((await get()).text).toBe('no');
    discord.faults.failRequests('*', 521, { body: { error: 'down' } });
    expect(await get()).toMatchObject({
      status: 521,
      text: '{"error":"down"}',
      headers: expect.not.objectContaining({ via: expect.anything() }),
    });
  });
});

describe('an answer that takes its time', () => {
  it('comes late, of something done at once', async () => {
    discord.faults.slowAnswer(POST, 700);
    const slow = say();
    await arrived(1);
    while (clock.pendingTimers === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(contents()).toEqual(['hi']);
    clock.advance(700);
    expect((await slow).status).toBe(200);
  });

  it('never comes, and acts do not wait for it', async () => {
    discord.faults.neverAnswer('GET /gateway');
    let isAnswered = false;
    void get().then(() => (isAnswered = true));
    await arrived(1);
    await discord.settle();
    expect([isAnswered, discord.requests[0]?.status]).toEqual([false, null]);
  });

  it('is forgotten when the client hangs up', async () => {
    discord.faults.slowAnswer('GET /gateway', 700);
    discord.faults.dripAnswer('GET /users/@me', 1);
    const requests = ['/gateway', '/users/@me'].map((path) => {
      const asked = httpRequest(discord.url + path, {
        headers: { authorization: `Bot ${discord.bot.token}`, 'user-agent': 'DiscordBot (https://example.org, 1.0)' },
      });
      asked.on('error', () => undefined).end();
      return asked;
    });
    while (clock.pendingTimers < 2) await new Promise((resolve) => setImmediate(resolve));
    for (const asked of requests) asked.destroy();
    while (clock.pendingTimers > 0) await new Promise((resolve) => setImmediate(resolve));
    await discord.settle();
    expect(clock.pendingTimers).toBe(0);
  });

  it('drips, headers first', async () => {
    discord.faults.dripAnswer('GET /gateway', 10);
    const dripped = get();
    while (clock.pendingTimers === 0) await new Promise((resolve) => setImmediate(resolve));
    let seconds = 0;
    for (; clock.pendingTimers > 0; seconds += 1) clock.advance(1_000);
    const { text } = await dripped;
    expect([JSON.parse(text), seconds]).toEqual([{ url: discord.gatewayUrl }, Math.ceil(text.length / 10)]);
  });
});

describe('a connection that breaks', () => {
  it.each([
    [true, ['hi']],
    [false, []],
  ])('before the answer may have done its work: %p', async (afterExecuting, expected) => {
    discord.faults.resetBeforeAnswer(POST, { afterExecuting });
    expect([await say(), contents(), discord.requests[0]?.status]).toEqual([
      { error: 'ECONNRESET', headers: {}, status: 0, text: '' },
      expected,
      null,
    ]);
  });

  it.each([0, 1, 20])('after %d bytes leaves the client with those', async (bytes) => {
    discord.faults.resetInAnswer('GET /gateway', bytes);
    const asked = get((received) => {
      if (received === bytes) clock.advance(20);
    });
    const broken = await asked;
    expect([broken.status, broken.text.length, broken.error]).toEqual([200, bytes, 'ECONNRESET']);
  });
});

describe('an answer that is not what it says', () => {
  it('is empty', async () => {
    discord.faults.emptyAnswer('GET /gateway');
    expect(await get()).toMatchObject({ status: 200, text: '', headers: { 'content-type': 'application/json', 'content-length': '0' } });
  });

  it('is broken JSON', async () => {
    discord.faults.brokenJson('GET /gateway');
    const { headers, text } = await get();
    expect([headers['content-type'], text.startsWith('{"url'), text.endsWith('}')]).toEqual(['application/json', true, false]);
  });

  it('is HTML', async () => {
    discord.faults.htmlAnswer('GET /gateway');
    expect(await get()).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=UTF-8' },
      text: expect.stringContaining('<html>'),
    });
  });

  it('is elsewhere', async () => {
    discord.faults.redirect(POST, 'http://127.0.0.1:1/api/v10/evil');
    discord.faults.redirect('GET /gateway', 'http://127.0.0.1:1/', { status: 302 });
    const [moved, found] = [await say(), await get()];
    expect([moved.status, moved.headers.location, contents(), found.status]).toEqual([307, 'http://127.0.0.1:1/api/v10/evil', [], 302]);
  });
});

describe('headers of a bucket', () => {
  it('may be wrong', async () => {
    discord.faults.badRateLimitHeaders(POST, { 'x-ratelimit-remaining': ['-1', 'abc'], 'x-ratelimit-limit': undefined });
    const { headers } = await say();
    expect([headers['x-ratelimit-remaining'], headers['x-ratelimit-limit'], headers['x-ratelimit-reset-after']]).toEqual([
      '-1, abc',
      undefined,
      '5.000',
    ]);
  });

  it('may be missing, though the bucket counts', async () => {
    discord.faults.withoutRateLimitHeaders(POST);
    const [without, after] = [await say(), await say()];
    expect(Object.keys(without.headers).filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
    expect(after.headers['x-ratelimit-remaining']).toBe('3');
  });

  it('may name another bucket from now on, with a window of its own', async () => {
    const before = await say();
    const fault = discord.faults.changeBucket(POST, 'another');
    const after = await say();
    fault.cancel();
    const back = await say();
    expect([before, after, back].map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['4', '4', '3']);
    expect([after.headers['x-ratelimit-bucket'], back.headers['x-ratelimit-bucket']]).toEqual([
      'another',
      before.headers['x-ratelimit-bucket'],
    ]);
  });

  it('may merge two routes into one bucket', async () => {
    const { headers, text } = await say();
    discord.faults.changeBucket('PATCH /channels/:id/messages/:id', String(headers['x-ratelimit-bucket']));
    const { id } = JSON.parse(text) as { id: string };
    const edited = await send('PATCH', `/channels/${general.id}/messages/${id}`, { content: 'edited' });
    expect([edited.headers['x-ratelimit-remaining'], contents()]).toEqual(['3', ['edited']]);
  });
});

describe('all faults', () => {
  it('are taken back at once', async () => {
    const faults = [
      discord.faults.rateLimit(POST),
      discord.faults.rateLimit(POST, { limit: 1, perMs: 1 }),
      discord.faults.globalRateLimit(1_000),
      discord.faults.cloudflareBan(1_000),
      discord.faults.neverAnswer('*', { count: Infinity }),
      discord.faults.withholdHello(),
    ];
    discord.faults.clear();
    expect([faults.map(({ remaining }) => remaining), (await say()).status]).toEqual([[0, 0, 0, 0, 0, 0], 200]);
  });

  it('leave a connection cut that is cut', async () => {
    discord.faults.slowAnswer('GET /gateway', 700);
    discord.interceptRest(() => 'hang up');
    expect(await get()).toMatchObject({ error: 'ECONNRESET' });
  });

  it('of different kinds strike together, and of one kind one after the other', async () => {
    discord.faults.failRequests(POST, 502);
    discord.faults.failRequests(POST, 503);
    discord.faults.htmlAnswer(POST);
    discord.faults.withoutRateLimitHeaders(POST);
    const answers = [await say(), await say(), await say(), await say()];
    expect(answers.map(({ headers, status }) => [status, headers['content-type'], headers['x-ratelimit-limit']])).toEqual([
      [502, 'text/html; charset=UTF-8', undefined],
      [503, 'text/html; charset=UTF-8', undefined],
      [200, 'text/html; charset=UTF-8', undefined],
      [200, 'application/json', '5'],
    ]);
  });

  it.each([
    ['rateLimit', () => discord.faults.rateLimit(POST, { limit: 0, perMs: 1 }), 'INVALID_OPTION'],
    ['rateLimit', () => discord.faults.rateLimit(POST, { limit: 1, perMs: 1, count: 1 }), 'UNKNOWN_OPTION'],
    ['rateLimit', () => discord.faults.rateLimit(POST, { retryAfterMs: -1 }), 'INVALID_OPTION'],
    ['failRequests', () => discord.faults.failRequests(POST, 42), 'INVALID_OPTION'],
    ['failRequests', () => discord.faults.failRequests(POST, 500, { count: 0 }), 'INVALID_OPTION'],
    ['slowAnswer', () => discord.faults.slowAnswer(POST, 1, { times: 2 } as object), 'UNKNOWN_OPTION'],
    ['emptyAnswer', () => discord.faults.emptyAnswer('POST /channel/:id'), 'INVALID_OPTION'],
  ])('check what they are given: %s', (_, plan, code) => {
    expect(plan).toThrow(expect.objectContaining({ code }));
  });
});
