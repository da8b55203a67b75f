import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Playground } from './Playground.js';
import { Screen } from './Screen.js';
import { ShardWatch } from './ShardWatch.js';
import type { Surroundings } from './Surroundings.js';

const REPLY_TIMEOUT_MS = 10_000;
const LOOK_EVERY_MS = 10;
/** A bot that cannot even shut down must not hold up whoever runs the smoke test. */
const SHUTDOWN_TIMEOUT_MS = 5_000;

/** One user says `!ping`. Resolves with the exit code: 0 when the bot has answered `Pong!`. */
export async function smoke(surroundings: Surroundings): Promise<number> {
  const patience = setTimeout(() => {
    console.error('The bot did not shut down.');
    process.exit(1);
  }, REPLY_TIMEOUT_MS + SHUTDOWN_TIMEOUT_MS);
  try {
    return await pingOnce(surroundings);
  } finally {
    clearTimeout(patience);
  }
}

async function pingOnce({ output, signal }: Surroundings): Promise<number> {
  const deadline = AbortSignal.timeout(REPLY_TIMEOUT_MS);
  const screen = new Screen(output);
  await using playground = await Playground.open();
  using watch = new ShardWatch(playground.bot, screen);
  try {
    const stop = AbortSignal.any([signal, deadline]);
    const answer = await Promise.race([ask(playground, screen, stop), aborted(stop)]);
    screen.print(`bot: ${answer}`);
    if (answer === 'Pong!') return 0;
    console.error('The bot answered !ping with something else than Pong!');
  } catch (error) {
    console.error(deadline.aborted ? 'No reply to !ping came within 10 seconds.' : `The bot could not be asked: ${String(error)}`);
  }
  return 1;
}

/** Says `!ping` and waits for the first thing that the bot says. */
async function ask(playground: Playground, screen: Screen, signal: AbortSignal): Promise<string> {
  await playground.bot.start({ signal });
  screen.print('alice: !ping');
  await playground.say('!ping');
  for (;;) {
    const [answer] = playground.answers();
    if (answer !== undefined) return answer;
    await wait(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function aborted(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw signal.reason;
}
