import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'discord.js';
import { FakeDiscord } from '../src/index.js';
import type { Channel, Guild, User } from '../src/index.js';
import { connectDiscordjs } from './interop/connectDiscordjs.js';

// Another library, written without any knowledge of this fake: what it does here is what it does on Discord. How it survives faults stands in interop/.

let alice: User;
let client: Client<true>;
let discord: FakeDiscord;
let general: Channel;
let guild: Guild;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  guild = discord.addGuild({ name: 'Home' });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  client = await connectDiscordjs(discord);
  client.on('messageCreate', (message) => void (message.content === '!ping' && message.reply('Pong!')));
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

/** Two of each: that nothing comes twice shows only with the second. */
async function pingTwice(): Promise<readonly string[]> {
  const before = general.messages.length;
  for (let count = 0; count < 2; count += 1) await alice.send(general, '!ping');
  return general.messages.slice(before).map(({ content }) => content);
}

const TWICE = ['!ping', 'Pong!', '!ping', 'Pong!'];

describe('a bot of discord.js', () => {
  it('hears, answers, reacts, types, reads and writes directly', async () => {
    expect(await pingTwice()).toEqual(TWICE);
    const channel = await client.channels.fetch(general.id);
    if (channel?.isSendable() !== true) throw new TypeError('#general cannot be written to');
    const sent = await channel.send({ content: 'edit me', embeds: [{ title: 'x' }] });
    await sent.edit('edited');
    await sent.react('👍');
    await channel.sendTyping();
    expect((await channel.messages.fetch({ limit: 2 })).map(({ content }) => content)).toEqual(['edited', 'Pong!']);
    await (await client.users.fetch(alice.id)).send('psst');
    expect([general.lastMessage?.reactions, alice.directChannel.lastMessage?.content]).toEqual([{ '👍': 1 }, 'psst']);
    expect([discord.unsupported, discord.gateway.journal.violations]).toEqual([[], []]);
  });

  it('keeps its cache of what is arranged', async () => {
    guild.addTextChannel('second');
    guild.addMember('bob');
    await discord.settle();
    const cached = client.guilds.cache.get(guild.id);
    expect([cached?.channels.cache.map(({ name }) => name), cached?.memberCount]).toEqual([['general', 'second'], 4]);
    expect((await cached?.members.fetch())?.map(({ user }) => user.username).sort()).toEqual(['alice', 'bob', 'owner', 'robot']);
  });

  it('meets errors as on Discord', async () => {
    general.setOverwrites([{ id: guild.id, deny: ['SendMessages'] }]);
    const channel = await client.channels.fetch(general.id);
    if (channel?.isSendable() !== true) throw new TypeError('#general cannot be written to');
    await expect(channel.send('x')).rejects.toMatchObject({ status: 403, code: 50013 });
    await expect(channel.messages.fetch('1')).rejects.toMatchObject({ status: 404, code: 10008 });
  });
});
