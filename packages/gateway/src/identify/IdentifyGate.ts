import type { Machine } from '@aplomb/base';
import { IdentifyBudget, type BudgetBand } from './IdentifyBudget.js';
import { IdentifyLine } from './IdentifyLine.js';
import type { IdentifyLimits } from './IdentifyQueue.js';
import type { LoggedIdentify } from './IdentifyLog.js';

/*
 * Theory of operation. A ticket is one request. It waits in the line of its key until the key is open and the budget allows an IDENTIFY; then it is *reserved*:
 * counted and written to the ledger, because a process that dies right after its IDENTIFY must have counted it. Once the ledger has it, it is *granted*, and
 * its key is shut until the holder has written the IDENTIFY (`spent`, from where the 5 seconds run), given it back, or kept silent for the length of the lease.
 * No other key waits for it.
 */

/** How long a granted permit may stay unused before its key goes on without it. */
export const LEASE_MS = 30_000;
/** How long the ledger may take to answer before it counts as unreadable. */
const LEDGER_TIMEOUT_MS = 10_000;
/** How long until an unreadable ledger is tried again while nothing else is known. */
const LEDGER_RETRY_MS = 60_000;

/** One request and what became of it. It belongs to the gate; others only pass it back. */
export interface IdentifyTicket {
  readonly shardId: number;
  readonly shardTotal: number;
  failures: number;
  state: 'waiting' | 'reserved' | 'granted' | 'expired' | 'spent' | 'over';
  /** What was counted for it; `null` before, and in a queue without limits. */
  reserved: { readonly logged: LoggedIdentify; readonly period: number } | null;
  /** When the reservation or the lease runs out. */
  untilMs: number;
}

/** What the gate is told. */
export type IdentifyGateInput =
  | { readonly type: 'asked' | 'spent' | 'ready' | 'released' | 'recorded'; readonly ticket: IdentifyTicket }
  | { readonly type: 'ledgerRead'; readonly entries: readonly (LoggedIdentify & { readonly ready: boolean })[] }
  | { readonly type: 'ledgerFailed' }
  | { readonly type: 'updated'; readonly limits: Partial<IdentifyLimits> }
  | { readonly type: 'deadline' };

/** What the gate wants done. `record` is answered by `recorded` or `ledgerFailed`, `readLedger` by `ledgerRead` or `ledgerFailed`. */
export type IdentifyGateAction =
  | { readonly type: 'readLedger' | 'ledgerSilent' }
  | { readonly type: 'record' | 'grant' | 'withdraw' | 'markReady'; readonly ticket: IdentifyTicket }
  | { readonly type: 'held'; readonly band: BudgetBand | 'unknown'; readonly untilMs: number };

/** What the gate is made of. */
export interface IdentifyGateOptions {
  readonly maxConcurrency: number;
  readonly total: number;
  readonly allowLastIdentifies?: boolean | undefined;
  readonly ownedShards?: number | undefined;
}

/** A ticket for {@link IdentifyGate}. */
export function identifyTicket(shardId: number, shardTotal: number): IdentifyTicket {
  return { shardId, shardTotal, failures: 0, state: 'waiting', reserved: null, untilMs: Infinity };
}

/** Decides who may identify, and when. */
export class IdentifyGate implements Machine<IdentifyGateInput, IdentifyGateAction> {
  readonly budget: IdentifyBudget;
  deadlineMs: number | null = null;
  private readonly line = new IdentifyLine<IdentifyTicket>();
  /** Reserved or granted, and not yet spent: each shuts its key. */
  private readonly unspent = new Set<IdentifyTicket>();
  private readonly shards = new Set<number>();
  private readonly failures = new Map<number, number>();
  private readonly ownedShards: number | undefined;
  private readonly keysInUse = new Set<number>();
  private shardTotal = 1;
  private ledger: 'unread' | 'reading' | 'known' | 'failed' = 'unread';
  private ledgerUntilMs = Infinity;
  private knowsServer = false;
  private heldBand: BudgetBand | 'unknown' = 'free';
  private actions: IdentifyGateAction[] = [];

  constructor(options: IdentifyGateOptions) {
    this.budget = new IdentifyBudget({ ...options, allowLast: options.allowLastIdentifies ?? false });
    this.ownedShards = options.ownedShards;
  }

  /** How many wait for a permit. */
  get waiting(): number {
    return this.line.length;
  }

