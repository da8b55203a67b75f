import { ActivityData, type ConnectionStage, type Shard, type ShardStageUpdateEvent } from '@aplomb/gateway';
import type { EventLoop } from './world/EventLoop.js';
import type { SimProcess } from './world/SimProcess.js';
import { SIM_TOKEN } from './world/SimServer.js';
import type { Trace } from './world/Trace.js';
import { DeliveryWatch } from './DeliveryWatch.js';
import type { Invariants } from './Invariants.js';

/** The longest wait before a connect that has nothing to do with IDENTIFY. */
const LONGEST_CONNECT_WAIT_MS = 5_500;

/** What a {@link ShardWatch} is made of. */
export interface ShardWatchOptions {
  readonly loop: EventLoop;
  readonly trace: Trace;
  readonly invariants: Invariants;
  readonly shardId: number;
}

/** How the user hears of things. */
export interface ListenOptions {
  /** By `for await`, and not by listeners. */
  readonly isPulled: boolean;
  /** A deliberate flaw: these events never reach the user. */
  readonly loses: (n: number) => boolean;
  /** How much a killed process may see again, in milliseconds. */
  readonly storeWindowMs: number;
}

type Told =
  | { readonly type: 'dispatch'; readonly n: number | null; readonly s: number | null; readonly isReplayed: boolean }
  | { readonly type: 'session'; readonly sessionId: string }
  | { readonly type: 'gap' | 'resumed' };

/** A user of one shard number, over all processes: listens to everything and finds what must not be. */
export class ShardWatch {
  readonly deliveries: DeliveryWatch;
  /** The session that the client knows, and so has to resume. */
  knownSessionId: string | null = null;
  /** Why the client last gave a session up. */
  lostCause: string | null = null;
  sessionsLost = 0;
  connectedAtMs = -Infinity;
  /** Until when the shard waits because of an IDENTIFY that failed. */
  identifyWaitUntilMs = 0;
  /** Called when the shard comes to be connected, and when it ceases to be. */
  onConnected: (() => void) | null = null;
  onLeft: (() => void) | null = null;
  stage: ConnectionStage = 'Disconnected';
  /** Commands that have not settled. */
  openCommands = 0;
  killedAtMs = 0;
  /** The presence that was last asked for in this process. */
  presence: string | null = null;
  private readonly options: ShardWatchOptions;
  /** What was told and waits for the `for await`; `null` when the user listens instead. */
  private unread: Told[] | null = null;
  private lagging: Promise<void> | null = null;
  private generation = 0;
  private loses: (n: number) => boolean = () => false;

  constructor(options: ShardWatchOptions) {
    this.options = options;
    this.deliveries = new DeliveryWatch(options.shardId, options.invariants);
  }

  /** Listens to a shard, until its process is gone. */
  listen(shard: Shard, how: ListenOptions): void {
    const { loop } = this.options;
    this.loses = how.loses;
    this.unread = how.isPulled ? [] : null;
    shard.on('dispatch', (packet, isReplayed) => {
      const n = (packet.d as { readonly n?: unknown } | null)?.n;
      if (how.isPulled) loop.isUnsettled = true;
      this.take({ type: 'dispatch', n: typeof n === 'number' ? n : null, s: packet.s, isReplayed });
    });
    shard.on('stage', (event) => {
      this.staged(event);
    });
    this.listenToSession(shard, how.storeWindowMs);
    this.listenToWords(shard);
    if (how.isPulled) void this.pull(shard);
  }

  /** Whether the user takes no events at present. */
  get isLagging(): boolean {
    return this.lagging !== null;
  }

  /** Takes no events for so long; without a `for await` nothing happens. */
  lag(durationMs: number, process: SimProcess): void {
    const { loop } = this.options;
    this.lagging ??= new Promise((resolve) => {
      process.after(durationMs, () => {
        loop.isUnsettled = true;
        this.lagging = null;
        resolve();
      });
    });
  }

  /** Sends a command that Discord answers. */
  command(shard: Shard): void {
    const { generation } = this;
    const settled = (): void => {
      if (generation === this.generation) this.openCommands -= 1;
    };
    this.openCommands += 1;
    shard.command({ op: 31, d: { guild_ids: [] } }).then(settled, settled);
  }

  setPresence(shard: Shard, text: string): void {
    this.presence = text;
    shard.setPresence({ activities: [ActivityData.playing(text)], status: 'online' });
  }

