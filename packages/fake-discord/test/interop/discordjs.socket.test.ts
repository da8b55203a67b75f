import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Events, GatewayIntentBits, Status } from 'discord.js';
import type { Client, Message } from 'discord.js';
import { FakeDiscord } from '../../src/FakeDiscord.js';
import type { Channel } from '../../src/actors/Channel.js';
import type { User } from '../../src/actors/User.js';
import { connectDiscordjs, newDiscordjs } from './connectDiscordjs.js';
import { nextEvent } from './useDiscordjs.js';

// A client that knows nothing of aplomb: what it takes for Discord is not bent to our own reading.

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];

let alice: User;
let changed: (() => void)[];
let client: Client;
let discord: FakeDiscord;
let general: Channel;
let heard: string[];

/** Resolves when the client has heard this. */
async function hears(content: string): Promise<void> {
  while (!heard.includes(content)) await new Promise<void>((resolve) => changed.push(resolve));
}

/** Alice says it, and the client hears it, now or with the next replay. */
async function isHeard(content: string): Promise<void> {
  await alice.send(general, content);
  await hears(content);
}

beforeEach(async () => {
  discord = await FakeDiscord.start({ sessionStartLimit: { maxConcurrency: 1 } });
  const guild = discord.addGuild({ name: 'Home' });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  [heard, changed] = [[], []];
  client = newDiscordjs(discord, { intents: INTENTS });
  client.on(Events.MessageCreate, ({ content }: Message) => {
    heard.push(content);
    for (const resolve of changed.splice(0)) resolve();
  });
  const ready = nextEvent(client, Events.ClientReady);
  await client.login(discord.bot.token);
  await ready;
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

describe('discord.js 14 on a fake Discord', () => {
  it('connects, knows its guild, hears messages and answers them', async () => {
    await isHeard('hello');
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Home']);
    const channel = await client.channels.fetch(general.id);
    if (channel?.isSendable() !== true) throw new TypeError('The channel cannot be sent to.');
    await channel.send('hello alice');
    expect(general.messages.map(({ content }) => content)).toEqual(['hello', 'hello alice']);
  });

  it('is asked to reconnect (op 7), resumes and goes on hearing', async () => {
    const resumed = nextEvent(client, Events.ShardResume);
    discord.faults.reconnect(0);
    await resumed;
    await isHeard('after op 7');
    expect(discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: 1, violation: 0 });
  });

  it('has its socket dropped, resumes and hears what was said meanwhile', async () => {
    const resumed = nextEvent(client, Events.ShardResume);
    discord.faults.dropSocket(0);
    await alice.send(general, 'meanwhile');
    await resumed;
    await hears('meanwhile');
    await isHeard('after the drop');
    expect(discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: 1, violation: 0 });
  });

  it('is told to resume after an op 9 that leaves the session', async () => {
    const resumed = nextEvent(client, Events.ShardResume);
    discord.faults.invalidateSession(0, true);
    await resumed;
    await isHeard('after op 9 with true');
    expect(discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: 1 });
  });

  it('loses its session (op 9), identifies again and goes on hearing', async () => {
    const ready = nextEvent(client, Events.ShardReady);
    discord.faults.invalidateSession(0, false);
    await ready;
    await isHeard('after op 9');
    expect(discord.gateway.journal.counts.identify).toBe(2);
    // discord.js itself waits five seconds before it identifies again.
  }, 20_000);

  it('is in no guild that it is thrown out of, and waits for one that is down', async () => {
    const [home, other] = [discord.guilds[0]!, discord.addGuild({ name: 'Other' })];
    await discord.settle();
    const removed = nextEvent<{ readonly name: string }>(client, Events.GuildDelete);
    other.remove();
    expect((await removed).name).toBe('Other');
    home.setUnavailable(true);
    await discord.settle();
    expect([client.guilds.cache.get(home.id)?.available, client.ws.status]).toEqual([false, Status.Ready]);
    home.setUnavailable(false);
    await discord.settle();
    expect(client.guilds.cache.get(home.id)?.available).toBe(true);
  });
});

describe('discord.js 14 whose heart is not heard', () => {
  it('drops the zombie, resumes and goes on', async () => {
    await using quick = await FakeDiscord.start({ heartbeatIntervalMs: 200 });
    const room = quick.addGuild({ name: 'Home' }).addTextChannel('general');
    const bot = await connectDiscordjs(quick, INTENTS);
    const resumed = nextEvent(bot, Events.ShardResume);
    quick.faults.zombify(0);
    await resumed;
    const said = nextEvent<Message>(bot, Events.MessageCreate);
    await quick.guilds[0]!.addMember('bob').send(room, 'alive?');
    expect([(await said).content, quick.gateway.journal.counts.identify]).toEqual(['alive?', 1]);
    await bot.destroy();
  });
});

describe('discord.js 14 that may not come in', () => {
  it('is told so when its token is wrong', async () => {
    const stranger = newDiscordjs(discord);
    await expect(stranger.login(`${discord.bot.token}x`)).rejects.toMatchObject({ code: 'TokenInvalid' });
    await stranger.destroy();
  });

  it('is told so when it wants intents that are switched off', async () => {
    await using strict = await FakeDiscord.start({ privilegedIntents: [] });
    const curious = newDiscordjs(strict, { intents: INTENTS });
    await expect(curious.login(strict.bot.token)).rejects.toThrow('disallowed intents');
    await curious.destroy();
  });
});
