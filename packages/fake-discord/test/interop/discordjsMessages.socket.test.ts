import { describe, expect, it } from '@jest/globals';
import { AttachmentBuilder, ChannelType, EmbedBuilder, MessageFlags, MessageReferenceType } from 'discord.js';
import type { Message } from 'discord.js';
import { nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js that writes', () => {
  it('sends, edits and deletes, and hears of each', async () => {
    const { client, discord, general, theirs } = home;
    const told: string[] = [];
    client.on('messageCreate', ({ content }) => told.push(`create ${content}`));
    client.on('messageUpdate', (before, { content }) => told.push(`update ${before.content ?? ''} to ${content}`));
    client.on('messageDelete', ({ content }) => told.push(`delete ${content ?? ''}`));
    const sent = await theirs.send('one');
    await sent.edit('two');
    await discord.settle();
    expect([general.lastMessage?.content, sent.content, sent.editedTimestamp === null]).toEqual(['two', 'two', false]);
    await sent.delete();
    await discord.settle();
    expect([general.messages, told]).toEqual([[], ['create one', 'update one to two', 'delete two']]);
  });

  it('replies with and without a ping, and reads what was answered', async () => {
    const { alice, discord, general, theirs } = home;
    const heard = nextEvent<Message<true>>(home.client, 'messageCreate');
    await alice.send(general, 'hello');
    const reply = await (await heard).reply({ content: 'hi', allowedMentions: { repliedUser: false } });
    expect([reply.mentions.repliedUser?.username, reply.mentions.users.size, (await reply.fetchReference()).content]).toEqual([
      'alice',
      0,
      'hello',
    ]);
    expect((await (await heard).reply('and you')).mentions.users.map(({ username }) => username)).toEqual(['alice']);
    await discord.settle();
    const answered = nextEvent<Message>(home.client, 'messageCreate');
    await alice.send(general, { content: 'indeed', replyTo: general.lastMessage! });
    expect(await (await answered).fetchReference()).toMatchObject({ content: 'and you' });
    expect(theirs.lastMessage?.mentions.repliedUser?.id).toBe(home.client.user.id);
  });

  it('sends embeds and reads them back as it made them', async () => {
    const embed = new EmbedBuilder()
      .setTitle('Title')
      .setDescription('Described')
      .setColor(0x00ff00)
      .setURL('https://example.org/')
      .setTimestamp(1_700_000_000_000)
      .setAuthor({ name: 'Ada' })
      .setFooter({ text: 'foot' })
      .addFields({ name: 'a', value: 'b', inline: true });
    const given = JSON.parse(JSON.stringify(embed)) as object;
    const sent = await home.theirs.send({ embeds: [embed] });
    expect(sent.embeds[0]?.toJSON()).toMatchObject({ ...given, timestamp: expect.stringContaining('2023-11-14T22:13:20') });
    expect([sent.embeds[0]?.hexColor, sent.embeds[0]?.length]).toEqual(['#00ff00', 23]);
    await sent.suppressEmbeds();
    expect((await sent.fetch()).flags.has(MessageFlags.SuppressEmbeds)).toBe(true);
  });

  it('sends files, shows one in an embed, and replaces them', async () => {
    const picture = new AttachmentBuilder(Buffer.from('png'), { name: 'a.png', description: 'a picture' });
    const embeds = [new EmbedBuilder().setImage('attachment://a.png')];
    const sent = await home.theirs.send({ files: [picture, { attachment: Buffer.from('hi'), name: 'SPOILER_b.txt' }], embeds });
    expect(sent.attachments.map(({ name, description, size, spoiler }) => [name, description, size, spoiler])).toEqual([
      ['a.png', 'a picture', 3, false],
      ['SPOILER_b.txt', null, 2, true],
    ]);
    const [first, second] = [...sent.attachments.values()];
    expect([sent.embeds[0]?.image?.url, await (await fetch(second!.url)).text()]).toEqual([first!.url, 'hi']);
    const edited = await sent.edit({ attachments: [second!], files: [{ attachment: Buffer.from('new'), name: 'c.txt' }], embeds: [] });
    expect(edited.attachments.map(({ name }) => name)).toEqual(['SPOILER_b.txt', 'c.txt']);
  });

  it('forwards, and reads what people forwarded', async () => {
    const { alice, general, guild, theirs } = home;
    const other = guild.addTextChannel('other');
    const said = await alice.send(general, 'look');
    await home.discord.settle();
    const forwarded = await theirs.messages.cache.get(said.id)!.forward(other.id);
    expect([forwarded.reference?.type, forwarded.reference?.channelId, forwarded.content]).toEqual([
      MessageReferenceType.Forward,
      general.id,
      '',
    ]);
    expect([forwarded.messageSnapshots.first()?.content, other.lastMessage?.data.message_snapshots?.length]).toEqual(['look', 1]);
  });

  it('mentions only whom it may, and sends silently', async () => {
    const { alice, guild, theirs } = home;
    const role = guild.addRole({ name: 'team', mentionable: true });
    await home.discord.settle();
    const content = `<@${alice.id}> <@&${role.id}> @everyone <#${theirs.id}>`;
    const loud = await theirs.send(content);
    expect([loud.mentions.users.size, loud.mentions.roles.map(({ name }) => name), loud.mentions.everyone]).toEqual([1, ['team'], true]);
    expect(loud.mentions.channels.map(({ id }) => id)).toEqual([theirs.id]);
    const quiet = await theirs.send({ content, allowedMentions: { parse: [] }, flags: MessageFlags.SuppressNotifications });
    expect([quiet.mentions.users.size, quiet.mentions.roles.size, quiet.mentions.everyone, quiet.flags.toArray()]).toEqual([
      0,
      0,
      false,
      ['SuppressNotifications'],
    ]);
    expect(loud.cleanContent).toBe('@alice @team @everyone #general');
  });

  it('says the same thing once, however often it sends the nonce', async () => {
    const { general, theirs } = home;
    const body = { content: 'once', nonce: '42', enforceNonce: true };
    const [first, second] = [await theirs.send(body), await theirs.send(body)];
    expect([first.id === second.id, general.messages.length, first.nonce]).toEqual([true, 1, '42']);
  });

  it('pages through history in every direction, and deletes many at once', async () => {
    const { alice, discord, general, theirs } = home;
    const said = await Promise.all(Array.from({ length: 12 }, (_, index) => alice.send(general, `m${index}`)));
    const middle = said[6]!.id;
    const page = async (options: object): Promise<readonly string[]> =>
      (await theirs.messages.fetch({ limit: 3, cache: false, ...options })).map(({ content }) => content);
    expect(await page({ before: middle })).toEqual(['m5', 'm4', 'm3']);
    expect(await page({ after: middle })).toEqual(['m9', 'm8', 'm7']);
    expect(await page({ around: middle })).toEqual(['m7', 'm6', 'm5']);
    const gone = await theirs.bulkDelete(10);
    await discord.settle();
    expect([gone.size, general.messages.map(({ content }) => content)]).toEqual([10, ['m0', 'm1']]);
  });

  it('pins, lists and unpins', async () => {
    const { alice, discord, general, theirs } = home;
    const pinned = nextEvent<{ readonly id: string }>(home.client, 'channelPinsUpdate');
    const sent = await theirs.send('keep');
    await sent.pin('worth it');
    expect((await pinned).id).toBe(general.id);
    const { hasMore, items } = await theirs.messages.fetchPins();
    expect([items.map(({ message }) => message.content), hasMore, items[0]?.pinnedTimestamp]).toEqual([
      ['keep'],
      false,
      expect.any(Number),
    ]);
    expect(general.lastMessage?.data.type).toBe(6);
    await sent.unpin();
    await alice.send(general, 'x');
    await discord.settle();
    expect(sent.pinned).toBe(false);
  });

  it('publishes into channels that follow', async () => {
    const { discord, general, guild, theirGuild } = home;
    const news = await theirGuild.channels.create({ name: 'news', type: ChannelType.GuildAnnouncement });
    await news.addFollower(general.id, 'to read');
    const sent = await news.send('extra!');
    await sent.crosspost();
    await discord.settle();
    expect([sent.flags.has(MessageFlags.Crossposted), general.lastMessage?.content]).toEqual([true, 'extra!']);
    expect(guild.channels.length).toBe(2);
  });

  it('collects what people say', async () => {
    const { alice, general, theirs } = home;
    const collected = theirs.awaitMessages({ filter: ({ author }) => author.id === alice.id, max: 2, time: 5_000 });
    await theirs.send('not this');
    await alice.send(general, 'one');
    await alice.send(general, 'two');
    expect((await collected).map(({ content }) => content)).toEqual(['one', 'two']);
  });

  it('types and is seen to type, and sees others do it', async () => {
    const { alice, general, theirs } = home;
    const typing = nextEvent<{ readonly user: { readonly id: string } }>(home.client, 'typingStart');
    await alice.startTyping(general);
    expect((await typing).user.id).toBe(alice.id);
    await theirs.sendTyping();
    expect(home.discord.requestsTo('POST /channels/:id/typing').map(({ status }) => status)).toEqual([204]);
  });
});
