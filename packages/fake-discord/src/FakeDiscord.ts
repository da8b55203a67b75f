import type { APIApplication, APISKU, APIUser, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AttachedClient } from './actors/BotErrors.js';
import type { Channel } from './actors/Channel.js';
import { Directory } from './actors/Directory.js';
import { Guild } from './actors/Guild.js';
import { hide } from './actors/hide.js';
import type { Stage } from './actors/Stage.js';
import { wholeTranscript } from './actors/transcript.js';
import { User } from './actors/User.js';
import { assemble, dismantle, gatewayUrlOf } from './assemble.js';
import type { Parts } from './assemble.js';
import { advanceClock, isPaused, setPaused, stepsOf } from './clock/moveClock.js';
import type { MovableClock } from './clock/WorldClock.js';
import { FakeDiscordError } from './errors.js';
import { resolveFakeDiscordOptions } from './FakeDiscordOptions.js';
import type { FakeDiscordOptions, ResolvedFakeDiscordOptions } from './FakeDiscordOptions.js';
import { joinFaults } from './faults/DiscordFaults.js';
import type { DiscordFaults } from './faults/DiscordFaults.js';
import type { GatewayServer } from './gateway/GatewayServer.js';
import type { InteractionsEndpoint } from './http-interactions/InteractionsEndpoint.js';
import { listen } from './listen.js';
import { tellFaults } from './recording/tellFaults.js';
import { Recording } from './recording/Recording.js';
import type { RequestRecord } from './rest/RequestLog.js';
import type { RestInterceptor, UnsupportedRequest } from './rest/RestRequest.js';
import type { Observation } from './watch/Observation.js';
import { addGuild, findOrAddUser } from './world/arrange.js';
import type { GuildSpec } from './world/arrange.js';
import type { SkuSpec } from './world/Entitlements.js';
import { Form } from './world/forms/Form.js';

/** The bot as its author knows it. */
export interface FakeBot {
  readonly id: string;
  readonly token: string;
  /** Discord's user object. */
  readonly user: APIUser;
}

/**
 * A Discord of one's own on a port of this machine: HTTP and gateway, with guilds, channels and people in it that a test or a developer
 * moves. It is strict: it checks permissions, forms, intents and limits as Discord does, punishes what Discord punishes, and answers
 * loudly what it does not simulate.
 *
 * Three kinds of calls: *arrange* (`addGuild`, `guild.addMember`: all-powerful, at once), *act* (`alice.send(…)`: as a person,
 * permission-checked, settles before it resolves) and *assert* (`expectMessage`, `toReceive`). Errors that an attached bot reports are
 * thrown by the next act, the next expectation or `close()`, whichever comes first.
 *
 * @example
 * ```ts
 * import { expectMessage, FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * const guild = discord.addGuild({ name: 'Home' });
 * const general = guild.addTextChannel('general');
 * const alice = guild.addMember('alice');
 * // Start a bot with discord.bot.token at discord.url, and then:
 * await alice.send(general, '!ping');
 * await expectMessage(general, { content: 'Pong!' });
 * ```
 */
export class FakeDiscord {
  /**
   * The world's time: by default a {@link WorldClock}, which is real time that can be moved. Connections do not move with it; with a `ManualClock` given as
   * `clock` they do.
   */
  readonly clock: MovableClock;
  /** What goes wrong, on demand: at the gateway and over REST. */
  readonly faults: DiscordFaults;
  /** The gateway: its journal, its sessions, and dispatches of any kind. */
  readonly gateway: GatewayServer;
  /** Where the bot wants its interactions, if not over the gateway. */
  readonly interactionsEndpoint: InteractionsEndpoint;
  /** `http://127.0.0.1:<port>`, for libraries that add the path themselves. */
  readonly origin: string;

  private closing: Promise<void> | undefined;
  private readonly heartbeatIntervalMs: number;
  private readonly parts: Parts;
  private readonly stage: Stage;

