import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDiscord } from '../../src/index.js';
import { request } from '../TestBot.js';
import { HttpBot } from './HttpBot.js';

let bot: HttpBot;
let discord: FakeDiscord;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  bot = await HttpBot.start(discord);
});

afterEach(async () => {
  bot.close();
  await discord.close();
});

const patch = (url: string | null) => request(discord, 'PATCH', '/applications/@me', { interactions_endpoint_url: url });

describe('an endpoint that is one', () => {
  it('is set by the bot over REST, after a PING and a wrong signature, and taken away', async () => {
    expect(await patch(bot.url)).toMatchObject({ status: 200, body: { interactions_endpoint_url: bot.url } });
    expect([discord.interactionsEndpoint.url, bot.refused]).toEqual([bot.url, 1]);
    expect([(await patch(null)).status, discord.interactionsEndpoint.url]).toEqual([200, null]);
    await patch(bot.url);
    expect([(await patch('')).status, discord.interactionsEndpoint.url]).toEqual([200, null]);
  });

  it('is set by hand, and survives a look at it', async () => {
    await discord.interactionsEndpoint.set(bot.url);
    expect([await discord.interactionsEndpoint.probe(), discord.interactionsEndpoint.url]).toEqual([true, bot.url]);
    await discord.interactionsEndpoint.set(null);
    expect(await discord.interactionsEndpoint.probe()).toBe(false);
  });

  it('can be an option, which is not asked', async () => {
    await using other = await FakeDiscord.start({ interactionsEndpointUrl: bot.url });
    expect([other.interactionsEndpoint.url, bot.refused]).toEqual([bot.url, 0]);
    await expect(FakeDiscord.start({ interactionsEndpointUrl: 'https://example.org/' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });

  it('is lost when it gets careless', async () => {
    await discord.interactionsEndpoint.set(bot.url);
    bot.isCareless = true;
    expect([await discord.interactionsEndpoint.probe(), discord.interactionsEndpoint.url]).toEqual([false, null]);
  });
});

describe('an endpoint that is none', () => {
  it.each<[string, (each: HttpBot) => void, string]>([
    ['takes every signature', (each) => (each.isCareless = true), 'not with 401'],
    ['answers PINGs with something else', (each) => (each.onPing = () => ({ body: { type: 4 } })), 'something else'],
    ['answers PINGs with another status', (each) => (each.onPing = () => ({ status: 204 })), 'status 204'],
    [
      'answers PINGs without saying in what',
      (each) => (each.onPing = () => ({ body: '{"type":1}', contentType: 'text/plain' })),
      'Content-Type',
    ],
    ['is not there', (each) => each.close(), 'cannot be asked'],
  ])('%s', async (_, spoil, why) => {
    const { url } = bot;
    spoil(bot);
    const error = { code: 50035, errors: { interactions_endpoint_url: { _errors: [{ message: expect.stringContaining(why) }] } } };
    expect(await patch(url)).toMatchObject({ status: 400, body: error });
    await expect(discord.interactionsEndpoint.set(url)).rejects.toMatchObject({ code: 'FAKE_REFUSED', refusal: { discordCode: 50035 } });
    expect(discord.interactionsEndpoint.url).toBeNull();
  });

  it('is elsewhere', async () => {
    expect(await patch('https://example.org/')).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('is not asked for strangers, nor for what is no URL', async () => {
    const body = { interactions_endpoint_url: bot.url };
    expect((await request(discord, 'PATCH', '/applications/@me', body, { authorization: 'Bot x' })).status).toBe(401);
    expect((await request(discord, 'PATCH', '/applications/@me', '{', { 'content-type': 'application/json' })).status).toBe(400);
    expect(bot.refused).toBe(0);
  });
});
