import { describe, expect, it } from '@jest/globals';
import type { Client } from '../../src/index.js';
import { World } from '../World.js';

const INTENTS = ['Guilds', 'GuildMessages', 'MessageContent', 'GuildMessageReactions', 'GuildMessagePolls', 'GuildMessageTyping'] as const;

/** A bot that is connected, and may do everything in a guild with one channel and alice. */
async function connected() {
  const world = await World.open();
  const { id } = world.guild.addRole({ name: 'Bots', permissions: ['Administrator'] });
  world.guild.updateMember(world.discord.bot, { roles: [id] });
  const client: Client = world.client({ intents: INTENTS });
  await client.start();
  const channel = client.channel(world.general.id);
  return {
    ...{ alice: world.alice, client, channel, discord: world.discord, general: world.general },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

describe('a message over a socket', () => {
  it('is sent, edited, reacted to, pinned, threaded, forwarded and deleted', async () => {
    await using world = await connected();
    const { channel, client, general } = world;
    const sent = await channel.send({ content: 'one', silent: true });
    expect((await sent.edit('two')).content).toBe('two');
    await sent.react('👍');
    await sent.pin();
    expect([(await sent.fetch()).reactions[0]?.me, (await channel.fetchPins())[0]?.message.id]).toEqual([true, sent.id]);
    const thread = await sent.startThread({ name: 'More' });
    await thread.send('inside');
    const copy = await sent.forward(thread.id);
    expect([copy.isForward, copy.messageSnapshots[0]?.content, copy.guildId]).toEqual([true, 'two', sent.guildId]);
    await thread.setArchived();
    expect((await client.channel(thread.id).fetch()).data).toMatchObject({ thread_metadata: { archived: true } });
    await sent.delete({ reason: 'Done' });
    await expect(sent.fetch()).rejects.toMatchObject({ status: 404 });
    expect(general.messages.some(({ id }) => id === sent.id)).toBe(false);
  });

  it('is read page after page, and deleted at once', async () => {
    await using world = await connected();
    const { channel } = world;
    for (const text of ['1', '2', '3']) await channel.send(text);
    const found: string[] = [];
    for await (const message of channel.fetchMessages({ limit: 2 })) found.push(message.content);
    expect([found, (await channel.fetchMessages()).length]).toEqual([['3', '2'], 3]);
    await channel.bulkDelete(await channel.fetchMessages({ limit: 2 }));
    expect((await channel.fetchMessages()).map(({ content }) => content)).toEqual(['1']);
  });

  it('brings who wrote it, where, and what was there before', async () => {
    await using world = await connected();
    const { alice, client, discord, general } = world;
    discord.attach(client);
    const heard: unknown[] = [];
    client.on('messageCreate', ({ author, channel, guild, member }) => {
      heard.push(author.username, channel.type, guild?.name, member?.displayName);
    });
    client.on('messageReactionAdd', (reaction) => {
      heard.push(reaction.emoji.name, reaction.user.id === alice.id, 'content' in reaction.message && reaction.message.content);
    });
    client.on('messageDelete', (deletion, _, before) => {
      heard.push(deletion.channelId === general.id, before?.content);
    });
    const message = await alice.send(general, 'hello');
    await alice.react(message, '👍');
    await alice.delete(message);
    expect(heard).toEqual(['alice', 0, 'Home', 'alice', '👍', true, 'hello', true, 'hello']);
  });
});

describe('what no message can be', () => {
  it('is refused before the network, with the field, its value and the limit', async () => {
    await using world = await connected();
    const { channel, discord } = world;
    const sent = await channel.send('fine');
    const requests = discord.requests.length;
    const old = '175928847299117063';
    const refused: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
      [() => channel.send(''), /empty/],
      [() => channel.send({ embeds: [] }), /empty/],
      [() => channel.send('x'.repeat(2_001)), /content.*2.?001.*2.?000/],
      [() => channel.send({ embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }), /embeds.*11.*10/],
      [() => channel.send({ components: [{ type: 2 }] as never }), /components\[0\]/],
      [() => sent.edit('x'.repeat(2_001)), /content.*2.?001.*2.?000/],
      [() => sent.edit({}), /changes nothing/],
      [() => sent.reply({ content: 'x', files: Array.from({ length: 11 }, () => new Uint8Array(1)) }), /11.*10/],
      [() => channel.bulkDelete([sent]), /messages.*1.*2/],
      [() => channel.bulkDelete([sent.id, old]), /14 days/],
      [() => channel.message('x').delete(), /`x` is no id/],
    ];
    for (const [act, says] of refused) await expect(act()).rejects.toThrow(says);
    expect(discord.requests.length).toBe(requests);
  });
});

describe('a webhook over a socket', () => {
  it('writes, edits and deletes with its token', async () => {
    await using world = await connected();
    const { channel, general } = world;
    const webhook = await channel.createWebhook({ name: 'Crier' });
    const sent = await webhook.send('Hear!', { username: 'Mayor' });
    expect([sent.author.username, sent.webhookId, sent.member]).toEqual(['Mayor', webhook.id, undefined]);
    await webhook.editMessage(sent.id, 'Hear, hear!');
    expect((await webhook.fetchMessage(sent.id)).content).toBe('Hear, hear!');
    await webhook.deleteMessage(sent.id);
    expect([general.messages.length, (await channel.fetchWebhooks()).map(({ name }) => name)]).toEqual([0, ['Crier']]);
    await webhook.delete();
  });
});

describe('a channel over a socket', () => {
  it('is changed, and tells what it was', async () => {
    await using world = await connected();
    const { channel, client } = world;
    const updated = client.waitFor('channelUpdate', { timeoutMs: 5_000 });
    await channel.setTopic('Chess');
    const after = await updated;
    expect([after?.isTextBased() === true && 'topic' in after && after.topic, channel.cached?.id]).toEqual(['Chess', channel.id]);
    await channel.setOverwrite({ roleId: world.client.cache.channel(channel.id)?.guild_id ?? '' }, { deny: ['ADD_REACTIONS'] });
    expect((await channel.fetch()).data).toMatchObject({ topic: 'Chess', permission_overwrites: [{ deny: '64' }] });
  });
});