  private constructor(http: Server, options: ResolvedFakeDiscordOptions) {
    this.parts = assemble(http, options, () => {
      this.throwIfClosed();
    });
    const { clock, gateway, interactionsEndpoint, origin, rest, stage } = this.parts;
    this.clock = clock;
    this.gateway = gateway;
    this.interactionsEndpoint = interactionsEndpoint;
    this.origin = origin;
    this.faults = tellFaults(joinFaults(gateway.faults, rest.faults), stage.strikes);
    this.stage = stage;
    this.heartbeatIntervalMs = options.heartbeatIntervalMs;
    hide(this, 'clock', 'faults', 'gateway', 'heartbeatIntervalMs', 'interactionsEndpoint', 'parts', 'stage');
  }

  /**
   * Starts a fake Discord that listens on 127.0.0.1.
   *
   * @throws {@link OptionsError} `UNKNOWN_OPTION` or `INVALID_OPTION`
   * @throws {@link FakeDiscordError} `FAKE_CANNOT_LISTEN` when the port is taken
   */
  static async start(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const resolved = resolveFakeDiscordOptions(options);
    const http = createServer();
    await listen(http, resolved.port);
    return new FakeDiscord(http, resolved);
  }

  /** Everything before the route: `http://127.0.0.1:<port>/api/v10`. It is `rest.baseUrl` of an aplomb client. */
  get url(): string {
    return `${this.origin}/api/v10`;
  }

  /** Where the gateway is: `ws://127.0.0.1:<port>`. */
  get gatewayUrl(): string {
    return gatewayUrlOf(this.origin);
  }

  /** The bot's application, as `GET /applications/@me` shows it. */
  get application(): APIApplication {
    return this.stage.world.application;
  }

  get bot(): FakeBot {
    return { id: this.stage.world.bot.id, token: this.parts.token, user: this.stage.world.bot };
  }

  /** Whether the world's time stands still. */
  get isPaused(): boolean {
    return isPaused(this.clock);
  }

  /** Finds people, channels, messages and interactions by their ids. */
  get directory(): Directory {
    return new Directory(this.stage);
  }

  /** All guilds that the bot is in. */
  get guilds(): readonly Guild[] {
    return [...this.stage.world.guilds.values()].map((guild) => new Guild(this.stage, guild));
  }

  /** The REST requests that came, oldest first; of more than 1,000 the newest. */
  get requests(): readonly RequestRecord[] {
    return this.parts.rest.log.all;
  }

  /** The REST requests that this fake could not serve: the first 1,000. Assert that it is empty to know that a test tested what it seems to. */
  get unsupported(): readonly UnsupportedRequest[] {
    return this.parts.rest.api.unsupported;
  }

  /**
   * Registers a command, as the bot may do itself over REST: a global one, or with `guild` one for there. `command` is Discord's JSON for it; one of the same
   * name and type is replaced.
   *
   * @throws {@link RefusedError} when Discord would not accept it
   */
  addCommand(command: RESTPostAPIApplicationCommandsJSONBody, guild?: Guild): void {
    this.throwIfClosed();
    const guildId = guild?.id ?? null;
    this.stage.commands.put({ guildId }, new Form({ ...command }));
    this.stage.arrangedCommands.push({ command, guildId });
  }

  /** Adds something that the application sells. Its `id` goes into test entitlements and premium buttons. */
  addSku(spec: SkuSpec): APISKU {
    this.throwIfClosed();
    return this.stage.entitlements.addSku(spec);
  }

  /** Adds a guild that the bot is in. */
  addGuild(spec: GuildSpec): Guild {
    this.throwIfClosed();
    return new Guild(this.stage, addGuild(this.stage.world, spec));
  }

  /** A person by name, in no guild yet unless somebody of that name is. */
  addUser(name: string): User {
    this.throwIfClosed();
    return new User(this.stage, findOrAddUser(this.stage.world, name));
  }

  /** The direct conversation between the bot and a person. */
  dm(user: User): Channel {
    return user.directChannel;
  }

