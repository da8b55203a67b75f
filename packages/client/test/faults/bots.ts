import type { Client, ClientOptions } from '../../src/index.js';
import type { World } from '../World.js';

/** A bot whose shard is connected. */
export async function startedBot(world: World, options: Partial<ClientOptions>, prepare: (client: Client) => void): Promise<Client> {
  const client = world.client(options);
  prepare(client);
  await client.start();
  return client;
}

/** Sends a dispatch through the bot's only shard. */
export function send(world: World, type: string, data: object): void {
  world.discord.gateway.sendDispatch(type, data);
}

/** Sends messages of a guild with these texts. */
export function sendMessages(world: World, guildId: string, texts: readonly string[]): void {
  for (const content of texts) {
    const author = { id: world.alice.id, username: 'alice', discriminator: '0', global_name: null, avatar: null };
    send(world, 'MESSAGE_CREATE', { id: '1', channel_id: guildId, guild_id: guildId, content, author });
  }
}
