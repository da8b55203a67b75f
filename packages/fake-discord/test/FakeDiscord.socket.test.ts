import { afterEach, describe, expect as jestExpect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { ManualClock } from '@aplomb/base';
import { FakeDiscord, expectMessage, withFakeDiscord } from '../src/index.js';
import type { Channel, FakeDiscordOptions, Guild, User } from '../src/index.js';
import { TestBot, request } from './TestBot.js';

const expect = withFakeDiscord(jestExpect);

let discord: FakeDiscord;
let bots: TestBot[] = [];

interface Home {
  readonly alice: User;
  readonly bot: TestBot;
  readonly general: Channel;
  readonly guild: Guild;
}

async function home(options: FakeDiscordOptions = {}): Promise<Home> {
  discord = await FakeDiscord.start(options);
  const guild = discord.addGuild({ name: 'Home' });
  const general = guild.addTextChannel('general');
  const alice = guild.addMember('alice');
  const bot = await TestBot.connect(discord);
  bots.push(bot);
  return { alice, bot, general, guild };
}

/** Makes a bot answer `!ping`. */
function answerPings(bot: TestBot): void {
  bot.onDispatch = ({ t, d }) =>
    t === 'MESSAGE_CREATE' && d['content'] === '!ping'
      ? bot.request('POST', `/channels/${String(d['channel_id'])}/messages`, { content: 'Pong!' })
      : undefined;
}

afterEach(async () => {
  for (const bot of bots) bot.close();
  bots = [];
  await discord.close();
});

describe('a person who sends a message', () => {
  it('waits until an unattached bot has answered', async () => {
    const { alice, bot, general } = await home();
    answerPings(bot);
    await alice.send(general, '!ping');
    expect(general.lastMessage?.content).toBe('Pong!');
  });

  it('waits until an unattached bot has come again that was told to by a 429', async () => {
    const { alice, bot, general } = await home();
    discord.faults.rateLimit('POST /channels/:id/messages', { retryAfterMs: 200 });
    bot.onDispatch = async ({ t, d }) => {
      if (t !== 'MESSAGE_CREATE' || d['content'] !== '!ping') return;
      const say = () => bot.request('POST', `/channels/${general.id}/messages`, { content: 'Pong!' });
      const { body } = await say();
      await new Promise((resolve) => setTimeout(resolve, 1_000 * (body as { readonly retry_after: number }).retry_after));
      await say();
    };
    await alice.send(general, '!ping');
    expect(general.lastMessage?.content).toBe('Pong!');
  });

  it('waits until a slow handler of an attached bot is done', async () => {
    const { alice, bot, general } = await home();
    discord.attach(bot);
    bot.onDispatch = async ({ t, d }) => {
      if (t !== 'MESSAGE_CREATE' || d['content'] !== '!ping') return;
      await bot.request('POST', `/channels/${general.id}/typing`);
      await new Promise((resolve) => setTimeout(resolve, 60));
      await bot.request('POST', `/channels/${general.id}/messages`, { content: 'Late pong' });
    };
    await alice.send(general, '!ping');
    expect(general.lastMessage?.content).toBe('Late pong');
  });

  it('resolves when the sessions have read the event', async () => {
    const { alice, bot, general } = await home();
    discord.attach(bot);
    await alice.send(general, 'hello');
    expect(bot.events('MESSAGE_CREATE')).toEqual([jestExpect.objectContaining({ content: 'hello', channel_id: general.id })]);
  });

  it('is not held up by a session that reads nothing any more', async () => {
    const { alice, bot, general } = await home();
    discord.attach(bot);
    discord.faults.blackhole(0);
    await alice.send(general, 'hello');
    expect(bot.events('MESSAGE_CREATE')).toEqual([]);
  });

  it('is held up only once by a session that went silent unnoticed', async () => {
    const { alice, general } = await home();
    discord.faults.haltReading(0);
    await alice.send(general, 'first');
    const before = performance.now();
    await alice.send(general, 'second');
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('spends five of the frames that the bot may send in eleven seconds, however much is sent', async () => {
    const { alice, bot, general } = await home();
    for (let count = 0; count < 60; count += 1) await alice.send(general, String(count));
    expect([bot.events('MESSAGE_CREATE').length, bot.heartbeats, discord.gateway.journal.violations]).toEqual([60, 5, []]);
  });

  it('hears of a bot that never comes to rest', async () => {
    const { alice, bot, general } = await home({ rateLimits: false, settleTimeoutMs: 200 });
    bot.onDispatch = ({ t }) =>
      t === 'MESSAGE_CREATE' ? bot.request('POST', `/channels/${general.id}/messages`, { content: 'again' }) : undefined;
    await expect(alice.send(general, 'start')).rejects.toMatchObject({ code: 'FAKE_UNSETTLED' });
    bot.close();
  });

  it('is refused by name where it may not send', async () => {
    const { alice, general, guild } = await home();
    general.setOverwrites([{ id: guild.id, deny: ['SendMessages'] }]);
    const refused = alice.send(general, 'hello');
    await expect(refused).rejects.toThrow("alice's message to #general was refused with status 403, code 50013: Missing Permissions.");
    await expect(refused).rejects.toMatchObject({ code: 'FAKE_REFUSED', refusal: { status: 403, discordCode: 50013 } });
  });
});

describe('an error that an attached bot reports', () => {
  it('is thrown by the act that led to it', async () => {
    const { alice, bot, general } = await home();
    discord.attach(bot);
    const cause = new TypeError('cannot read it');
    bot.onDispatch = ({ t }) => (t === 'MESSAGE_CREATE' ? Promise.reject(cause) : undefined);
    await expect(alice.send(general, 'hello')).rejects.toMatchObject({ code: 'FAKE_BOT_FAILED', cause });
    await expect(alice.send(general, 'hello')).rejects.toThrow('while handling MESSAGE_CREATE: cannot read it');
  });

  it('is thrown by close when nobody has seen it, after everything is freed', async () => {
    const { bot, guild } = await home();
    discord.attach(bot);
    bot.onDispatch = ({ t }) => (t === 'CHANNEL_CREATE' ? Promise.reject(new TypeError('oops')) : undefined);
    guild.addTextChannel('new');
    while (bot.events('CHANNEL_CREATE').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(discord.close()).rejects.toMatchObject({ code: 'FAKE_BOT_FAILED' });
    await expect(fetch(`${discord.url}/gateway`)).rejects.toThrow();
    discord = await FakeDiscord.start();
  });
});

describe('an expectation of a channel', () => {
  it('is met by what the bot said, once for each time', async () => {
    const { alice, bot, general } = await home();
    answerPings(bot);
    await alice.send(general, '!ping');
    await expect(general).toReceive({ content: 'Pong!' });
    await expect(general).not.toReceive('Pong!');
  });

  it('is not met by what a person said, unless it names an author', async () => {
    const { alice, general } = await home();
    await alice.send(general, 'Pong!');
    await expect(general).not.toReceive(/pong/i);
    await expect(general).toReceive({ content: 'Pong!', author: { username: 'alice' } });
  });

  it('waits for a message that comes later', async () => {
    const { bot, general } = await home();
    const expected = expectMessage(general, 'later');
    await bot.request('POST', `/channels/${general.id}/messages`, { content: 'later' });
    expect((await expected).content).toBe('later');
  });

  it('shows the whole conversation when it fails', async () => {
    const { alice, general } = await home();
    const message = await alice.send(general, 'is anybody there?');
    await alice.react(message, '👍');
    const failed = expectMessage(general, { content: 'yes' }, { timeoutMs: 10 });
    await expect(failed).rejects.toMatchObject({ code: 'FAKE_EXPECTATION_FAILED' });
    await expect(failed).rejects.toThrow(/#general did not receive .*content: 'yes'[\s\S]*alice: is anybody there\? \(👍×1\)/);
  });
});

describe('a fake Discord', () => {
  it('can be found over HTTP by a bot that knows only its URL', async () => {
    discord = await FakeDiscord.start({ shards: 4, sessionStartLimit: { maxConcurrency: 2, remaining: 7 } });
    const { body } = await request(discord, 'GET', '/gateway/bot');
    expect(body).toEqual({
      url: discord.gatewayUrl,
      shards: 4,
      session_start_limit: { total: 1_000, remaining: 7, reset_after: 86_400_000, max_concurrency: 2 },
    });
  });

  it('runs on the clock that it is given', async () => {
    const clock = new ManualClock({ wallMs: Date.UTC(2030, 0, 1) });
    const { alice, general } = await home({ clock });
    expect((await alice.send(general, 'hi')).data.timestamp).toBe('2030-01-01T00:00:00.000000+00:00');
  });

  it('is the same for the same seed and another for every other start', async () => {
    const clock = new ManualClock();
    const tokens: string[] = [];
    for (const options of [{ seed: 1 }, { seed: 1 }, {}, {}]) {
      discord = await FakeDiscord.start({ clock, ...options });
      tokens.push(discord.bot.token);
      await discord.close();
    }
    expect(tokens[0]).toBe(tokens[1]);
    expect(new Set(tokens).size).toBe(3);
  });

  it('has a token in the shape of tokens', async () => {
    discord = await FakeDiscord.start();
    const [owner = '', ...rest] = discord.bot.token.split('.');
    expect(Buffer.from(owner, 'base64').toString()).toBe(discord.bot.id);
    expect(rest.map((part) => part.length)).toEqual([6, 38]);
  });

  it('prints little of itself, of what finds things in it, and of recordings', async () => {
    await home();
    const printed = [discord, discord.directory, discord.record()].map((each) => inspect(each, { depth: 9 }).length);
    expect(Math.max(...printed)).toBeLessThan(1_000);
  });

  it('can be closed twice, and refuses every act after that', async () => {
    const { alice, general } = await home();
    await Promise.all([discord.close(), discord.close()]);
    await expect(alice.send(general, 'hi')).rejects.toMatchObject({ code: 'FAKE_CLOSED' });
    expect(() => discord.addGuild({ name: 'Late' })).toThrow(jestExpect.objectContaining({ code: 'FAKE_CLOSED' }));
  });

  it('is gone when it has closed: its port is free', async () => {
    const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const before = ports();
    discord = await FakeDiscord.start();
    const between = ports();
    await discord.close();
    expect([between - before, ports() - before]).toEqual([1, 0]);
  });

  it('closes while a request waits for its answer', async () => {
    discord = await FakeDiscord.start();
    discord.interceptRest(() => new Promise(() => undefined));
    const waiting = request(discord, 'GET', '/gateway');
    waiting.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await discord.close();
    await expect(waiting).rejects.toThrow();
  });

  it('says by name that its port is taken', async () => {
    discord = await FakeDiscord.start();
    const port = Number(new URL(discord.url).port);
    await expect(FakeDiscord.start({ port })).rejects.toMatchObject({
      code: 'FAKE_CANNOT_LISTEN',
      message: jestExpect.stringContaining('EADDRINUSE'),
    });
  });

  it('starts in less than 50 ms and leaves nothing behind, 200 times', async () => {
    discord = await FakeDiscord.start();
    const times: number[] = [];
    const before = process.getActiveResourcesInfo().length;
    for (let count = 0; count < 200; count += 1) {
      const began = performance.now();
      const each = await FakeDiscord.start();
      times.push(performance.now() - began);
      await each.close();
    }
    expect(times.sort((a, b) => a - b)[190]).toBeLessThan(50);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before + 2);
  });
});