  /** The process is killed: what its `for await` had not taken is lost to it. */
  killed(): void {
    this.killedAtMs = this.options.loop.nowMs();
    this.stage = 'Disconnected';
    this.openCommands = 0;
    this.knownSessionId = null;
    this.unread = null;
    this.presence = null;
    this.lagging = null;
    this.generation += 1;
    this.deliveries.gap();
    this.onLeft?.();
  }

  private listenToSession(shard: Shard, storeWindowMs: number): void {
    shard.on('ready', ({ sessionId }) => {
      this.knownSessionId = sessionId;
      this.lostCause = null;
      this.take({ type: 'session', sessionId });
    });
    shard.on('restored', ({ session }) => {
      this.say(() => `restored ${session.id.slice(0, 6)} at ${session.sequence}`);
      this.knownSessionId = session.id;
      this.lostCause = null;
      this.deliveries.restored(session, this.killedAtMs, storeWindowMs);
    });
    shard.on('resumed', ({ replayed }) => {
      this.say(() => `resumed, ${replayed} replayed`);
      this.take({ type: 'resumed' });
    });
    shard.on('sessionLost', (event) => {
      this.say(() => `session lost: ${event.cause}`);
      this.lostCause = event.cause;
      this.sessionsLost += 1;
      this.take({ type: 'gap' });
    });
  }

  /** The user's `for await`: sees what was dispatched, in that order. */
  private async pull(shard: Shard): Promise<void> {
    const { generation } = this;
    const { loop, invariants, shardId } = this.options;
    for await (const packet of shard) {
      if (generation !== this.generation) return;
      loop.isUnsettled = true;
      let next = this.unread?.shift();
      for (; next !== undefined && next.type !== 'dispatch'; next = this.unread?.shift()) this.apply(next);
      if (next?.s !== (packet.s as number | null))
        invariants.break('INV-2', `shard ${shardId}: pulled sequence ${packet.s}, dispatched ${String(next?.s)}`);
      if (next !== undefined) this.apply(next);
      if (this.lagging !== null) await this.lagging;
    }
  }

  private take(told: Told): void {
    if (this.unread === null) this.apply(told);
    else this.unread.push(told);
  }

  private apply(told: Told): void {
    switch (told.type) {
      case 'dispatch':
        if (told.n === null || told.s === null) return this.deliveries.passed(told.s);
        if (this.loses(told.n)) return;
        return this.deliveries.delivered(told.n, told.s, told.isReplayed, this.options.loop.nowMs());
      case 'session':
        return this.deliveries.sessionBegan(told.sessionId);
      case 'resumed':
        return this.deliveries.resumed();
      case 'gap':
        return this.deliveries.gap();
    }
  }

  private listenToWords(shard: Shard): void {
    shard.on('disconnect', (event) => {
      this.heard(JSON.stringify(event));
    });
    shard.on('warn', (error) => {
      this.heard(`${error.code}: ${error.message} ${String(error.cause)}`);
    });
    shard.on('debug', (text) => {
      this.heard(text);
    });
    shard.on('failed', (error) => {
      this.heard(error.message);
      this.options.invariants.break('INV-1', `shard ${this.options.shardId} failed: ${error.message}`);
    });
  }

  private heard(text: string): void {
    this.say(() => text);
    if (text.includes(SIM_TOKEN)) this.options.invariants.break('INV-5', `the token is in: ${text.replaceAll(SIM_TOKEN, '<token>')}`);
  }

  private staged(event: ShardStageUpdateEvent): void {
    const { loop } = this.options;
    this.say(
      () => `${event.before} -> ${event.after} (${event.cause}${event.closeCode === null ? '' : ` ${event.closeCode}`})${waits(event)}`,
    );
    this.stage = event.after;
    if (event.retryInMs > LONGEST_CONNECT_WAIT_MS && event.retryInMs < Infinity) this.identifyWaitUntilMs = loop.nowMs() + event.retryInMs;
    if (event.after === 'Connected') {
      this.connectedAtMs = loop.nowMs();
      this.onConnected?.();
    } else if (event.before === 'Connected') this.onLeft?.();
  }

  private say(text: () => string): void {
    this.options.trace.add(() => `shard ${this.options.shardId}: ${text()}`);
  }
}

function waits({ retryInMs }: ShardStageUpdateEvent): string {
  return retryInMs > 0 ? `, again in ${Math.round(retryInMs)} ms` : '';
}
