import { describe, expect, it } from '@jest/globals';
import type { Client, ClientOptions } from '../../src/index.js';
import { until, World } from '../World.js';
import { outcomeOf } from './hubWorld.js';

async function worldWithBot(options: Partial<ClientOptions> = {}) {
  const world = await World.open();
  const client = world.client(options);
  const warnings: string[] = [];
  client.on('warn', (error) => warnings.push(error.message));
  const close = (): Promise<void> => world[Symbol.asyncDispose]();
  return {
    alice: world.alice,
    client,
    discord: world.discord,
    general: world.general,
    guild: world.guild,
    warnings,
    [Symbol.asyncDispose]: close,
  };
}

/** A bot that asks for a name in a handler, and waits for it there. */
function askForNames(client: Client): void {
  client.on('messageCreate', async (message) => {
    if (message.content !== '!name') return;
    await message.reply('Who are you?');
    const { channelId } = message;
    const answer = await client.waitFor('messageCreate', { channelId, userId: message.author.id, timeoutMs: 60_000 });
    await answer?.reply(`Hello, ${answer.content}!`);
  });
}

describe('a bot that waits in a handler', () => {
  it('is at rest while it waits, and goes on with the answer', async () => {
    await using world = await worldWithBot();
    const { alice, client, discord, general } = world;
    askForNames(client);
    discord.attach(client);
    await client.start();
    await alice.send(general, '!name');
    expect(general.lastMessage?.data.content).toBe('Who are you?');
    await alice.send(general, 'Alice');
    expect(general.lastMessage?.data.content).toBe('Hello, Alice!');
  });
});

describe('a bot that works while its test waits', () => {
  it('is not at rest before it is done', async () => {
    await using world = await worldWithBot();
    const { alice, client, general } = world;
    let finish: (() => void) | undefined;
    client.on('messageCreate', () => new Promise<void>((resolve) => (finish = resolve)));
    await client.start();
    const deleted = client.waitFor('messageDelete');
    const message = await alice.send(general, 'hello');
    await until(() => finish !== undefined);
    const idle = client.idle().then(() => 'idle');
    expect(await outcomeOf(idle)).toBe('pending');
    finish?.();
    expect(await idle).toBe('idle');
    await alice.delete(message);
    expect((await deleted)?.data.id).toBe(message.id);
  });
});

describe('a collector of a client', () => {
  it('has a dispatch parsed that nobody listens to, as long as it lives', async () => {
    await using world = await worldWithBot({ intents: ['Guilds', 'GuildMessageTyping'] });
    const { alice, client, general } = world;
    const typing = client.waitFor('typingStart', { channelId: general.id });
    await client.start();
    await alice.startTyping(general);
    expect((await typing)?.data.user_id).toBe(alice.id);
  });

  it('brings the intents that it needs, if it is there at the start', async () => {
    await using world = await worldWithBot({ intents: undefined as never });
    const { alice, client, general } = world;
    const reactions = client.collect('messageReactionAdd', { max: 1 });
    await client.start();
    await alice.react(await alice.send(general, 'hello'), '👍');
    expect((await reactions.ended).collected[0]?.data.emoji.name).toBe('👍');
  });

  it('is warned about when its intent is missing', async () => {
    await using world = await worldWithBot();
    await world.client.start();
    world.client.collect('messageReactionAdd', { channelId: world.general.id });
    expect(world.warnings).toEqual([expect.stringMatching(/messageReactionAdd.*GuildMessageReactions/s)]);
  });

  it.each([
    ['cacheReady', { unavailable: [] }],
    ['shardsReady', { shardIds: [0], total: 1 }],
    ['shardReady', { shardId: 0 }],
  ] as const)('hears the framework’s own %s', async (event, value) => {
    await using world = await worldWithBot();
    const told: Promise<unknown> = world.client.waitFor(event, { timeoutMs: 5_000 });
    await world.client.start();
    expect(await told).toEqual(value);
  });

  it('E-09 outlives a connection that dies', async () => {
    await using world = await worldWithBot();
    const { alice, client, discord, general } = world;
    await client.start();
    const messages = client.collect('messageCreate', { channelId: general.id, max: 2 });
    await alice.send(general, 'before');
    await until(() => messages.collected.length === 1);
    const back = client.waitFor('shardResumed');
    discord.faults.dropSocket(0);
    await back;
    await alice.send(general, 'after');
    expect((await messages.ended).collected.map(({ content }) => content)).toEqual(['before', 'after']);
  });

  it('E-09 ends with a client that Discord refuses for good', async () => {
    await using world = await worldWithBot();
    const { client, discord } = world;
    await client.start();
    const messages = client.collect('messageCreate');
    discord.faults.closeShard(0, 4014);
    expect((await messages.ended).reason).toBe('shutdown');
    await expect(client.finished).rejects.toMatchObject({ code: 'GATEWAY_DISALLOWED_INTENTS' });
  });

  it('E-09 ends with the guild of its channel or message, although it knows that one only', async () => {
    await using world = await worldWithBot();
    const { alice, client, general, guild } = world;
    await client.start();
    const { id } = await alice.send(general, 'hello');
    await until(() => client.cache.message(general.id, id) !== undefined);
    const ofChannel = client.collect('messageCreate', { channelId: general.id });
    const ofMessage = client.collect('messageReactionAdd', { messageId: id });
    guild.remove();
    expect([(await ofChannel.ended).reason, (await ofMessage.ended).reason]).toEqual(['channelDelete', 'messageDelete']);
  });

  it('E-09 ends with its message, its guild and its client', async () => {
    await using world = await worldWithBot({ intents: ['Guilds', 'GuildMessages', 'GuildMessageReactions'] });
    const { alice, client, general, guild } = world;
    await client.start();
    const message = await alice.send(general, 'hello');
    const ofMessage = client.collect('messageReactionAdd', { messageId: message.id });
    const ofGuild = client.collect('messageCreate', { guildId: guild.id });
    const ofAll = client.collect('messageCreate');
    await alice.delete(message);
    expect((await ofMessage.ended).reason).toBe('messageDelete');
    guild.remove();
    expect((await ofGuild.ended).reason).toBe('guildDelete');
    await client.shutdown();
    expect((await ofAll.ended).reason).toBe('shutdown');
    expect(client.collect('messageCreate').reason).toBe('shutdown');
  });
});
