import { Client, Events, Options } from 'discord.js';
import { discordJsReader } from '../../heap/discordJsReader.js';
import { MESSAGES_PER_CHANNEL } from '../BotWorld.js';
import { INTENTS, TOKEN } from '../protocol.js';
import { sumOf, type Bot, type BotOptions } from './Bot.js';

/** discord.js with its own defaults, but for the messages that it keeps: as many as everybody. */
export async function openBot({ onMessage, onReady, origin }: BotOptions): Promise<Bot> {
  const client = new Client({
    intents: INTENTS,
    rest: { api: `${origin}/api` },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: MESSAGES_PER_CHANNEL }),
  });
  client.on(Events.MessageCreate, (message) => {
    onMessage(message.content, message.author.username);
  });
  client.once(Events.ClientReady, onReady);
  await client.login(TOKEN);
  return { reader: discordJsReader(client), held: () => held(client) };
}

function held(client: Client): ReturnType<Bot['held']> {
  const guilds = [...client.guilds.cache.values()];
  return {
    guilds: guilds.length,
    members: sumOf(guilds, (guild) => guild.members.cache.size),
    channels: client.channels.cache.size,
    roles: sumOf(guilds, (guild) => guild.roles.cache.size),
    messages: sumOf(client.channels.cache.values(), (channel) => ('messages' in channel ? channel.messages.cache.size : 0)),
    nickLetters: sumOf(guilds, (guild) => sumOf(guild.members.cache.values(), ({ nickname }) => nickname?.length ?? 0)),
    online: sumOf(guilds, (guild) => sumOf(guild.presences.cache.values(), ({ status }) => Number(status !== 'offline'))),
    inVoice: sumOf(guilds, (guild) => sumOf(guild.voiceStates.cache.values(), ({ channelId }) => Number(channelId !== null))),
  };
}
