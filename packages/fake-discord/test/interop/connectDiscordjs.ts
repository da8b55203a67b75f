import { Client, GatewayIntentBits, SimpleShardingStrategy } from 'discord.js';
import type { ClientOptions } from 'discord.js';
import type { FakeDiscord } from '../../src/index.js';

/** Every intent that discord.js knows. */
export const ALL_INTENTS = Object.values(GatewayIntentBits).filter((bit): bit is GatewayIntentBits => typeof bit === 'number');

/**
 * A client of discord.js that speaks to this fake and is not started yet. It does not ask for compression: jest's sandbox lets it import no zlib-sync, and
 * what it does instead inflates payloads in threads, each when it comes to it, so that events overtake each other.
 */
export function newDiscordjs(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const ws: NonNullable<ClientOptions['ws']> = {
    buildStrategy: (manager) => {
      Object.assign(manager.options, { compression: null });
      return new SimpleShardingStrategy(manager);
    },
  };
  return new Client({ intents: ALL_INTENTS, ...options, rest: { api: `${discord.origin}/api` }, ws });
}

/** A client of discord.js that is ready. */
export async function connectDiscordjs(
  discord: FakeDiscord,
  intents: readonly GatewayIntentBits[] = ALL_INTENTS,
  more: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = newDiscordjs(discord, { ...more, intents });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(discord.bot.token);
  return ready;
}
