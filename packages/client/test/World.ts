import { FakeDiscord, type FakeDiscordOptions } from '@aplomb/fake-discord';
import { Client, type ClientOptions } from '../src/index.js';
import type { Logger, LogLevel } from '../src/ClientLog.js';

/** One line that a client logged. */
export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: object;
}

/** A logger that keeps what it is told. */
export function keepingLogger(): { readonly logger: Logger; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const method = (level: LogLevel) => (fields: object, message: string) => void lines.push({ level, message, fields });
  return {
    lines,
    logger: { fatal: method('fatal'), error: method('error'), warn: method('warn'), info: method('info'), debug: method('debug') },
  };
}

/** A fake Discord with one guild, one channel and one person, and bots on it. Everything is closed when it goes out of scope. */
export class World implements AsyncDisposable {
  readonly discord: FakeDiscord;
  readonly lines: LogLine[];
  readonly guild;
  readonly general;
  readonly alice;
  private readonly clients: Client<never>[] = [];
  private readonly logger: Logger;

  private constructor(discord: FakeDiscord) {
    const { lines, logger } = keepingLogger();
    this.discord = discord;
    this.lines = lines;
    this.logger = logger;
    this.guild = discord.addGuild({ name: 'Home' });
    this.general = this.guild.addTextChannel('general');
    this.alice = this.guild.addMember('alice');
  }

  static async open(options: FakeDiscordOptions = {}): Promise<World> {
    return new World(await FakeDiscord.start(options));
  }

  /** A bot that was not started yet. */
  client<Data = undefined>(options: Partial<ClientOptions<Data>> = {}): Client<Data> {
    const { baseUrl: _, ...rest } = { baseUrl: '', ...options.rest };
    const given = { intents: ['Guilds', 'GuildMessages', 'MessageContent'] as const, logger: this.logger, random: () => 0, ...options };
    const client = new Client<Data>({ ...given, token: this.discord.bot.token, rest: { baseUrl: this.discord.url, ...rest } });
    this.clients.push(client as Client<never>);
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.clients.map((client) => client.shutdown()));
    await this.discord.close();
  }
}

/** Resolves with the arguments of the next emission of `event`. */
export function next(client: { once(event: never, handler: never): unknown }, event: string): Promise<readonly never[]> {
  return new Promise((resolve) =>
    client.once(
      event as never,
      ((...args: readonly never[]) => {
        resolve(args);
      }) as never,
    ),
  );
}

/** Resolves as soon as `isTrue` says so; it is asked with every turn of the event loop. */
export async function until(isTrue: () => boolean, timeoutMs = 4_000): Promise<void> {
  const deadline = AbortSignal.timeout(timeoutMs);
  while (!isTrue()) {
    if (deadline.aborted) throw new Error(`This did not come true within ${String(timeoutMs)} ms: ${String(isTrue)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
