import type { IdentifyLimits } from './IdentifyQueue.js';
import { DAY_MS, IdentifyLog, type LoggedIdentify } from './IdentifyLog.js';

/** Discord's 5 seconds, and a quarter for what the network may squeeze together. */
const SPACING_MS = 5_250;
/** The spacing while nothing is known of earlier processes. */
const BLIND_SPACING_MS = 60_000;
/** So many READYs show that blind identifying does no harm. */
const READYS_THAT_CLEAR = 5;
/** The spacing once the free part of the day is used up: 144 a day. */
const SLOW_SPACING_MS = 600_000;
/** The part of the total that is free beyond one IDENTIFY for each shard. */
const FREE_SHARE = 0.15;
/** The part of the total that is kept back for a person's decision. */
const KEPT_SHARE = 0.1;

/** How an IDENTIFY stands to the budget: `free`, `slow` (one per 10 minutes), or `spent` (not before the window or the server's count gives some back). */
export type BudgetBand = 'free' | 'slow' | 'spent';

/** When the next IDENTIFY of a key may go, and which rule says so. */
export interface BudgetVerdict {
  readonly atMs: number;
  readonly band: BudgetBand;
  /** Whether it is the same for every key. */
  readonly isForAll: boolean;
}

/** Who shares the budget. */
export interface BudgetSharers {
  /** How many shards this queue is for. */
  readonly owned: number;
  /** How many shards the bot has, in this process and elsewhere. */
  readonly shardTotal: number;
  /** How many rate-limit keys those shards have. */
  readonly keys: number;
}

/**
 * The IDENTIFYs that a bot may still send, and when.
 *
 * Discord counts: `remaining` of `total` until the reset. We count too, over the last 24 hours, because Discord's answer to an empty budget is a new token, and a bot
 * that is refused all day must never get there. With U the IDENTIFYs of 24 hours and R those since the last READY, an IDENTIFY is free (but for the 5 seconds of its key)
 * while U < owned shards + 15 % of the total *and* R < 15 %. After that there is one per 10 minutes: for the whole bot once as many as there are keys, or those 15 %,
 * came to nothing; else for each key. A day without any READY so ends at 15 % + 144. The last tenth of the total waits for `allowLastIdentifies`.
 */
export class IdentifyBudget {
  readonly log: IdentifyLog;
  maxConcurrency: number;
  total: number;
  allowLast: boolean;
  private left: number;
  private resetMs: number | null = null;
  /** Counts the server's periods, so that a permit given back after a reset does not add to the new period. */
  private period = 0;
  private blindSinceMs: number | null = null;
  private readys = 0;

  constructor(limits: { readonly maxConcurrency: number; readonly total: number; readonly allowLast: boolean }) {
    this.maxConcurrency = limits.maxConcurrency;
    this.total = limits.total;
    this.left = limits.total;
    this.allowLast = limits.allowLast;
    this.log = new IdentifyLog(limits.maxConcurrency);
  }

  /** What is left of the server's period. */
  get remaining(): number {
    return this.left;
  }

  /** When the server's period ends, or `null` while none has begun. */
  get resetAtMs(): number | null {
    return this.resetMs;
  }

  keyOf(shardId: number): number {
    return shardId % Math.max(1, this.maxConcurrency);
  }

  /** Takes over what the server says. `unspent` permits are out that it cannot know of. */
  update(limits: Partial<IdentifyLimits>, unspent: number, nowMs: number): void {
    this.total = limits.total ?? this.total;
    if (limits.maxConcurrency !== undefined) this.rekey(limits.maxConcurrency);
    if (limits.resetAfterMs !== undefined) this.resetMs = limits.resetAfterMs > 0 ? nowMs + limits.resetAfterMs : null;
    if (limits.remaining !== undefined) this.left = Math.max(0, limits.remaining - unspent);
    this.left = Math.min(this.left, this.total);
    if (this.left < this.total) this.resetMs ??= nowMs + DAY_MS;
  }

  /** Ends the server's period when its time has come. */
  roll(nowMs: number): void {
    if (this.resetMs === null || nowMs < this.resetMs) return;
    this.resetMs = null;
    this.left = this.total;
    this.period += 1;
  }

  /** Nothing is known of earlier processes: count what the server counts, and begin slowly. */
  goBlind(nowMs: number): void {
    this.blindSinceMs ??= nowMs;
  }

  /** The ledger was read after all. */
  restore(known: readonly (LoggedIdentify & { readonly ready: boolean })[]): void {
    this.blindSinceMs = null;
    this.log.restore(known);
  }

  /** When the next IDENTIFY of `key` may go. */
  judge(key: number, sharers: BudgetSharers, nowMs: number): BudgetVerdict {
    const kept = this.allowLast ? 0 : Math.floor(this.total * KEPT_SHARE);
    if (this.left <= kept) return { atMs: this.resetMs ?? Infinity, band: 'spent', isForAll: true };
    const used = this.log.usedAt(nowMs);
    if (used >= this.total - kept) return { atMs: this.log.belowAtMs(this.total - kept), band: 'spent', isForAll: true };
    if (this.isFree(used, sharers)) return { atMs: this.log.lastAtMsOf(key) + this.spacingMs, band: 'free', isForAll: false };
    const isForAll = this.log.sinceReady >= Math.min(sharers.keys, this.total * FREE_SHARE);
    const lastMs = Math.max(isForAll ? this.log.lastAtMs : this.log.lastAtMsOf(key), this.blindSinceMs ?? -Infinity);
    return { atMs: lastMs + SLOW_SPACING_MS, band: 'slow', isForAll };
  }

  /** Counts an IDENTIFY that is about to be granted. */
  reserve(shardId: number, nowMs: number): { readonly logged: LoggedIdentify; readonly period: number } {
    if (this.left === this.total) this.resetMs ??= nowMs + DAY_MS;
    this.left -= 1;
    return { logged: this.log.add(shardId, nowMs), period: this.period };
  }

  /** Gives back what {@link reserve} counted. */
  giveBack(reserved: { readonly logged: LoggedIdentify; readonly period: number }): void {
    this.log.remove(reserved.logged);
    if (reserved.period === this.period) this.left = Math.min(this.total, this.left + 1);
  }

  ready(): void {
    this.readys += 1;
    this.log.ready();
  }

  private rekey(maxConcurrency: number): void {
    this.maxConcurrency = maxConcurrency;
    this.log.rekey(maxConcurrency);
  }

  private isFree(used: number, { owned, shardTotal }: BudgetSharers): boolean {
    const free = this.total * FREE_SHARE;
    if (this.log.sinceReady >= free || used >= owned + free) return false;
    // Blind, the server's count stands in for the log; it counts the shards of all processes.
    return this.blindSinceMs === null || this.total - this.left < shardTotal + free;
  }

  private get spacingMs(): number {
    return this.blindSinceMs !== null && this.readys < READYS_THAT_CLEAR ? BLIND_SPACING_MS : SPACING_MS;
  }
}
