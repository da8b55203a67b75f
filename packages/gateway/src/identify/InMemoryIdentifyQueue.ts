import { drive, OptionsError, refuseUnknownOptions, systemClock, type Clock, type Driver } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import { IdentifyGate, identifyTicket, type IdentifyGateAction, type IdentifyGateInput, type IdentifyTicket } from './IdentifyGate.js';
import type { IdentifyLedger, LedgerEntry } from './IdentifyLedger.js';
import type { IdentifyLimits, IdentifyPermit, IdentifyQueue, IdentifyRequest } from './IdentifyQueue.js';
import { MemoryIdentifyLedger } from './MemoryIdentifyLedger.js';

/** What an {@link InMemoryIdentifyQueue} is made of. */
export interface InMemoryIdentifyQueueOptions extends Partial<IdentifyLimits> {
  /**
   * Whether the last tenth of `total` may be spent. Discord answers an empty budget with a new token, so this is a person's decision.
   *
   * @defaultValue `false`
   */
  readonly allowLastIdentifies?: boolean;
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * Remembers IDENTIFYs beyond this process.
   *
   * @defaultValue a `MemoryIdentifyLedger`: a new process begins with nothing
   */
  readonly ledger?: IdentifyLedger;
  /**
   * How many shards may identify at once, one for each `shard_id % maxConcurrency`. With 0 there is no limit of any kind, and no ledger: for tests.
   *
   * @defaultValue `1`
   */
  readonly maxConcurrency?: number;
  /**
   * Told when IDENTIFYs are held back (`IDENTIFY_BUDGET_SPENT`) and when the ledger fails (`IDENTIFY_LEDGER_FAILED`).
   *
   * @defaultValue nobody is told
   */
  readonly onWarn?: (error: GatewayError) => void;
  /**
   * How many shards this queue is for: as many IDENTIFYs a day are free.
   *
   * @defaultValue as many different shards as have asked
   */
  readonly ownedShards?: number;
  /**
   * How many IDENTIFYs are left until the reset.
   *
   * @defaultValue `total`
   */
  readonly remaining?: number;
  /**
   * Milliseconds until `remaining` is `total` again.
   *
   * @defaultValue 24 hours after the first permit
   */
  readonly resetAfterMs?: number;
  /**
   * How many IDENTIFYs Discord allows in 24 hours.
   *
   * @defaultValue `1_000`
   */
  readonly total?: number;
}

type HeldBand = (IdentifyGateAction & { type: 'held' })['band'];

const OPTION_NAMES = [
  'allowLastIdentifies',
  'clock',
  'ledger',
  'maxConcurrency',
  'onWarn',
  'ownedShards',
  'remaining',
  'resetAfterMs',
  'total',
];
const COUNTS = ['maxConcurrency', 'ownedShards', 'remaining', 'resetAfterMs', 'total'] as const;

/**
 * The {@link IdentifyQueue} of one process: 5.25 seconds between the IDENTIFYs of a `shard_id % max_concurrency`, in ascending order, and a budget that no storm
 * of failures can empty: one IDENTIFY for each shard and 15 % of the total are free in 24 hours, then there is one per 10 minutes.
 *
 * @example
 * ```ts
 * import { FileIdentifyLedger, InMemoryIdentifyQueue, Shard } from '@aplomb/gateway';
 *
 * const identifyQueue = new InMemoryIdentifyQueue({ maxConcurrency: 16, total: 2_000, ledger: new FileIdentifyLedger({ path: '.aplomb/identifies.jsonl' }) });
 * const token = process.env.DISCORD_TOKEN ?? '';
 * const shards = [0, 1].map((id) => new Shard({ id, total: 2, token, intents: ['Guilds'], identifyQueue }));
 * ```
 */
export class InMemoryIdentifyQueue implements IdentifyQueue {
  private readonly clock: Clock;
  private readonly gate: IdentifyGate;
  private readonly driver: Driver<IdentifyGateInput>;
  private readonly ledger: IdentifyLedger;
  private readonly warnListeners = new Set<(error: GatewayError) => void>();
  private readonly granted = new WeakMap<IdentifyTicket, (permit: IdentifyPermit) => void>();
  private readonly recorded = new WeakMap<IdentifyTicket, LedgerEntry>();
  private ledgerWorks = true;

