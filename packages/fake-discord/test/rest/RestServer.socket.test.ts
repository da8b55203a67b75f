import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { request as httpRequest } from 'node:http';
import type { APIMessage } from 'discord-api-types/v10';
import { FakeDiscord } from '../../src/index.js';
import { request } from '../TestBot.js';

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await FakeDiscord.start();
});

afterEach(() => discord.close());

describe('the REST part on a socket', () => {
  it('answers JSON with its length, and nothing where there is nothing to say', async () => {
    const general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
    const response = await fetch(`${discord.url}/gateway`, { headers: { 'user-agent': 'DiscordBot (https://example.org, 1)' } });
    const text = await response.text();
    expect([response.headers.get('content-type'), response.headers.get('content-length')]).toEqual([
      'application/json',
      String(text.length),
    ]);
    expect(await request(discord, 'POST', `/channels/${general.id}/typing`)).toEqual({ status: 204, body: undefined });
  });

  it.each(['/api/gateway', '/api/v8/gateway', '/gateway', '/api/v11/gateway'])('refuses the version of %s', async (path) => {
    const response = await fetch(discord.origin + path);
    expect([response.status, await response.json()]).toEqual([400, { message: 'Invalid API version provided', code: 50041 }]);
  });

  it('serves v9 as well', async () => {
    const response = await fetch(`${discord.origin}/api/v9/gateway`, { headers: { 'user-agent': 'DiscordBot (https://example.org, 1)' } });
    expect(response.status).toBe(200);
  });

  it('refuses a body that is larger than any of Discord', async () => {
    const answer = await request(discord, 'POST', '/users/@me/channels', JSON.stringify({ x: 'x'.repeat(26_214_400) }));
    expect(answer).toEqual({ status: 413, body: { message: 'Request entity too large', code: 40005 } });
  });

  it('lets a fault answer in the place of the routes until it is taken back', async () => {
    const undo = discord.interceptRest(({ path }) => (path === '/gateway' ? { status: 503, headers: { 'retry-after': '1' } } : null));
    const statuses = [(await request(discord, 'GET', '/gateway')).status, (await request(discord, 'GET', '/users/@me')).status];
    undo();
    expect([...statuses, (await request(discord, 'GET', '/gateway')).status]).toEqual([503, 200, 200]);
  });

  it('lets a fault cut the connection', async () => {
    discord.interceptRest(() => 'hang up');
    await expect(request(discord, 'GET', '/gateway')).rejects.toThrow('fetch failed');
  });

  it('bears a client that breaks off in the middle of its body', async () => {
    const headers = { authorization: `Bot ${discord.bot.token}`, 'content-length': '1000' };
    const asked = httpRequest(`${discord.url}/users/@me/channels`, { method: 'POST', headers }).on('error', () => undefined);
    asked.write('{');
    while (discord.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    asked.destroy();
    await discord.settle();
    expect([discord.requests[0]?.status, (await request(discord, 'GET', '/gateway')).status]).toEqual([null, 200]);
  });

  it('says so when it fails itself', async () => {
    discord.interceptRest(() => Promise.reject(new TypeError('oops')));
    expect(await request(discord, 'GET', '/gateway')).toMatchObject({ status: 500, body: { message: expect.stringContaining('oops') } });
  });
});

describe('a file that is sent with a message', () => {
  async function upload(body: FormData): Promise<Response> {
    const general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
    const headers = { authorization: `Bot ${discord.bot.token}`, 'user-agent': 'DiscordBot (https://example.org, 1.0)' };
    return fetch(`${discord.url}/channels/${general.id}/messages`, { method: 'POST', headers, body });
  }

  it('can be downloaded again, whatever its bytes', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
    const body = new FormData();
    body.set('files[0]', new Blob([bytes], { type: 'application/x-test' }), 'all bytes.bin');
    body.set('payload_json', JSON.stringify({ content: 'look', attachments: [{ id: 0, description: 'all of them' }] }));
    const message = (await (await upload(body)).json()) as APIMessage;
    expect(message.attachments).toMatchObject([{ filename: 'all_bytes.bin', size: 300_000, description: 'all of them' }]);
    const download = await fetch(message.attachments[0]!.url);
    expect([download.status, download.headers.get('content-type'), download.headers.get('via')]).toEqual([200, 'application/x-test', null]);
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is refused when it is larger than 10 MiB', async () => {
    const body = new FormData();
    body.set('files[0]', new Blob([new Uint8Array(10_485_761)]), 'large.bin');
    const response = await upload(body);
    expect([response.status, await response.json()]).toEqual([413, { message: 'Request entity too large', code: 40005 }]);
  });

  it('that does not exist is not found', async () => {
    const response = await fetch(`${discord.origin}/attachments/1/2/x.png?ex=1&hm=2`);
    expect([response.status, await response.text()]).toEqual([404, 'This content is no longer available.']);
  });
});

describe('a bot that asks too often in vain', () => {
  it('is shut out for the rest of ten minutes, and Discord hears nothing of it', async () => {
    const clock = new ManualClock();
    await using strict = await FakeDiscord.start({ clock, rateLimits: { invalidRequestsMax: 3 } });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await request(strict, 'GET', '/guilds/1', undefined, { authorization: 'Bot x' })).status);
    const page = await fetch(`${strict.url}/gateway`);
    expect([statuses, page.status, page.headers.get('via'), await page.text()]).toEqual([
      [401, 401, 401],
      429,
      null,
      expect.stringContaining('Error 1015'),
    ]);
    clock.advance(600_000);
    expect((await request(strict, 'GET', '/gateway')).status).toBe(200);
  });
});

describe('a bot that asks on while it is shut out', () => {
  it('asks nobody, and makes nothing worse', async () => {
    const clock = new ManualClock();
    await using strict = await FakeDiscord.start({ clock, rateLimits: { invalidRequestsMax: 1 } });
    const ban = strict.faults.cloudflareBan(1_000);
    expect((await fetch(`${strict.url}/gateway`)).status).toBe(429);
    ban.cancel();
    expect((await request(strict, 'GET', '/gateway')).status).toBe(200);
  });
});

describe('the requests that came', () => {
  it('can be looked at, without the token', async () => {
    await request(discord, 'GET', '/users/@me?x=1');
    await request(discord, 'GET', '/users/1');
    expect(discord.requests).toMatchObject([
      { method: 'GET', path: '/users/@me', query: 'x=1', status: 200, headers: { 'user-agent': expect.any(String) } },
      { method: 'GET', path: '/users/1', status: 404 },
    ]);
    expect(JSON.stringify(discord.requests)).not.toContain(discord.bot.token);
    expect(discord.requestsTo('GET /users/:id')).toEqual([discord.requests[1]]);
  });
});
