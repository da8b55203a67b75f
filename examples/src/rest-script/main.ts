import { FakeDiscord } from '@aplomb/fake-discord';
import { Rest } from 'aplomb';
import { explain } from './explain.js';
import { countByAuthor, postReport } from './report.js';

const LAST_MESSAGES = 1_000;

/** Counts and reports. Resolves with the exit code. */
async function run(rest: Rest, channelId: string): Promise<number> {
  try {
    const counts = await countByAuthor(rest, channelId, LAST_MESSAGES);
    for (const [author, messages] of counts) console.log(`${author}: ${messages}`);
    console.log(`Posted as message ${await postReport(rest, channelId, counts)}.`);
    return 0;
  } catch (error) {
    console.error(explain(error));
    return 1;
  }
}

/** The same on a Discord that lives in this process. */
async function rehearse(): Promise<number> {
  await using discord = await FakeDiscord.start();
  const guild = discord.addGuild({ name: 'Home' });
  const general = guild.addTextChannel('general');
  const alice = guild.addMember('alice');
  for (const text of ['Hello?', 'Is anybody there?']) await alice.send(general, text);
  await guild.addMember('bob').send(general, 'Yes.');
  await using rest = new Rest({ token: discord.bot.token, baseUrl: discord.url });
  const code = await run(rest, general.id);
  console.log(`\n${general.transcript()}`);
  return code;
}

const { CHANNEL_ID, DISCORD_TOKEN } = process.env;
if (DISCORD_TOKEN === undefined || CHANNEL_ID === undefined) {
  console.log('Without DISCORD_TOKEN and CHANNEL_ID this runs on a Discord in this process.\n');
  process.exitCode = await rehearse();
} else {
  await using rest = new Rest({ token: DISCORD_TOKEN });
  process.exitCode = await run(rest, CHANNEL_ID);
}
