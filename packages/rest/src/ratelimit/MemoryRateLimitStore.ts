import { refuseUnknownOptions, systemClock, type Clock } from '@aplomb/base';
import { InvalidRequests } from './InvalidRequests.js';
import type { RateLimitLesson, RateLimitRequest, RateLimitStore } from './RateLimitStore.js';

/** What a {@link MemoryRateLimitStore} is made of. */
export interface MemoryRateLimitStoreOptions {
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * How many requests Discord takes in any second of all that share this store. 0 and `Infinity` are no limit.
   *
   * @defaultValue `50`
   */
  readonly globalRequestsPerSecond?: number;
}

/** What is known of one bucket. */
interface KnownWindow {
  readonly limit: number;
  left: number;
  /** `Infinity` after a reset, until an answer tells of the next window. */
  resetAtMs: number;
  /** When it was last of use. */
  usedAtMs: number;
}

const OPTION_NAMES = ['clock', 'globalRequestsPerSecond'];
const SECOND_MS = 1_000;
/** Answers of one window differ by their way here. */
const SAME_WINDOW_MS = 250;
/** How long a bucket is remembered that nobody uses. */
const KEPT_MS = 60_000;

/**
 * The {@link RateLimitStore} of one process: several `Rest`s that are given the same one count together.
 *
 * @example
 * ```ts
 * import { MemoryRateLimitStore, Rest } from '@aplomb/rest';
 *
 * const rateLimitStore = new MemoryRateLimitStore();
 * const token = process.env.DISCORD_TOKEN ?? '';
 * const rests = [new Rest({ token, rateLimitStore }), new Rest({ token, rateLimitStore })];
 * ```
 */
export class MemoryRateLimitStore implements RateLimitStore {
  private readonly clock: Clock;
  private readonly perSecond: number;
  /** In the order of their last use. */
  private readonly windows = new Map<string, KnownWindow>();
  private readonly invalid = new InvalidRequests();
  /** When the latest requests were let go that the global limit counts, oldest first. */
  private goneAtMs: number[] = [];
  private heldUntilMs = 0;

  constructor(options: MemoryRateLimitStoreOptions = {}) {
    refuseUnknownOptions('MemoryRateLimitStore', options, OPTION_NAMES);
    const { clock = systemClock, globalRequestsPerSecond: perSecond = 50 } = options;
    this.clock = clock;
    this.perSecond = perSecond > 0 ? perSecond : Infinity;
  }

  /** How many buckets are remembered. */
  get bucketCount(): number {
    return this.windows.size;
  }

  take({ bucketKey, isInteraction }: RateLimitRequest): Promise<number> {
    const nowMs = this.clock.nowMs();
    this.forgetUnused(nowMs);
    const window = this.windowOf(bucketKey, nowMs);
    const freeAtMs = Math.max(roomAtMs(window, nowMs), isInteraction ? nowMs : this.globalRoomAtMs(nowMs));
    if (freeAtMs > nowMs) return Promise.resolve(Math.ceil(freeAtMs - nowMs));
    if (window !== undefined) window.left -= 1;
    if (!isInteraction && this.perSecond !== Infinity) this.goneAtMs.push(nowMs);
    return Promise.resolve(0);
  }

  learn({ bucketKey, limit, remaining, resetAfterMs }: RateLimitLesson): Promise<void> {
    const nowMs = this.clock.nowMs();
    const known = this.windowOf(bucketKey, nowMs);
    const resetAtMs = nowMs + resetAfterMs;
    const isNext = known !== undefined && known.resetAtMs !== Infinity && resetAtMs > known.resetAtMs + SAME_WINDOW_MS;
    const left = known === undefined || isNext ? remaining : Math.min(known.left, remaining);
    const isLater = known === undefined || known.resetAtMs === Infinity || resetAtMs > known.resetAtMs;
    this.windows.set(bucketKey, { limit, left, resetAtMs: isLater ? resetAtMs : known.resetAtMs, usedAtMs: nowMs });
    return Promise.resolve();
  }

  holdAll(waitMs: number): Promise<void> {
    this.heldUntilMs = Math.max(this.heldUntilMs, this.clock.nowMs() + waitMs);
    return Promise.resolve();
  }

  countInvalid(): Promise<number> {
    const nowMs = this.clock.nowMs();
    this.invalid.add(nowMs);
    return Promise.resolve(this.invalid.count(nowMs));
  }

  /** What is known of a bucket, with a new window begun where the last one is over. It is the latest of use then. */
  private windowOf(key: string, nowMs: number): KnownWindow | undefined {
    const window = this.windows.get(key);
    if (window === undefined) return undefined;
    if (nowMs >= window.resetAtMs) {
      window.left = window.limit;
      window.resetAtMs = Infinity;
    }
    window.usedAtMs = nowMs;
    this.windows.delete(key);
    this.windows.set(key, window);
    return window;
  }

  private globalRoomAtMs(nowMs: number): number {
    const gone = this.goneAtMs.findIndex((atMs) => atMs > nowMs - SECOND_MS);
    if (gone !== 0) this.goneAtMs = gone === -1 ? [] : this.goneAtMs.slice(gone);
    const oldestMs = this.goneAtMs.length < this.perSecond ? -Infinity : (this.goneAtMs[0] ?? -Infinity);
    return Math.max(this.heldUntilMs, oldestMs + SECOND_MS);
  }

  private forgetUnused(nowMs: number): void {
    for (const [key, { resetAtMs, usedAtMs }] of this.windows) {
      if (nowMs - usedAtMs < KEPT_MS || (resetAtMs !== Infinity && resetAtMs > nowMs)) return;
      this.windows.delete(key);
    }
  }
}

/** A bucket that was used up by calls of which no answer told is unknown again. */
function roomAtMs(window: KnownWindow | undefined, nowMs: number): number {
  if (window === undefined || window.left > 0) return nowMs;
  return window.resetAtMs === Infinity ? nowMs : window.resetAtMs;
}
