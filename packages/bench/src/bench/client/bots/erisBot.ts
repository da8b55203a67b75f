import { Client, type Member } from 'eris';
import { Agent, type AgentOptions } from 'node:http';
import { MESSAGES_PER_CHANNEL } from '../BotWorld.js';
import { INTENTS, TOKEN } from '../protocol.js';
import type { Bot, BotOptions } from './Bot.js';
import { heldByEris } from './heldByEris.js';
import { sharedCompression } from './sharedCompression.js';

/** Speaks plain HTTP to a port of this machine where the library believes in HTTPS: it has no option for either. */
class PlainAgent extends Agent {
  readonly protocol = 'https:';
  readonly defaultPort: number;

  constructor(port: number, options?: AgentOptions) {
    super(options);
    this.defaultPort = port;
  }
}

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