  /**
   * Hands over a bot, so that acts wait until its handlers are done, and its errors fail the test. Any object will do that has `idle()`
   * and reports `error`s.
   */
  attach(client: AttachedClient): void {
    this.throwIfClosed();
    if (this.parts.attached.has(client)) return;
    this.parts.attached.add(client);
    this.parts.botErrors.listenTo(client);
  }

  /**
   * Tells everything that happens, in order and at once: what people do, events of the world and to which sessions they were sent, frames and requests
   * of the bot with their answers, and what becomes of interactions. All of it is plain JSON without the bot's token. It costs nothing while nobody
   * observes. Returns what ends it.
   *
   * @example
   * ```ts
   * import { FakeDiscord } from '@aplomb/fake-discord';
   *
   * await using discord = await FakeDiscord.start();
   * const stop = discord.observe((fact) => {
   *   if (fact.type === 'request') console.log(fact.route);
   * });
   * stop();
   * ```
   */
  observe(observer: (fact: Observation) => void): () => void {
    this.throwIfClosed();
    return this.parts.observers.observe(observer);
  }

  /** Writes down from now on what people do and what the bot does about it: as JSON, for {@link replay}, or as a test for jest. */
  record(): Recording {
    this.throwIfClosed();
    return new Recording(this.stage);
  }

  /**
   * The requests to one route, such as `'POST /channels/:id/messages'`; `'*'` for all.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` when Discord has no such route
   */
  requestsTo(route: string): readonly RequestRecord[] {
    return this.parts.rest.log.to(route);
  }

  /**
   * Puts a function before all REST routes: it may answer in their place, late, or cut the connection. Returns what takes it back. For what goes wrong
   * often, `discord.faults` has words.
   */
  interceptRest(interceptor: RestInterceptor): () => void {
    return this.parts.rest.server.intercept(interceptor);
  }

  /** What was said in all channels, as text: to be printed when a test fails. {@link inDiscord} does. */
  transcript(): string {
    return wholeTranscript(this.stage.world);
  }

  /**
   * Resolves when all that happened so far has led to all that it will. Acts do this by themselves; it is for tests that arrange
   * something and want the bot to have seen it.
   *
   * @throws {@link FakeDiscordError} as every act does
   */
  settle(): Promise<void> {
    return this.stage.act(() => undefined);
  }

  /**
   * Moves the world's time forward by `ms` milliseconds: polls end, threads are archived, answers come too late, all in order and each at its own instant. It
   * resolves as acts do, when the bot is done with all of that. A clock that is wound by hand moves connections too: while bots are connected it is wound in
   * steps of half a heartbeat, each of which settles.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` when `ms` is negative or no number
   */
  async advance(ms: number): Promise<void> {
    const steps = this.gateway.connections.length === 0 ? [ms] : stepsOf(this.clock, ms, this.heartbeatIntervalMs);
    for (const [index, stepMs] of steps.entries()) {
      await this.stage.act(() => {
        if (index === 0) this.stage.advances.tell(ms);
        advanceClock(this.clock, stepMs);
      });
    }
  }

  /** Stops the world's time, which then goes on only by {@link FakeDiscord.advance}. */
  pause(): void {
    setPaused(this.clock, true);
  }

  /** Lets the world's time go on. */
  resume(): void {
    setPaused(this.clock, false);
  }

  /**
   * Frees the port and everything else. Safe to call twice.
   *
   * @throws {@link FakeDiscordError} `FAKE_BOT_FAILED`, after everything is freed, when an attached bot reported an error that nobody has seen
   */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private async end(): Promise<void> {
    await dismantle(this.parts);
    this.parts.botErrors.throwIfAny();
  }

  private throwIfClosed(): void {
    if (this.closing === undefined) return;
    throw new FakeDiscordError('FAKE_CLOSED', { what: 'This FakeDiscord was closed.', cure: 'Start another one for every test.' });
  }
}
