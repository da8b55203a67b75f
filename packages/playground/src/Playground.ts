import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { Backstage } from './Backstage.js';
import { calls } from './calls/calls.js';
import type { Call } from './calls/Call.js';
import { PageServer } from './http/PageServer.js';
import { Uploads } from './http/Uploads.js';
import { Columns } from './people/Columns.js';
import { People } from './people/People.js';
import type { ResolvedPlaygroundOptions } from './PlaygroundOptions.js';
import type { CallName } from './protocol.js';
import { ShardWatch } from './shards/ShardWatch.js';
import { Pages } from './socket/Pages.js';
import { PageSocket } from './socket/PageSocket.js';
import type { State } from './socket/PushBatch.js';
import type { ReadFrame } from './socket/readFrame.js';
import { callError } from './socket/callError.js';
import { FactRecorder } from './timeline/FactRecorder.js';

const TOKEN_BYTES = 24;

/**
 * A page on which people talk to a bot, and the server behind it. It lives until {@link Playground.close}.
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 * import { startPlayground } from '@aplomb/playground';
 *
 * await using discord = await FakeDiscord.start();
 * const guild = discord.addGuild({ name: 'Home' });
 * guild.addTextChannel('general');
 * guild.addMember('alice');
 * // Start a bot with discord.bot.token at discord.url, and then:
 * await using playground = await startPlayground({ discord });
 * console.log(`Open ${playground.url}`);
 * ```
 */
export class Playground {
  /** The address of the page, with the token of this run: whoever has it can act. */
  readonly url: string;

  private readonly backstage: Backstage;
  private closing: Promise<void> | undefined;
  private readonly facts: FactRecorder;
  private readonly ends: readonly (() => void)[];
  private readonly options: ResolvedPlaygroundOptions;
  private readonly pages = new Pages();
  private readonly server: PageServer;
  private readonly uploads: Uploads;

  private constructor(server: PageServer, uploads: Uploads, token: string, options: ResolvedPlaygroundOptions) {
    this.server = server;
    this.uploads = uploads;
    this.options = options;
    this.url = `${server.origin}/?token=${token}`;
    this.backstage = new Backstage(options, () => {
      this.mark('recording');
    });
    this.facts = new FactRecorder(this.backstage.timeline);
    this.ends = this.watch();
  }

  /** See {@link startPlayground}. */
  static async open(options: ResolvedPlaygroundOptions): Promise<Playground> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const uploads = new Uploads();
    let playground: Playground | undefined;
    const server = await PageServer.start({
      cdnOrigin: options.discord.origin,
      onSocket: (socket) => playground?.welcome(socket),
      pageFolder: options.pageFolder,
      port: options.port,
      token,
      uploads,
    });
    try {
      playground = new Playground(server, uploads, token, options);
      return playground;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Frees the port and leaves the fake Discord and the bot alone. Safe to call twice. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private async end(): Promise<void> {
    for (const end of this.ends) end();
    this.backstage.recorder.discard();
    await this.server.close();
  }

  /** Begins to write down what happens and to tell pages of it. Returns what ends that. */
  private watch(): readonly (() => void)[] {
    const { backstage, pages } = this;
    const { bot, clock, discord } = this.options;
    const onError = (error: unknown): void => {
      backstage.note('bot error', messageOf(error));
    };
    const onShards = (): void => {
      this.mark('shards');
    };
    const ends = [
      discord.observe((fact) => {
        this.facts.record(fact);
        if (backstage.armed.hasChanged()) this.mark('armed');
        if (fact.type === 'event' && People.isChangedBy(fact.t)) this.mark('people');
        if (fact.type === 'act' && backstage.recorder.state.isRecording) this.mark('recording');
      }),
      backstage.timeline.listen((entry) => {
        pages.push({ type: 'timeline', entries: [entry] });
      }),
      () => bot.off?.('error', onError),
    ];
    bot.on?.('error', onError);
    // Last of all: nobody could end its timer if something after it failed.
    const shards = new ShardWatch(clock, () => backstage.shards, onShards);
    return [
      ...ends,
      () => {
        shards.close();
      },
    ];
  }

  /** Tells all pages a state that has changed. */
  private mark(type: State['type']): void {
    this.pages.mark(type, () => this.backstage.stateOf(type));
  }

  private welcome(socket: WebSocket): void {
    const columns = new Columns(this.backstage.people, (news) => {
      page.push(news);
    });
    const page: PageSocket = new PageSocket(socket, {
      answer: (frame) => this.answer(frame, columns),
      clock: this.options.clock,
      onClose: () => {
        columns.closeAll();
        this.pages.delete(page);
      },
    });
    page.push(this.backstage.hello);
    page.flush();
    this.pages.add(page);
  }

  private async answer({ args, call: name }: ReadFrame, columns: Columns): Promise<unknown> {
    // The table holds for each name what that name needs; a union of names has lost which is which.
    const { does, reads } = calls[name] as unknown as Call<CallName>;
    const { backstage, uploads } = this;
    const latest = backstage.timeline.latestId;
    try {
      return await does({ backstage, clock: this.options.clock, columns, uploads }, reads(args, name));
    } catch (error) {
      this.facts.refused(args['as'], latest, callError(error).message);
      throw error;
    } finally {
      if (name === 'clock') this.mark('clock');
      if (backstage.armed.hasChanged()) this.mark('armed');
    }
  }
}

/** aplomb's `error` tells the event and its cause; other libraries hand over the error itself. */
function messageOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error && !(error instanceof Error) ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
