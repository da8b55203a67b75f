import { describe, expect, it } from '@jest/globals';
import { ChannelType, Partials } from 'discord.js';
import type { DMChannel, Message } from 'discord.js';
import { nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs({ clientOptions: { partials: [Partials.Channel] } });

describe('a bot of discord.js and direct messages', () => {
  it('writes to a person and reads what they write', async () => {
    const { alice, client, discord } = home;
    const user = await client.users.fetch(alice.id);
    const sent = await user.send({ content: 'psst', embeds: [{ title: 'x' }] });
    expect([sent.channel.type, alice.directChannel.lastMessage?.content, sent.inGuild()]).toEqual([ChannelType.DM, 'psst', false]);
    await discord.settle();
    const heard = nextEvent<Message>(client, 'messageCreate');
    await alice.sendDirect('yes?');
    const answer = await (await heard).reply('hello');
    expect([(await heard).author.username, answer.reference?.messageId]).toEqual(['alice', (await heard).id]);
    const channel = (await client.channels.fetch(alice.directChannel.id)) as DMChannel;
    expect([channel.recipient?.username, (await channel.messages.fetch()).size]).toEqual(['alice', 3]);
  });

  it('edits, reacts, pins and deletes there', async () => {
    const { alice, client, discord } = home;
    const sent = await (await client.users.fetch(alice.id)).send('one');
    await sent.edit('two');
    await sent.react('👍');
    await alice.react(alice.directChannel.lastMessage!, '👍');
    await discord.settle();
    expect(alice.directChannel.lastMessage?.reactions).toEqual({ '👍': 2 });
    await sent.pin();
    await sent.delete();
    await discord.settle();
    expect(alice.directChannel.messages.map(({ data }) => data.type)).toEqual([6]);
  });

  it('cannot write to who shares no guild with it', async () => {
    const stranger = home.discord.addUser('stranger');
    await expect((await home.client.users.fetch(stranger.id)).send('x')).rejects.toMatchObject({ status: 403, code: 50278 });
  });
});
