import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { FakeDiscord } from '../src/FakeDiscord.js';

/** A dispatch as it came. */
export interface Dispatch {
  readonly d: Record<string, unknown>;
  readonly t: string;
}

/** An answer of the REST part. */
export interface Answer {
  readonly body: unknown;
  readonly status: number;
}

const ALL_INTENTS = 53_608_447;

/** A bot in forty lines: it identifies, answers op 1, hands dispatches to one handler, and knows when that is done. */
export class TestBot {
  readonly dispatches: Dispatch[] = [];
  heartbeats = 0;
  onDispatch: (dispatch: Dispatch) => Promise<unknown> | undefined = () => undefined;

  private readonly discord: FakeDiscord;
  private readonly errorListeners: ((error: unknown) => void)[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private readonly socket: WebSocket;
  private sequence: number | null = null;

  private constructor(discord: FakeDiscord) {
    this.discord = discord;
    this.socket = new WebSocket(`${discord.gatewayUrl}/?v=10&encoding=json`);
    this.socket.on('message', (data: Buffer) => this.take(data.toString()));
    this.socket.on('error', () => undefined);
  }

  /** Resolves when READY and all guilds are there. */
  static async connect(discord: FakeDiscord, intents = ALL_INTENTS): Promise<TestBot> {
    // As every bot does; it also loads `fetch`, which takes long the first time.
    await request(discord, 'GET', '/gateway/bot');
    const bot = new TestBot(discord);
    await once(bot.socket, 'open');
    const properties = { os: 'linux', browser: 'test', device: 'test' };
    bot.send(2, { token: discord.bot.token, intents, properties });
    while (bot.dispatches.length < discord.guilds.length + 1) await once(bot.socket, 'message');
    return bot;
  }

  get closed(): boolean {
    return this.socket.readyState === WebSocket.CLOSED;
  }

  events(t: string): readonly Record<string, unknown>[] {
    return this.dispatches.filter((dispatch) => dispatch.t === t).map(({ d }) => d);
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  on(_: 'error', listener: (error: unknown) => void): this {
    this.errorListeners.push(listener);
    return this;
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  /** A request as the bot makes it. */
  request(method: string, path: string, body?: unknown): Promise<Answer> {
    return request(this.discord, method, path, body);
  }

  close(): void {
    this.socket.terminate();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  private take(text: string): void {
    const { op, t, s, d } = JSON.parse(text) as { op: number; t: string; s: number; d: Record<string, unknown> };
    if (op === 1) this.beat();
    if (op !== 0) return;
    this.sequence = s;
    this.dispatches.push({ t, d });
    const handled = this.onDispatch({ t, d });
    if (handled === undefined) return;
    const settled = handled.catch((error: unknown) => {
      for (const listener of this.errorListeners) listener({ event: t, cause: error });
    });
    this.running.add(settled);
    void settled.then(() => this.running.delete(settled));
  }

  private beat(): void {
    this.heartbeats += 1;
    this.send(1, this.sequence);
  }
}

/** A request with everything that Discord asks of one; `headers` replace what should be wrong. */
export async function request(
  discord: FakeDiscord,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(discord.url + path, {
    method,
    headers: {
      authorization: `Bot ${discord.bot.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1.0)',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
