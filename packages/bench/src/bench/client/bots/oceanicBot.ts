import { Client, type Member } from 'oceanic.js';
import { MESSAGES_PER_CHANNEL } from '../BotWorld.js';
import { INTENTS, TOKEN } from '../protocol.js';
import type { Bot, BotOptions } from './Bot.js';
import { heldByEris } from './heldByEris.js';
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
  return { held: () => heldByEris<Member>(client, ({ presence }) => (presence?.status ?? 'offline') !== 'offline') };
}
