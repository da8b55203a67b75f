import { createInterface } from 'node:readline';
import { Conversation } from './Conversation.js';
import { Playground } from './Playground.js';
import { Screen } from './Screen.js';
import { ShardWatch } from './ShardWatch.js';
import { slashHelp } from './slashCommands.js';
import type { Surroundings } from './Surroundings.js';

/**
 * A conversation with the bot in the terminal, until /quit, Ctrl-C or the end of the input. Resolves with the exit code.
 * Lines may also come from a pipe: then each is repeated, and the next one waits for what it leads to.
 */
export async function talk({ input, output, signal }: Surroundings): Promise<number> {
  const isScripted = input.isTTY !== true || output.isTTY !== true;
  const screen = new Screen(output);
  await using playground = await Playground.open();
  using watch = new ShardWatch(playground.bot, screen);
  await playground.bot.start({ signal });
  screen.print(`\n${slashHelp}\n`);

  const terminal = createInterface({ input, output, terminal: !isScripted });
  const hangUp = (): void => {
    terminal.close();
  };
  signal.addEventListener('abort', hangUp);
  // A terminal in raw mode sends no SIGINT: readline reads Ctrl-C as a key.
  terminal.on('SIGINT', hangUp);
  if (!isScripted) screen.attach(terminal);
  return await new Conversation({ playground, terminal, screen, watch, isScripted }).hold();
}
