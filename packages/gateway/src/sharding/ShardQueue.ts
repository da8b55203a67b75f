import { equalJitterMs, type Machine } from '@aplomb/base';

/** Who can be started. */
export interface Startable {
  readonly shardId: number;
}

/** What a {@link ShardQueue} is told. */
export type ShardQueueInput<T> =
  /** This one is to be started. */
  | { readonly type: 'start'; readonly runner: T }
  /** It is past the identify queue, or has ended: it no longer counts as opening. */
  | { readonly type: 'opened'; readonly runner: T }
  /** It could not be started. */
  | { readonly type: 'failed'; readonly runner: T }
  /** It is not to be started any more. */
  | { readonly type: 'cancel'; readonly runner: T }
  | { readonly type: 'limits'; readonly maxConcurrency: number }
  | { readonly type: 'deadline' };

/** What it wants done. */
export interface ShardQueueAction<T> {
  readonly type: 'boot';
  readonly runner: T;
}

interface Waiting<T> {
  readonly runner: T;
  readonly notBeforeMs: number;
}

/** At most so many shards of one rate-limit key are opening: one identifies, the next one stands ready with its socket open. */
const OPENING_PER_KEY = 2;
const RETRY = { firstMs: 5_000, maxMs: 60_000 };

/**
 * Decides which shards may begin to connect: in ascending order, two of each `shard_id % max_concurrency` at a time. Without a bound, a thousand sockets would idle through minutes of waiting for their permits.
 * The identify queue alone paces IDENTIFY.
 */
export class ShardQueue<T extends Startable> implements Machine<ShardQueueInput<T>, ShardQueueAction<T>> {
  deadlineMs: number | null = null;
  private readonly random: () => number;
  private maxConcurrency = 1;
  private waiting: Waiting<T>[] = [];
  private readonly opening = new Set<T>();
  private readonly failures = new Map<T, number>();

  constructor(options: { readonly random: () => number }) {
    this.random = options.random;
  }

  /** How many wait for their start. */
  get length(): number {
    return this.waiting.length;
  }

  handle(input: ShardQueueInput<T>, nowMs: number): readonly ShardQueueAction<T>[] {
    this.apply(input, nowMs);
    return this.boot(nowMs);
  }

  private apply(input: ShardQueueInput<T>, nowMs: number): void {
    switch (input.type) {
      case 'start':
        return this.enqueue(input.runner, nowMs);
      case 'opened':
        this.failures.delete(input.runner);
        this.opening.delete(input.runner);
        return;
      case 'failed':
        return this.retry(input.runner, nowMs);
      case 'cancel':
        return this.cancel(input.runner);
      case 'limits':
        this.maxConcurrency = input.maxConcurrency;
        return;
      case 'deadline':
        return;
    }
  }

  private enqueue(runner: T, notBeforeMs: number): void {
    if (this.opening.has(runner) || this.waiting.some((other) => other.runner === runner)) return;
    const index = this.waiting.findIndex((other) => other.runner.shardId > runner.shardId);
    this.waiting.splice(index === -1 ? this.waiting.length : index, 0, { runner, notBeforeMs });
  }

  private retry(runner: T, nowMs: number): void {
    if (!this.opening.delete(runner)) return;
    const failures = (this.failures.get(runner) ?? 0) + 1;
    this.failures.set(runner, failures);
    this.enqueue(runner, nowMs + equalJitterMs(RETRY, failures, this.random));
  }

  private cancel(runner: T): void {
    this.waiting = this.waiting.filter((other) => other.runner !== runner);
    this.opening.delete(runner);
    this.failures.delete(runner);
  }

  private boot(nowMs: number): ShardQueueAction<T>[] {
    const openingOf = new Map<number, number>();
    for (const { shardId } of this.opening) this.count(openingOf, shardId);
    const actions: ShardQueueAction<T>[] = [];
    this.deadlineMs = null;
    this.waiting = this.waiting.filter(({ runner, notBeforeMs }) => {
      if (notBeforeMs > nowMs) this.deadlineMs = Math.min(notBeforeMs, this.deadlineMs ?? Infinity);
      if (notBeforeMs > nowMs || !this.hasPlace(openingOf, runner.shardId)) return true;
      this.count(openingOf, runner.shardId);
      this.opening.add(runner);
      actions.push({ type: 'boot', runner });
      return false;
    });
    return actions;
  }

  private count(openingOf: Map<number, number>, shardId: number): void {
    const key = this.keyOf(shardId);
    openingOf.set(key, (openingOf.get(key) ?? 0) + 1);
  }

  private hasPlace(openingOf: ReadonlyMap<number, number>, shardId: number): boolean {
    return this.maxConcurrency === 0 || (openingOf.get(this.keyOf(shardId)) ?? 0) < OPENING_PER_KEY;
  }

  private keyOf(shardId: number): number {
    return shardId % Math.max(1, this.maxConcurrency);
  }
}
