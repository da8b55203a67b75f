import { FileIdentifyLedger, FileSessionStore } from '@aplomb/gateway';
import { createPingBot } from '../ping-bot/createPingBot.js';
import { Screen } from './Screen.js';
import { ShardWatch } from './ShardWatch.js';
import type { Surroundings } from './Surroundings.js';

/** Survives the process: sessions to resume, and how many IDENTIFYs of today's 1,000 are spent. */
const FOLDER = '.aplomb';

const noToken = `DISCORD_TOKEN is not set. Make a bot at https://discord.com/developers/applications, switch its Message Content intent on,
invite it to a server, and run: DISCORD_TOKEN=… npm start -- --live`;

/** The same bot on Discord itself, until `signal`. Resolves with the exit code. */
export async function live({ output, signal }: Surroundings): Promise<number> {
  const token = process.env.DISCORD_TOKEN;
  if (token === undefined || token === '') {
    console.error(noToken);
    return 1;
  }
  const bot = createPingBot({
    token,
    identifyLedger: new FileIdentifyLedger({ path: `${FOLDER}/identifies.jsonl` }),
    sessionStore: new FileSessionStore({ directory: `${FOLDER}/sessions` }),
  });
  const screen = new Screen(output);
  using watch = new ShardWatch(bot, screen);
  // The session is kept: the next start resumes it and costs no IDENTIFY.
  signal.addEventListener('abort', () => void bot.shutdown({ resumable: true }));
  await bot.start({ signal });
  screen.print('The bot is online. Say !ping in one of its servers; Ctrl-C ends it.');
  await bot.finished;
  return 0;
}
