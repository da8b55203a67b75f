import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDiscord } from '@aplomb/fake-discord';
import type { Channel, User } from '@aplomb/fake-discord';
import { Client, CommandInteraction, ComponentInteraction, Constants } from 'eris';
import type { Message } from 'eris';
import { PlainAgent } from '../../../src/bench/client/bots/PlainAgent.js';

// A third library, older than the others and with a gateway and REST of its own: what works for it on Discord works here.

let alice: User;
let client: Client;
let discord: FakeDiscord;
let failures: unknown[];
let general: Channel;

const noteFailure = (error: unknown): void => void failures.push(error);

/** The next event of this name of a client of eris. */
function next(event: string): Promise<unknown> {
  return new Promise((resolve) => client.once(event as never, resolve as never));
}

beforeEach(async () => {
  discord = await FakeDiscord.start();
  const guild = discord.addGuild({ name: 'Home', botPermissions: ['Administrator'] });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  failures = [];
  const { hostname, port } = new URL(discord.origin);
  client = new Client(`Bot ${discord.bot.token}`, {
    intents: ['guilds', 'guildMessages', 'messageContent'],
    restMode: true,
    rest: { agent: new PlainAgent(Number(port)) as never, domain: hostname, baseURL: '/api/v10' },
  });
  client.on('error', noteFailure);
  const ready = next('ready');
  await client.connect();
  await ready;
});

afterEach(async () => {
  client.disconnect({ reconnect: false });
  await discord.close();
  expect([failures, discord.unsupported, discord.gateway.journal.violations]).toEqual([[], [], []]);
});

describe('a bot of eris', () => {
  it('knows its guild, hears, answers, edits, reacts and reads', async () => {
    const heard = next('messageCreate') as Promise<Message>;
    await alice.send(general, 'hello');
    const { author, channel, content } = await heard;
    const sent = await client.createMessage(channel.id, { content: `${author.username} said ${content}`, embeds: [{ title: 'x' }] });
    await sent.edit('edited');
    await sent.addReaction('👍');
    const read = await client.getMessages(channel.id, { limit: 2 });
    expect([client.guilds.map(({ name }) => name), read.map((message) => message.content)]).toEqual([['Home'], ['edited', 'hello']]);
    expect(general.lastMessage?.reactions).toEqual({ '👍': 1 });
  });

  it('registers a command, answers it, and hears of its button', async () => {
    client.on('interactionCreate', (interaction) => {
      const answer = (): Promise<unknown> => {
        if (interaction instanceof CommandInteraction) return interaction.createMessage({ content: 'press', components: [row] });
        if (interaction instanceof ComponentInteraction) return interaction.editParent({ content: 'pressed', components: [] });
        return Promise.reject(new TypeError('This is neither.'));
      };
      answer().catch(noteFailure);
    });
    await client.createCommand({ name: 'ask', description: 'Asks', type: Constants.ApplicationCommandTypes.CHAT_INPUT });
    const { reply } = await alice.useCommand(general, 'ask');
    await alice.press(reply!, 'go');
    expect(reply?.content).toBe('pressed');
  });

  const { BUTTON, ACTION_ROW } = Constants.ComponentTypes;
  const button = { type: BUTTON, style: Constants.ButtonStyles.PRIMARY, label: 'Go', custom_id: 'go' } as const;
  const row = { type: ACTION_ROW, components: [button] };
});
