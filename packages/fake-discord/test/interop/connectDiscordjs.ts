import { jest } from '@jest/globals';
import { Client, GatewayIntentBits } from 'discord.js';
import type { FakeDiscord } from '../../src/index.js';

/** Every intent that discord.js knows. */
export const ALL_INTENTS = Object.values(GatewayIntentBits).filter((bit): bit is GatewayIntentBits => typeof bit === 'number');

/** A client of discord.js that is ready. */
export async function connectDiscordjs(discord: FakeDiscord, intents: readonly GatewayIntentBits[] = ALL_INTENTS): Promise<Client<true>> {
  // Jest's sandbox lets it import no zlib-sync; it warns each time, and goes on with compressed payloads.
  jest.spyOn(console, 'warn').mockReturnValue();
  const client = new Client({ intents, rest: { api: `${discord.origin}/api` } });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(discord.bot.token);
  return ready;
}
