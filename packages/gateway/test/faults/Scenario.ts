import { jest } from '@jest/globals';
import { ManualClock, systemClock, type AplombError, type Clock } from '@aplomb/base';
import { FakeDiscord, type FakeDiscordOptions } from '@aplomb/fake-discord';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import { ConnectPacer } from '../../src/shard/ConnectPacer.js';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import { Shard } from '../../src/shard/Shard.js';
import type { ShardStageUpdateEvent } from '../../src/shard/shardEvents.js';
import type { ShardOptions } from '../../src/shard/ShardOptions.js';
import { WsTransport } from '../../src/transport/WsTransport.js';
import { ConnectLog } from './ConnectLog.js';

/** How long a test waits for a fact, in real time, before it says what happened in its place. */
const PATIENCE_MS = 8_000;
/** So many turns of the event loop without news mean that all that was written has arrived: both ends live in this process. */
const CALM_TURNS = 12;

// Hours of a shard's life are wound in a second, but on a busy machine in more.
jest.setTimeout(30_000);

/** The clock moves by so much at least. */
const TICK_MS = 0.01;

export interface ScenarioOptions {
  /** The clock of client and server; a `ManualClock` is wound by the test. */
  readonly clock?: Clock;
  readonly discord?: FakeDiscordOptions;
  readonly shard?: Partial<ShardOptions>;
}

/** One shard on a fake Discord of its own, over real sockets, with everything that both sides told. */
export class Scenario {
  readonly discord: FakeDiscord;
  readonly clock: Clock;
  readonly shard: Shard;
  /** The connects that the shard began. */
  readonly connects: ConnectLog;
  readonly stages: ShardStageUpdateEvent[] = [];
  readonly warnings: AplombError[] = [];
  /** The running numbers of what Discord said. */
  readonly said: number[] = [];
  /** The running numbers of what the shard delivered, in order. */
  readonly heard: number[] = [];
  /** All dispatches that were delivered. */
  readonly packets: { readonly t: string; readonly d: unknown }[] = [];
  readonly notes: string[] = [];
  private readonly looks = new Set<() => void>();

  private constructor(discord: FakeDiscord, clock: Clock, options: Partial<ShardOptions>) {
    this.discord = discord;
    this.clock = clock;
    this.connects = new ConnectLog(options.transport ?? new WsTransport({ clock }), clock);
    this.shard = new Shard({
      id: 0,
      total: 1,
      token: discord.bot.token,
      intents: ['Guilds', 'GuildMessages'],
      clock,
      connectPacer: new ConnectPacer(5_000),
      // On real time nobody waits five seconds for a second IDENTIFY; tests that identify twice wind the clock.
      identifyQueue: new InMemoryIdentifyQueue({ maxConcurrency: clock === systemClock ? 0 : 1, clock }),
      random: () => 0,
      url: discord.gatewayUrl,
      ...options,
      transport: this.connects,
    });
    this.listen();
  }

  /** Client and server, not yet joined. */
  static async arranged(options: ScenarioOptions = {}): Promise<Scenario> {
    const clock = options.clock ?? systemClock;
    const discord = await FakeDiscord.start({ clock, ...options.discord });
    return new Scenario(discord, clock, options.shard ?? {});
  }

  /** The shard has a session, and nothing has gone wrong yet. */
  static async connected(options: ScenarioOptions = {}): Promise<Scenario> {
    const scenario = await Scenario.arranged(options);
    scenario.shard.start();
    await scenario.reaches('Connected');
    return scenario;
  }

  get faults(): FakeDiscord['faults'] {
    return this.discord.faults;
  }

  /** How often the shard identified and resumed, and what it did that Discord forbids. */
  get journal(): FakeDiscord['gateway']['journal'] {
    return this.discord.gateway.journal;
  }

  /** `IDENTIFYs/RESUMEs`, as Discord counted them. */
  get auths(): string {
    return `${this.journal.counts.identify}/${this.journal.counts.resume}`;
  }

  get offences(): readonly string[] {
    return this.journal.violations.map(({ offence }) => offence);
  }

  /** The names of all dispatches that were delivered. */
  get events(): readonly string[] {
    return this.packets.map(({ t }) => t);
  }

  /** Why the shard went where it went. */
  get causes(): readonly string[] {
    return this.stages.map(({ cause }) => cause);
  }

  /** The clock, to be wound. */
  get manual(): ManualClock {
    if (this.clock instanceof ManualClock) return this.clock;
    throw new TypeError('This scenario runs on real time.');
  }

  /** Discord sends so many numbered dispatches. */
  say(count = 1, padding = ''): void {
    for (let left = count; left > 0; left -= 1) {
      this.said.push(this.discord.gateway.sendDispatch('MESSAGE_CREATE', (number: number) => ({ number, padding })));
    }
  }