  handle(input: IdentifyGateInput, nowMs: number): readonly IdentifyGateAction[] {
    this.actions = [];
    this.budget.roll(nowMs);
    this.expire(nowMs);
    this.apply(input, nowMs);
    if (this.budget.maxConcurrency === 0) this.admitAll();
    else this.admit(nowMs);
    return this.actions;
  }

  private apply(input: IdentifyGateInput, nowMs: number): void {
    switch (input.type) {
      case 'asked':
        return this.ask(input.ticket, nowMs);
      case 'recorded':
        return this.recorded(input.ticket, nowMs);
      case 'spent':
        return this.spend(input.ticket, nowMs);
      case 'ready':
        return this.ready(input.ticket, nowMs);
      case 'released':
        return this.release(input.ticket);
      case 'ledgerRead':
        return this.ledgerRead(input.entries);
      case 'ledgerFailed':
        return this.ledgerFailed(nowMs);
      case 'updated':
        return this.update(input.limits, nowMs);
      case 'deadline':
        return;
    }
  }

  private ask(ticket: IdentifyTicket, nowMs: number): void {
    this.shardTotal = Math.max(this.shardTotal, ticket.shardTotal);
    this.shards.add(ticket.shardId);
    this.keysInUse.add(this.budget.keyOf(ticket.shardId));
    this.join(ticket);
    if (this.ledger === 'unread' && this.budget.maxConcurrency > 0) this.readLedger(nowMs);
  }

  private join(ticket: IdentifyTicket): void {
    ticket.state = 'waiting';
    ticket.failures = this.failures.get(ticket.shardId) ?? 0;
    this.line.add(ticket, Math.max(1, this.budget.maxConcurrency));
  }

  private recorded(ticket: IdentifyTicket, nowMs: number): void {
    if (ticket.state === 'reserved') this.grant(ticket, nowMs);
    // Given up while the ledger wrote it down.
    else if (ticket.state === 'over' && ticket.reserved === null) this.actions.push({ type: 'withdraw', ticket });
  }

  private grant(ticket: IdentifyTicket, nowMs: number): void {
    ticket.state = 'granted';
    ticket.untilMs = nowMs + LEASE_MS;
    this.actions.push({ type: 'grant', ticket });
  }

  private spend(ticket: IdentifyTicket, nowMs: number): void {
    // A lease that ran out while the process stood still may be used all the same: it happened, so it counts.
    if (ticket.state !== 'granted' && ticket.state !== 'expired') return;
    ticket.state = 'spent';
    this.unspent.delete(ticket);
    this.failures.set(ticket.shardId, (this.failures.get(ticket.shardId) ?? 0) + 1);
    if (ticket.reserved !== null) this.budget.log.move(ticket.reserved.logged, nowMs);
  }

  private ready(ticket: IdentifyTicket, nowMs: number): void {
    this.spend(ticket, nowMs);
    if (ticket.state !== 'spent') return;
    ticket.state = 'over';
    this.failures.delete(ticket.shardId);
    this.budget.ready();
    if (ticket.reserved !== null) this.actions.push({ type: 'markReady', ticket });
  }

  private release(ticket: IdentifyTicket): void {
    const { state } = ticket;
    ticket.state = 'over';
    if (state === 'waiting') this.line.remove(ticket);
    if (state === 'reserved' || state === 'granted' || state === 'expired') this.giveBack(ticket);
    if (state === 'granted' || state === 'expired') this.actions.push({ type: 'withdraw', ticket });
  }

  private giveBack(ticket: IdentifyTicket): void {
    this.unspent.delete(ticket);
    if (ticket.reserved !== null) this.budget.giveBack(ticket.reserved);
    ticket.reserved = null;
  }

  private update(limits: Partial<IdentifyLimits>, nowMs: number): void {
    this.knowsServer ||= limits.remaining !== undefined;
    const before = this.budget.maxConcurrency;
    this.budget.update(limits, this.unspent.size, nowMs);
    if (this.budget.maxConcurrency === before) return;
    this.line.rekey(Math.max(1, this.budget.maxConcurrency));
    this.keysInUse.clear();
    for (const shardId of this.shards) this.keysInUse.add(this.budget.keyOf(shardId));
    if (this.ledger === 'unread' && this.line.length > 0) this.readLedger(nowMs);
  }

  private readLedger(nowMs: number): void {
    this.ledger = 'reading';
    this.ledgerUntilMs = nowMs + LEDGER_TIMEOUT_MS;
    this.actions.push({ type: 'readLedger' });
  }

