import type { FakeDiscord as Fake } from '@aplomb/fake-discord';
import { settledHeapBytes } from '../cache/settledHeap.js';
import type { StartsReport } from './protocol.js';

/*
 * Starts one fake Discord after the other in this process: starts.js <count>. In each there is a guild with people; into every tenth a bot connects, hears
 * a command and answers. Measured are the starts, and what all of it leaves behind.
 */

/** Until the last function is compiled and the last cache filled. */
const WARM_UP_STARTS = 200;
const BOT_EVERY = 10;

const count = Number(process.argv[2]);
const importing = performance.now();
const { FakeDiscord } = await import('@aplomb/fake-discord');
const importMs = performance.now() - importing;
const starting = performance.now();
const first = await FakeDiscord.start();
const firstMs = performance.now() - starting;
await first.close();
// Only now, so that the fake is not measured with what it shares with the client already loaded.
const { Client } = await import('aplomb');
const { InMemoryIdentifyQueue } = await import('@aplomb/gateway');
await runOnce(0);
const open = openResources();
const ms: number[] = [];
for (let index = 0; index < WARM_UP_STARTS; index += 1) await runOnce(index);
const before = settledHeapBytes();
for (let index = 0; index < count; index += 1) ms.push(await runOnce(index));
await new Promise((resolve) => setTimeout(resolve, 100));
const report: StartsReport = {
  type: 'started',
  firstMs,
  importMs,
  heapBytes: [before, settledHeapBytes()],
  leftovers: Object.fromEntries(Object.entries(openResources()).filter(([name, left]) => left > (open[name] ?? 0))),
  ms,
};
process.send?.(report, () => {
  process.exit();
});

/** Resolves with the milliseconds from the call to the port that listens. */
async function runOnce(index: number): Promise<number> {
  const began = performance.now();
  const discord = await FakeDiscord.start();
  const tookMs = performance.now() - began;
  const guild = discord.addGuild({ name: 'Home' });
  const general = guild.addTextChannel('general');
  const alice = guild.addMember('alice');
  if (index % BOT_EVERY === 0) await useBot(discord, () => alice.useCommand(general, 'ping'));
  else await alice.send(general, 'hello');
  await discord.close();
  return tookMs;
}

async function useBot(discord: Fake, use: () => Promise<{ readonly isAnswered: boolean }>): Promise<void> {
  discord.addCommand({ name: 'ping', description: 'Answers' });
  const client = new Client({
    token: discord.bot.token,
    intents: ['Guilds'],
    // The one for all clients of a process remembers each token, and here each bot has another.
    identifyQueue: new InMemoryIdentifyQueue({ maxConcurrency: 1, total: 1_000 }),
    rest: { baseUrl: discord.url },
  });
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isCommand()) await interaction.reply('Pong!');
  });
  discord.attach(client);
  await client.start();
  if (!(await use()).isAnswered) throw new RangeError('VOID: the bot did not answer');
  await client.shutdown();
}

function openResources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