  /** Resolves when everything that was said has been delivered, each once and in order. */
  async hearsAll(): Promise<void> {
    await this.until(() => this.heard.length >= this.said.length);
    if (this.heard.join() !== this.said.join()) throw new Error(`said ${summary(this.said)}, heard ${summary(this.heard)}`);
  }

  /** Resolves when something said now has been delivered: all that was sent before it has been seen by then. */
  async isHearing(): Promise<void> {
    this.say();
    await this.hearsAll();
  }

  async reaches(stage: ConnectionStage): Promise<void> {
    await this.until(() => this.shard.stage === stage);
  }

  /** Resolves when the shard has resumed so many times since the start, and all that was said is delivered. */
  async resumes(times = 1): Promise<void> {
    await this.until(() => this.resumedTimes >= times);
    await this.hearsAll();
  }

  get resumedTimes(): number {
    return this.causes.filter((cause) => cause === 'resumed').length;
  }

  /** Resolves with what `find` returns as soon as that is something; it is asked after everything that either side tells. */
  async until<T>(find: () => T): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined || found === null || found === false) return;
        settled();
        resolve(found);
      };
      const timer = setTimeout(() => {
        settled();
        reject(new Error(`It did not happen: ${find.toString()}\n${this.describe()}`));
      }, PATIENCE_MS);
      const settled = (): void => {
        clearTimeout(timer);
        this.looks.delete(look);
      };
      this.looks.add(look);
      look();
    });
  }

  /** Winds the clock from timer to timer, in steps of `stepMs` at most, and after each lets what was written arrive. */
  async wind(ms: number, stepMs = 1_000): Promise<void> {
    await this.settle();
    const untilMs = this.clock.nowMs() + ms;
    while (this.clock.nowMs() < untilMs) {
      const nowMs = this.clock.nowMs();
      const nextMs = Math.max(this.manual.nextTimerMs ?? Infinity, nowMs + TICK_MS);
      this.manual.advance(Math.min(nextMs, untilMs, nowMs + stepMs) - nowMs);
      await this.settle();
    }
  }

  /** Winds the clock until something has happened, and returns how long that took on it. */
  async windUntil(find: () => unknown, { maxMs = 120_000, stepMs = 250 } = {}): Promise<number> {
    const fromMs = this.clock.nowMs();
    await this.settle();
    while (!isFact(find())) {
      if (this.clock.nowMs() - fromMs >= maxMs) throw new Error(`Not within ${maxMs} ms: ${find.toString()}\n${this.describe()}`);
      await this.wind(stepMs, stepMs);
    }
    return this.clock.nowMs() - fromMs;
  }

  /** Resolves when all that was written on either side has been read. */
  async settle(): Promise<void> {
    let before = this.activity;
    for (let calm = 0; calm < CALM_TURNS; calm += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.activity === before) continue;
      before = this.activity;
      calm = 0;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.shard.close();
    if (this.clock instanceof ManualClock) {
      await this.settle();
      this.clock.advance(2_000);
    }
    await closed;
    await this.discord.close();
  }

  private get activity(): number {
    const { connection, disconnection, frame } = this.journal.counts;
    return connection + disconnection + frame + this.stages.length + this.packets.length + this.notes.length + this.connects.bytesReceived;
  }

  private listen(): void {
    const { shard } = this;
    this.journal.observe(() => {
      this.look();
    });
    shard.on('stage', (event) => {
      this.stages.push(event);
      this.look();
    });
    shard.on('warn', (error) => {
      this.warnings.push(error);
      this.look();
    });
    shard.on('debug', (text) => {
      this.notes.push(text);
      this.look();
    });
    shard.on('dispatch', ({ t, d }) => {
      this.packets.push({ t, d });
      const { number } = (d ?? {}) as { readonly number?: number };
      if (number !== undefined) this.heard.push(number);
      this.look();
    });
  }

  private look(): void {
    for (const look of [...this.looks]) look();
  }

  private describe(): string {
    const steps = this.stages.map(({ after, cause, closeCode }) => `${after} (${cause}${closeCode === null ? '' : ` ${closeCode}`})`);
    return [
      `stages: ${steps.slice(-30).join(', ')}`,
      `IDENTIFYs/RESUMEs: ${this.auths}; offences: ${this.offences.join(', ')}`,
      `said ${summary(this.said)}, heard ${summary(this.heard)}`,
      `warnings: ${this.warnings
        .slice(-5)
        .map(({ message }) => message)
        .join(' | ')}`,
      `notes: ${this.notes.slice(-10).join(' | ')}`,
    ].join('\n');
  }
}

function isFact(found: unknown): boolean {
  return found !== undefined && found !== null && found !== false;
}

function summary(numbers: readonly number[]): string {
  return numbers.length > 40 ? `${numbers.length} numbers from ${numbers[0]} to ${numbers.at(-1)}` : `[${numbers.join()}]`;
}
