import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { calls } from './calls/calls.js';
import type { Call } from './calls/Call.js';
import type { Scene } from './calls/Scene.js';
import { WorldTime } from './clock/WorldTime.js';
import { FAULT_OFFERS } from './faults/faults.js';
import { PageServer } from './http/PageServer.js';
import { Uploads } from './http/Uploads.js';
import { People } from './people/People.js';
import { Columns } from './people/Columns.js';
import type { ResolvedPlaygroundOptions } from './PlaygroundOptions.js';
import type { CallName, Hello, ShardState } from './protocol.js';
import { Recorder } from './recording/Recorder.js';
import { botShards } from './shards/botShards.js';
import { serverShards } from './shards/serverShards.js';
import { ShardWatch } from './shards/ShardWatch.js';
import { PageSocket } from './socket/PageSocket.js';
import type { News, State } from './socket/PushBatch.js';
import type { ReadFrame } from './socket/readFrame.js';
import { FactRecorder } from './timeline/FactRecorder.js';
import { Timeline } from './timeline/Timeline.js';

const TOKEN_BYTES = 24;
/** As many lines as fit on a few screens; older ones are asked for. */
const FIRST_ENTRIES = 200;

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

  private closing: Promise<void> | undefined;
  private readonly ends: readonly (() => void)[];
  private readonly options: ResolvedPlaygroundOptions;
  private readonly pages = new Set<PageSocket>();
  private readonly people: People;
  private readonly recorder: Recorder;
  private readonly server: PageServer;
  private readonly time: WorldTime;
  private readonly timeline = new Timeline();
  private readonly uploads: Uploads;

  private constructor(server: PageServer, uploads: Uploads, token: string, options: ResolvedPlaygroundOptions) {
    const { discord } = options;
    this.server = server;
    this.uploads = uploads;
    this.options = options;
    this.url = `${server.origin}/?token=${token}`;
    this.people = new People(discord);
    this.time = new WorldTime(discord);
    this.recorder = new Recorder(discord, options.recordedTest, () => {
      this.mark('recording');
    });
    this.ends = this.watch();
  }

  /** See {@link startPlayground}. */
  static async open(options: ResolvedPlaygroundOptions): Promise<Playground> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const uploads = new Uploads();
    const server = await PageServer.start({
      cdnOrigin: options.discord.origin,
      onSocket: (socket) => {
        playground.welcome(socket);
      },
      pageFolder: options.pageFolder,
      port: options.port,
      token,
      uploads,
    });
    const playground = new Playground(server, uploads, token, options);
    return playground;
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
    this.recorder.discard();
    await this.server.close();
  }

  /** Begins to write down what happens and to tell pages of it. Returns what ends that. */
  private watch(): readonly (() => void)[] {
    const { bot, clock, discord } = this.options;
    const facts = new FactRecorder(this.timeline);
    const onError = (error: unknown): void => {
      this.note('bot error', messageOf(error));
    };
    bot.on?.('error', onError);
    const shards = new ShardWatch(
      clock,
      () => this.shards,
      () => {
        this.mark('shards');
      },
    );
    return [
      discord.observe((fact) => {
        facts.record(fact);
        if (fact.type === 'event' && People.isChangedBy(fact.t)) this.mark('people');
        if (fact.type === 'act' && this.recorder.state.isRecording) this.mark('recording');
      }),
      this.timeline.listen((entry) => {
        this.push({ type: 'timeline', entries: [entry] });
      }),
      () => bot.off?.('error', onError),
      () => {
        shards.close();
      },
    ];
  }

  private welcome(socket: WebSocket): void {
    const columns = new Columns(this.people, (push) => {
      page.batch.add(push);
      page.flushSoon();
    });
    const page: PageSocket = new PageSocket(socket, {
      answer: (frame) => this.answer(frame, columns),
      clock: this.options.clock,
      onClose: () => {
        columns.closeAll();
        this.pages.delete(page);
      },
    });
    page.batch.add(this.hello);
    page.flush();
    this.pages.add(page);
  }

  private async answer({ args, call: name }: ReadFrame, columns: Columns): Promise<unknown> {
    // The table holds for each name what that name needs; a union of names has lost which is which.
    const { does, reads } = calls[name] as unknown as Call<CallName>;
    const value = await does(this.sceneFor(columns), reads(args, name));
    if (name === 'clock') this.mark('clock');
    return value;
  }

  private sceneFor(columns: Columns): Scene {
    const { people, recorder, time, timeline, uploads } = this;
    const note: Scene['note'] = (entryName, detail) => {
      this.note(entryName, detail);
    };
    return { columns, people, recorder, time, timeline, uploads, note, clock: this.options.clock, discord: this.options.discord };
  }

  private note(name: string, detail: string): void {
    this.timeline.add({ atMs: this.time.state.wallMs, kind: 'note', name, detail }, null);
  }

  private push(push: News): void {
    for (const page of this.pages) {
      page.batch.add(push);
      page.flushSoon();
    }
  }

  /** Tells all pages a state that has changed, as it is when their next frames are made. */
  private mark(type: State['type']): void {
    for (const page of this.pages) {
      page.batch.mark(type, () => this.stateOf(type));
      page.flushSoon();
    }
  }

  private stateOf(type: State['type']): State {
    switch (type) {
      case 'clock':
        return { type, clock: this.time.state };
      case 'people':
        return { type, people: this.people.summaries };
      case 'recording':
        return { type, recording: this.recorder.state };
      case 'shards':
        return { type, shards: this.shards };
    }
  }

  private get shards(): readonly ShardState[] {
    const { bot, clock, discord } = this.options;
    return botShards(bot) ?? serverShards(discord.gateway, clock.nowMs());
  }

  private get hello(): Hello {
    const { discord } = this.options;
    return {
      type: 'hello',
      version: 1,
      bot: { name: discord.application.name, user: discord.bot.user },
      cdnOrigin: discord.origin,
      clock: this.time.state,
      faults: FAULT_OFFERS,
      people: this.people.summaries,
      recording: this.recorder.state,
      shards: this.shards,
      timeline: this.timeline.latest(FIRST_ENTRIES),
    };
  }
}

/** aplomb's `error` tells the event and its cause; other libraries hand over the error itself. */
function messageOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error && !(error instanceof Error) ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
