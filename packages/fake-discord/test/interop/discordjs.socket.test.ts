import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client, Events, GatewayIntentBits, type Message } from 'discord.js';
import { FakeDiscord } from '../../src/FakeDiscord.js';
import type { Channel } from '../../src/actors/Channel.js';
import type { User } from '../../src/actors/User.js';

// A client that knows nothing of aplomb: what it takes for Discord is not bent to our own reading.

let discord: FakeDiscord;
let client: Client;
let general: Channel;
let alice: User;
let heard: string[];
let changed: (() => void)[] = [];

/** Resolves when the client has heard this. */
async function hears(content: string): Promise<void> {
  while (!heard.includes(content)) await new Promise<void>((resolve) => changed.push(resolve));
}

/** Alice says it, and the client hears it, now or with the next replay. */
async function isHeard(content: string): Promise<void> {
  await alice.send(general, content);
  await hears(content);
}

async function emits(event: Events): Promise<void> {
  await new Promise<void>((resolve) => client.once(event as never, () => resolve()));
}

beforeEach(async () => {
  // Jest's sandbox lets it import no zlib-sync; it warns each time, and goes on with compressed payloads.
  jest.spyOn(console, 'warn').mockReturnValue();
  discord = await FakeDiscord.start({ sessionStartLimit: { maxConcurrency: 1 } });
  const guild = discord.addGuild({ name: 'Home' });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  heard = [];
  client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    rest: { api: `${discord.origin}/api` },
  });
  client.on(Events.MessageCreate, ({ content }: Message) => {
    heard.push(content);
    for (const resolve of changed.splice(0)) resolve();
  });
  const ready = emits(Events.ClientReady);
  await client.login(discord.bot.token);
  await ready;
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
  changed = [];
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
    const resumed = emits(Events.ShardResume);
    discord.faults.reconnect(0);
    await resumed;
    await isHeard('after op 7');
    expect(discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: 1, violation: 0 });
  });

  it('has its socket dropped, resumes and hears what was said meanwhile', async () => {
    const resumed = emits(Events.ShardResume);
    discord.faults.dropSocket(0);
    await alice.send(general, 'meanwhile');
    await resumed;
    await hears('meanwhile');
    await isHeard('after the drop');
    expect(discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: 1, violation: 0 });
  });

  it('loses its session (op 9), identifies again and goes on hearing', async () => {
    const ready = emits(Events.ShardReady);
    discord.faults.invalidateSession(0, false);
    await ready;
    await isHeard('after op 9');
    expect(discord.gateway.journal.counts.identify).toBe(2);
    // discord.js itself waits five seconds before it identifies again.
  }, 20_000);
});
