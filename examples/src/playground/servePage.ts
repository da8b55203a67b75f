import { once } from 'node:events';
import type { Surroundings } from '../playground-terminal/Surroundings.js';
import { hasDisplay } from './hasDisplay.js';
import { LivePlayground } from './LivePlayground.js';
import type { Settings } from './mode.js';

/** The page, until `signal` or the end of the bot. Resolves with the exit code. */
export async function servePage({ output, signal }: Surroundings, { opensBrowser, port }: Settings): Promise<number> {
  const openBrowser = opensBrowser && output.isTTY === true && hasDisplay(process.platform, process.env);
  await using playground = await LivePlayground.open({ openBrowser, port, signal });
  const { bot, discord, people, url } = playground;
  output.write(`
The playground is open:

  ${url}

You are ${people.map(({ username }) => username).join(', ')} there, and ${discord.bot.user.username} is the bot. Ctrl-C ends it.
`);
  bot.on('error', ({ cause, event }) => {
    output.write(`A handler of ${event} failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  });
  // A bot that Discord has shut out for good (a close code of a fault, for example) is told of, and the page stays to look at it.
  bot.finished.catch((error: unknown) => {
    if (!signal.aborted) output.write(`The bot has ended: ${String(error)}\n`);
  });
  if (!signal.aborted) await once(signal, 'abort');
  return 0;
}
