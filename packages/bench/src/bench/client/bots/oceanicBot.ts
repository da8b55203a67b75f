import { Client } from 'oceanic.js';
import { MESSAGES_PER_CHANNEL } from '../BotWorld.js';
import { INTENTS, TOKEN } from '../protocol.js';
import { sumOf, type Bot, type BotOptions } from './Bot.js';
import { sharedCompression } from './sharedCompression.js';

/** Oceanic.js with the compression of all; it takes zlib-sync, too. */
export async function openBot({ onMessage, onReady, origin }: BotOptions): Promise<Bot> {
  const client = new Client({
    auth: `Bot ${TOKEN}`,
    collectionLimits: { messages: MESSAGES_PER_CHANNEL, members: Infinity, users: Infinity },
    gateway: { compress: sharedCompression() === 'zlib-stream' && 'zlib-stream', intents: INTENTS },
    rest: { baseURL: `${origin}/api/v10` },
  });
  client.on('messageCreate', (message) => {
    onMessage(message.content, message.author.username);
  });
  client.on('error', (error) => {
    throw error instanceof Error ? error : new RangeError(error);
  });
  client.once('ready', onReady);
  await client.connect();
  return { held: () => held(client) };
}

function held(client: Client): ReturnType<Bot['held']> {
  const guilds = [...client.guilds.values()];
  const members = guilds.flatMap((guild) => [...guild.members.values()]);
  const channels = guilds.flatMap((guild) => [...guild.channels.values()]);
  return {
    guilds: guilds.length,
    members: members.length,
    channels: channels.length,
    roles: sumOf(guilds, ({ roles }) => roles.size),
    messages: sumOf(channels, (channel) => ('messages' in channel ? channel.messages.size : 0)),
    nickLetters: sumOf(members, ({ nick }) => nick?.length ?? 0),
    online: sumOf(members, ({ presence }) => Number((presence?.status ?? 'offline') !== 'offline')),
    inVoice: sumOf(guilds, (guild) => sumOf(guild.voiceStates.values(), ({ channelID }) => Number(channelID !== null))),
  };
}
