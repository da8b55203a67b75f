import type { Client, ShardStageUpdateEvent } from 'aplomb';
import type { Screen, ShardStatus } from './Screen.js';

/** How often the latency is looked at; it changes with each heartbeat. */
const LOOK_EVERY_MS = 250;

/** Shows every stage of the bot's shard, its latency as it changes, and what the client has to say. */
export class ShardWatch {
  private readonly bot: Client;
  private readonly screen: Screen;
  private readonly timer: NodeJS.Timeout;
  private stage: ShardStageUpdateEvent['after'] = 'Disconnected';

  constructor(bot: Client, screen: Screen) {
    this.bot = bot;
    this.screen = screen;
    this.listen();
    this.timer = setInterval(() => {
      screen.show(this.status);
    }, LOOK_EVERY_MS);
  }

  /** The stage of shard 0, and its latency once a heartbeat was answered. */
  get status(): ShardStatus {
    return { stage: this.stage, latencyMs: this.latencyMs };
  }

  /** Resolves when the shard next becomes connected or gives up for good, and in any case after so many milliseconds. */
  connectedAgain(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.bot.off('shardStageUpdate', onStage);
        resolve();
      };
      const onStage = ({ after }: ShardStageUpdateEvent): void => {
        if (after === 'Connected' || after === 'Failed') end();
      };
      const timer = setTimeout(end, timeoutMs);
      this.bot.on('shardStageUpdate', onStage);
    });
  }

  /** Looks no more; what the shard tells itself is still shown. */
  [Symbol.dispose](): void {
    clearInterval(this.timer);
  }

  private listen(): void {
    const { bot, screen } = this;
    bot.on('shardStageUpdate', (update) => {
      this.stage = update.after;
      screen.print(describeStep(update));
      screen.show(this.status);
    });
    bot.on('shardResumed', ({ replayed }) => {
      screen.print(`· session resumed, ${replayed} missed events replayed`);
    });
    bot.on('warn', (warning) => {
      screen.print(`· warning: ${warning.message}`);
    });
    bot.on('error', ({ event, cause }) => {
      screen.print(`· a handler of ${event} failed: ${String(cause)}`);
    });
  }

  private get latencyMs(): number | null {
    // Before the start and after the end the client has no shards to ask.
    if (this.stage !== 'Connected') return null;
    return this.bot.shards.runners.get(0)?.latency.last ?? null;
  }
}

function describeStep({ shardId, before, after, cause, retryInMs }: ShardStageUpdateEvent): string {
  const wait = retryInMs > 0 ? `, again in ${Math.round(retryInMs)} ms` : '';
  return `· shard ${shardId}: ${before} → ${after} (${cause}${wait})`;
}
