import type { ShardState } from '../protocol.js';
import type { PlaygroundBot, PlaygroundBotShard } from './PlaygroundBot.js';

/** The shards as the bot sees them; `null` when it does not say. */
export function botShards(bot: PlaygroundBot): readonly ShardState[] | null {
  const runners = runnersOf(bot);
  return runners === null || runners.size === 0 ? null : [...runners].map(([id, runner]) => stateOf(id, runner));
}

function runnersOf(bot: PlaygroundBot): ReadonlyMap<number, PlaygroundBotShard> | null {
  try {
    return bot.shards?.runners ?? null;
  } catch {
    // A bot that has not started, or has ended, has no shards to ask.
    return null;
  }
}

function stateOf(id: number, { commandBudget, latency, sequence = null, session, stage }: PlaygroundBotShard): ShardState {
  return {
    id,
    source: 'bot',
    stage,
    budget: commandBudget === undefined ? null : { remaining: commandBudget.available, total: commandBudget.max },
    latencyMs: latency?.last ?? null,
    recentLatenciesMs: latency?.recent ?? [],
    sequence,
    sessionId: session?.id ?? null,
  };
}
