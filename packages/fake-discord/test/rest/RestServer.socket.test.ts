import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

  it('says so when it fails itself', async () => {
    discord.interceptRest(() => Promise.reject(new TypeError('oops')));
    expect(await request(discord, 'GET', '/gateway')).toMatchObject({ status: 500, body: { message: expect.stringContaining('oops') } });
  });
});