  private ledgerRead(entries: readonly (LoggedIdentify & { readonly ready: boolean })[]): void {
    // An answer after its deadline would count twice what was decided without it.
    if (this.ledger !== 'reading') return;
    this.ledger = 'known';
    this.ledgerUntilMs = Infinity;
    this.budget.restore(entries);
  }

  private ledgerFailed(nowMs: number): void {
    this.ledger = 'failed';
    this.ledgerUntilMs = this.knowsServer ? Infinity : nowMs + LEDGER_RETRY_MS;
    this.budget.goBlind(nowMs);
    for (const ticket of [...this.unspent]) {
      if (ticket.state !== 'reserved') continue;
      this.giveBack(ticket);
      this.join(ticket);
    }
  }

  /** Ends leases and waits for the ledger whose time has come. What an expired lease counted stays counted: nobody knows whether its IDENTIFY was sent. */
  private expire(nowMs: number): void {
    if (this.ledgerUntilMs <= nowMs) {
      if (this.ledger === 'reading') this.ledgerSilent(nowMs);
      else if (this.knowsServer) this.ledgerUntilMs = Infinity;
      else this.readLedger(nowMs);
    }
    for (const ticket of [...this.unspent]) {
      if (ticket.untilMs > nowMs) continue;
      if (ticket.state === 'reserved') return this.ledgerSilent(nowMs);
      ticket.state = 'expired';
      this.unspent.delete(ticket);
    }
  }

  private ledgerSilent(nowMs: number): void {
    this.actions.push({ type: 'ledgerSilent' });
    this.ledgerFailed(nowMs);
  }

  /** `max_concurrency` 0: no limits at all. */
  private admitAll(): void {
    for (const ticket of this.line.drain()) {
      ticket.state = 'granted';
      this.actions.push({ type: 'grant', ticket });
    }
    this.deadlineMs = this.earliestExpiry();
  }

  private admit(nowMs: number): void {
    this.deadlineMs = this.earliestExpiry();
    if (this.line.length === 0) return;
    if (this.ledger !== 'known' && !(this.ledger === 'failed' && this.knowsServer)) {
      if (this.ledger === 'failed') this.hold('unknown', this.ledgerUntilMs);
      return this.wakeAt(this.ledgerUntilMs);
    }
    const shut = new Set([...this.unspent].map((ticket) => this.budget.keyOf(ticket.shardId)));
    for (const { key, waiter } of this.line.heads()) {
      if (!shut.has(key) && !this.consider(key, waiter, nowMs)) return;
    }
  }

  /** Admits who is first in the line of `key` if the time has come. False when nobody else needs to be asked. */
  private consider(key: number, ticket: IdentifyTicket, nowMs: number): boolean {
    const sharers = { owned: this.ownedShards ?? this.shards.size, shardTotal: this.shardTotal, keys: this.keysInUse.size };
    const { atMs, band, isForAll } = this.budget.judge(key, sharers, nowMs);
    if (atMs > nowMs) {
      this.hold(band, atMs);
      this.wakeAt(atMs);
      return !isForAll;
    }
    if (band === 'free') this.heldBand = 'free';
    this.line.remove(ticket);
    this.reserve(ticket, nowMs);
    return true;
  }

  private reserve(ticket: IdentifyTicket, nowMs: number): void {
    ticket.reserved = this.budget.reserve(ticket.shardId, nowMs);
    this.unspent.add(ticket);
    ticket.state = 'reserved';
    ticket.untilMs = nowMs + LEDGER_TIMEOUT_MS;
    this.actions.push({ type: 'record', ticket });
    // An unreadable ledger is written to all the same, but nobody waits for it.
    if (this.ledger === 'failed') this.grant(ticket, nowMs);
    this.wakeAt(ticket.untilMs);
  }

  /** Says once that IDENTIFYs are held back, and again only when the reason has changed. */
  private hold(band: BudgetBand | 'unknown', untilMs: number): void {
    if (band === this.heldBand) return;
    this.heldBand = band;
    if (band !== 'free') this.actions.push({ type: 'held', band, untilMs });
  }

  private earliestExpiry(): number | null {
    let earliestMs = this.ledger === 'reading' || (this.ledger === 'failed' && this.line.length > 0) ? this.ledgerUntilMs : Infinity;
    for (const ticket of this.unspent) earliestMs = Math.min(earliestMs, ticket.untilMs);
    return earliestMs === Infinity ? null : earliestMs;
  }

  private wakeAt(atMs: number): void {
    if (atMs !== Infinity) this.deadlineMs = Math.min(atMs, this.deadlineMs ?? Infinity);
  }
}