  constructor(options: InMemoryIdentifyQueueOptions = {}) {
    refuseUnknownOptions('InMemoryIdentifyQueue', options, OPTION_NAMES);
    refuseWrongCounts(options);
    this.clock = options.clock ?? systemClock;
    this.ledger = options.ledger ?? new MemoryIdentifyLedger({ clock: this.clock });
    if (options.onWarn !== undefined) this.warnListeners.add(options.onWarn);
    this.gate = new IdentifyGate({ ...options, maxConcurrency: options.maxConcurrency ?? 1, total: options.total ?? 1_000 });
    this.driver = drive(this.gate, {
      clock: this.clock,
      deadline: () => ({ type: 'deadline' }),
      perform: (action) => this.perform(action),
    });
    this.update(pickLimits(options));
  }

  /** How many shards may identify at once; 0 means no limits. */
  get maxConcurrency(): number {
    return this.gate.budget.maxConcurrency;
  }

  /** How many IDENTIFYs Discord allows in 24 hours. */
  get total(): number {
    return this.gate.budget.total;
  }

  /** How many of them are left until {@link resetAtMs}. */
  get remaining(): number {
    this.gate.budget.roll(this.clock.nowMs());
    return this.gate.budget.remaining;
  }

  /** The share of the day's IDENTIFYs that is left, 0 to 1, by the server's count or by the ledger's, whichever is less. */
  get budgetLeft(): number {
    const used = this.gate.budget.log.usedAt(this.clock.nowMs());
    return this.total === 0 ? 0 : Math.max(0, Math.min(this.remaining, this.total - used) / this.total);
  }

  /** The wall-clock instant at which `remaining` is `total` again, in milliseconds since 1970, or `null` while no period has begun. */
  get resetAtMs(): number | null {
    this.gate.budget.roll(this.clock.nowMs());
    const { resetAtMs } = this.gate.budget;
    return resetAtMs === null ? null : resetAtMs - this.clock.nowMs() + this.clock.wallMs();
  }

  /** How many shards wait for a permit. */
  get waiting(): number {
    return this.gate.waiting;
  }

  acquire(request: IdentifyRequest, options: { readonly signal: AbortSignal }): Promise<IdentifyPermit> {
    const { signal } = options;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const ticket = identifyTicket(request.shardId, request.shardTotal);
      const abort = (): void => {
        this.driver.feed({ type: 'released', ticket });
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.granted.set(ticket, (permit) => {
        signal.removeEventListener('abort', abort);
        resolve(permit);
      });
      this.driver.feed({ type: 'asked', ticket });
    });
  }

  /**
   * Takes over what Discord says now, at any time and in any part. Who waits is sorted anew by the new `maxConcurrency`; 0 lets everyone go at once.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` when a number is not a whole one or below 0.
   */
  update(limits: Partial<IdentifyLimits>): void {
    refuseWrongCounts(limits);
    this.driver.feed({ type: 'updated', limits: pickLimits(limits) });
  }

  /** Has `listener` told what `onWarn` is told. The function that comes back ends it. */
  addWarnListener(listener: (error: GatewayError) => void): () => void {
    this.warnListeners.add(listener);
    return () => {
      this.warnListeners.delete(listener);
    };
  }

  private perform(action: IdentifyGateAction): void {
    switch (action.type) {
      case 'grant':
        return this.granted.get(action.ticket)?.(this.permitOf(action.ticket));
      case 'readLedger':
        return this.readLedger();
      case 'ledgerSilent':
        return this.warnLedger('it did not answer in time');
      case 'record':
        return this.record(action.ticket);
      case 'withdraw':
        return this.withdraw(action.ticket);
      case 'markReady':
        return this.tryLedger(() => this.ledger.markReady(action.ticket.shardId));
      case 'held':
        return this.warnHeld(action.band, action.untilMs);
    }
  }

  private permitOf(ticket: IdentifyTicket): IdentifyPermit {
    return {
      spent: () => this.driver.feed({ type: 'spent', ticket }),
      ready: () => this.driver.feed({ type: 'ready', ticket }),
      release: () => this.driver.feed({ type: 'released', ticket }),
    };
  }

  private readLedger(): void {
    // A clock that was set back makes entries of the future; they count as new ones.
    const age = ({ atMs }: LedgerEntry): number => Math.max(0, this.clock.wallMs() - atMs);
    const place = (entry: LedgerEntry) => ({ shardId: entry.shardId, ready: entry.ready, atMs: this.clock.nowMs() - age(entry) });
    this.ask(
      () => this.ledger.read(),
      (entries) => ({ type: 'ledgerRead', entries: entries.map(place) }),
    );
  }

  private record(ticket: IdentifyTicket): void {
    const rateLimitKey = this.gate.budget.keyOf(ticket.shardId);
    const entry: LedgerEntry = { atMs: this.clock.wallMs(), shardId: ticket.shardId, rateLimitKey, ready: false };
    this.recorded.set(ticket, entry);
    this.ask(
      () => this.ledger.record(entry),
      () => ({ type: 'recorded', ticket }),
    );
  }

  private withdraw(ticket: IdentifyTicket): void {
    const entry = this.recorded.get(ticket);
    if (entry !== undefined) this.tryLedger(() => this.ledger.withdraw(entry));
  }

  /** Asks the ledger and feeds the answer. */
  private ask<T>(call: () => Promise<T>, answer: (value: T) => IdentifyGateInput): void {
    void attempt(call).then(
      (value) => {
        this.driver.feed(answer(value));
      },
      (cause: unknown) => {
        this.warnLedger(cause);
        this.driver.feed({ type: 'ledgerFailed' });
      },
    );
  }

  /** Tells the ledger something that nobody waits for. */
  private tryLedger(call: () => Promise<void>): void {
    void attempt(call).catch((cause: unknown) => {
      this.warnLedger(cause);
    });
  }

  private warn(makeError: () => GatewayError): void {
    if (this.warnListeners.size === 0) return;
    const error = makeError();
    for (const listener of this.warnListeners) tellSafely(listener, error);
  }

  private warnLedger(cause: unknown): void {
    if (!this.ledgerWorks) return;
    this.ledgerWorks = false;
    const what = 'The ledger of sent IDENTIFYs could not be read or written.';
    const cure = 'IDENTIFYs go on slowly, by what Discord says is left. Look at the cause: for a file, its directory and its permissions.';
    this.warn(() => new GatewayError('IDENTIFY_LEDGER_FAILED', { what, cure, cause }));
  }

  private warnHeld(band: HeldBand, untilMs: number): void {
    const waitS = untilMs === Infinity ? null : Math.ceil((untilMs - this.clock.nowMs()) / 1_000);
    this.warn(() => new GatewayError('IDENTIFY_BUDGET_SPENT', wordsOf(band, waitS, this.gate, this.clock.nowMs())));
  }
}

