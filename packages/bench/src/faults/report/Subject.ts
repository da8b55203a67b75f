import { sleep, systemClock, type Clock } from '@aplomb/base';
import { FakeDiscord } from '@aplomb/fake-discord';
import { ConnectPacer, InMemoryIdentifyQueue, Shard, type ShardOptions } from '@aplomb/gateway';

/** Discord's distance, as the issue sets it. */
const HELLO_DELAY_MS = 30;
/** Longer than any recovery may take, in real milliseconds. */
const PATIENCE_MS = 60_000;

/** What became of the numbered dispatches, and what it cost. */
export interface Delivery {
  readonly lost: number;
  readonly duplicated: number;
  /** IDENTIFYs after the first. */
  readonly identifies: number;
}

export interface SubjectOptions {
  readonly clock?: Clock;
  readonly shard?: Partial<ShardOptions>;
}

/** A shard on a fake Discord over loopback that is about to suffer, and the count of what it hears. */
export class Subject {
  readonly discord: FakeDiscord;
  readonly shard: Shard;
  /** How many connects have begun. */
  connects = 0;
  private said = 0;
  private readonly heard = new Map<number, number>();

  private constructor(discord: FakeDiscord, { clock = systemClock, shard }: SubjectOptions) {
    this.discord = discord;
    this.shard = new Shard({
      clock,
      connectPacer: new ConnectPacer(),
      id: 0,
      identifyQueue: new InMemoryIdentifyQueue({ clock, maxConcurrency: 0 }),
      intents: ['Guilds', 'GuildMessages'],
      token: discord.bot.token,
      total: 1,
      url: discord.gatewayUrl,
      ...shard,
    });
    this.shard.on('stage', ({ after }) => {
      if (after === 'Connecting') this.connects += 1;
    });
    this.shard.on('dispatch', ({ t, d }) => {
      if (t === 'MESSAGE_CREATE') this.hear((d as unknown as { readonly number: number }).number);
    });
  }

  /** A shard that has a session; `arrange` sets what Discord does from the start. */
  static async connected(options: SubjectOptions = {}, arrange?: (discord: FakeDiscord) => void): Promise<Subject> {
    const discord = await FakeDiscord.start({ clock: options.clock ?? systemClock, helloDelayMs: HELLO_DELAY_MS });
    arrange?.(discord);
    const subject = new Subject(discord, options);
    const ready = subject.next('ready');
    subject.shard.start();
    await ready;
    return subject;
  }

  get faults(): FakeDiscord['faults'] {
    return this.discord.faults;
  }

  /** Discord sends one more numbered dispatch. */
  say(count = 1): void {
    for (let left = count; left > 0; left -= 1)
      this.said = this.discord.gateway.sendDispatch('MESSAGE_CREATE', (number: number) => ({ number }));
  }

  /** Suffers, and returns how long RESUMED took in real milliseconds: `Infinity` when it never came. What is said meanwhile has to be replayed. */
  async recoveryMs(harm: () => void | Promise<void>): Promise<number> {
    const fromMs = systemClock.nowMs();
    const resumed = this.next('resumed');
    await harm();
    this.say(3);
    const hasResumed = await resumed;
    return hasResumed ? systemClock.nowMs() - fromMs : Infinity;
  }

  /** What was lost, doubled and spent so far, when nothing more is under way. */
  async delivery(): Promise<Delivery> {
    this.say();
    const untilMs = systemClock.nowMs() + 2_000;
    while (!this.heard.has(this.said) && systemClock.nowMs() < untilMs) await sleep(systemClock, 5);
    const counts = [...this.heard.values()];
    return {
      lost: this.said - counts.length,
      duplicated: counts.reduce((sum, count) => sum + count - 1, 0),
      identifies: this.discord.gateway.journal.counts.identify - 1,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shard.close();
    await this.discord.close();
  }

  private hear(number: number): void {
    this.heard.set(number, (this.heard.get(number) ?? 0) + 1);
  }

  /** Resolves at the shard's next such event with true, or with false: a report waits long, and then goes on with what it has. */
  private async next(name: 'ready' | 'resumed'): Promise<boolean> {
    const waiting = new AbortController();
    const came = new Promise<boolean>((resolve) => {
      this.shard.once(name, () => {
        resolve(true);
      });
    });
    const gaveUp = sleep(systemClock, PATIENCE_MS, waiting.signal).then(
      () => false,
      () => false,
    );
    const hasCome = await Promise.race([came, gaveUp]);
    waiting.abort();
    return hasCome;
  }
}

/** `lost/duplicated/IDENTIFYs` of a delivery. */
export function deliveryText({ lost, duplicated, identifies }: Delivery): string {
  return `${lost}/${duplicated}/${identifies}`;
}

/** Whether nothing was lost, doubled or spent. */
export function isClean({ lost, duplicated, identifies }: Delivery): boolean {
  return lost === 0 && duplicated === 0 && identifies === 0;
}
