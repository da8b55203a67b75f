import { Client, type Member } from 'eris';
import { MESSAGES_PER_CHANNEL } from '../BotWorld.js';
import { INTENTS, TOKEN } from '../protocol.js';
import type { Bot, BotOptions } from './Bot.js';
import { heldByEris } from './heldByEris.js';
import { PlainAgent } from './PlainAgent.js';
import { sharedCompression } from './sharedCompression.js';

/** eris with the compression of all, which it has off by default. */
export async function openBot({ onMessage, onReady, origin }: BotOptions): Promise<Bot> {
  const { hostname, port } = new URL(origin);
  const client = new Client(`Bot ${TOKEN}`, {
    compress: sharedCompression() === 'zlib-stream',
    intents: INTENTS,
    messageLimit: MESSAGES_PER_CHANNEL,
    rest: { agent: new PlainAgent(Number(port)) as never, domain: hostname, baseURL: '/api/v10' },
  });
  client.on('messageCreate', (message) => {
    onMessage(message.content, message.author.username);
  });
  client.on('error', (error) => {
    throw error;
  });
  client.once('ready', onReady);
  await client.connect();
  return { held: () => heldByEris<Member>(client, ({ status }) => status !== undefined && status !== 'offline') };
}