function wordsOf(band: HeldBand, waitS: number | null, { budget, waiting }: IdentifyGate, nowMs: number): { what: string; cure: string } {
  const next = waitS === null ? 'once more is known' : `in ${String(waitS)} s`;
  const used = `${String(budget.log.usedAt(nowMs))} IDENTIFYs were sent in the last 24 hours, ${String(budget.log.sinceReady)} since the last READY`;
  if (band === 'unknown') {
    const what = `${String(waiting)} shards wait: neither the ledger nor Discord's session start limit is known.`;
    return { what, cure: `The next try is ${next}. Mend the ledger, or give the queue \`remaining\` from GET /gateway/bot.` };
  }
  if (band === 'slow')
    return { what: `${used}, so there is one per 10 minutes now (the next ${next}).`, cure: 'Find out why shards identify so often.' };
  const what = `${String(budget.remaining)} of ${String(budget.total)} IDENTIFYs are left; ${used}. The next one goes ${next}.`;
  return { what, cure: 'Find out what spent them. `allowLastIdentifies: true` spends the last tenth; at 0 Discord resets the token.' };
}

/** `call()`, and a rejection when it throws. */
async function attempt<T>(call: () => Promise<T>): Promise<T> {
  return await call();
}

function pickLimits({ maxConcurrency, remaining, resetAfterMs, total }: Partial<IdentifyLimits>): Partial<IdentifyLimits> {
  return {
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(resetAfterMs === undefined ? {} : { resetAfterMs }),
    ...(total === undefined ? {} : { total }),
  };
}

function refuseWrongCounts(options: InMemoryIdentifyQueueOptions): void {
  for (const name of COUNTS) {
    const value = options[name];
    if (value === undefined || (Number.isInteger(value) && value >= 0) || (name === 'resetAfterMs' && value >= 0 && Number.isFinite(value)))
      continue;
    const what = `\`${name}\` of the identify queue is ${String(value)}.`;
    throw new OptionsError('INVALID_OPTION', { what, cure: 'Give a whole number from 0, as GET /gateway/bot does.' });
  }
}

/** Pacing goes on whatever its listeners do; a listener of warnings that throws has nobody left to be told to. */
function tellSafely(listener: (error: GatewayError) => unknown, error: GatewayError): void {
  try {
    const result = listener(error);
    if (result instanceof Promise) result.catch(() => undefined);
  } catch {
    // See above.
  }
}
