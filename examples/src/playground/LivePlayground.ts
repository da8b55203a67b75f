import { FakeDiscord, type User } from '@aplomb/fake-discord';
import { startPlayground, type Playground } from '@aplomb/playground';
import type { Client } from 'aplomb';
import { arrangeHome } from './arrangeHome.js';
import { commands } from './commands.js';
import { createPlaygroundBot } from './createPlaygroundBot.js';

/** Heartbeats come more often than Discord asks for, so that a person sees the latency change and a zombie found out. */
const HEARTBEAT_INTERVAL_MS = 5_000;

/** How the page is opened. */
export interface LivePlaygroundOptions {
  readonly openBrowser: boolean;
  /** Where the built page is, if not where it was built. */
  readonly pageFolder?: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

/** A Discord in this process with the example bot on it, and the page before it. */
export class LivePlayground {
  readonly bot: Client;
  readonly discord: FakeDiscord;
  readonly people: readonly User[];
  private page: Playground | undefined;

  private constructor(discord: FakeDiscord) {
    this.discord = discord;
    this.people = arrangeHome(discord);
    this.bot = createPlaygroundBot({ token: discord.bot.token, rest: { baseUrl: discord.url } });
  }

  /** Starts everything; when a part cannot start, what was started before is ended again. */
  static async open(options: LivePlaygroundOptions): Promise<LivePlayground> {
    const playground = new LivePlayground(await FakeDiscord.start({ heartbeatIntervalMs: HEARTBEAT_INTERVAL_MS }));
    try {
      await playground.start(options);
      return playground;
    } catch (error) {
      await playground[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The address of the page, with the token of this run. */
  get url(): string {
    return this.page?.url ?? '';
  }

  /** Ends the page first, then the bot, then its Discord. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.page?.close();
    await this.bot.shutdown();
    await this.discord.close();
  }

  private async start({ signal, ...options }: LivePlaygroundOptions): Promise<void> {
    const { bot, discord } = this;
    // Before the bot, so that the timeline shows how it connects.
    this.page = await startPlayground({ discord, bot, recordedTest: { startBotFrom: '../src/playground/startBot.js' }, ...options });
    await bot.start({ signal });
    await bot.application?.setCommands(commands);
  }
}
