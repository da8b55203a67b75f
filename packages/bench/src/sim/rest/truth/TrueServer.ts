import type { SeededRandom } from '../../world/SeededRandom.js';
import type { Attempt } from '../Attempt.js';
import type { SimCall } from '../SimCall.js';
import { BucketBook } from './BucketBook.js';
import { HiddenLimits } from './HiddenLimits.js';
import { FixedSecond, NoGlobal, RollingSecond, type TrueGlobal } from './TrueGlobal.js';
import { Episode, type Verdict } from './Verdict.js';

/** How the global limit counts, and how much it takes. */
export interface GlobalReading {
  readonly kind: 'rolling' | 'fixed' | 'off';
  readonly limit: number;
}

const SWEEP_EVERY = 65_536;

/**
 * What truly limits: windows of buckets, hidden limits, others' use, the global limit, bans. It is our own reading of Discord's
 * documents, of what its tracker says and of what bots have seen, and shares nothing with the limiter. It knows nothing of texts: see
 * `wording.ts`.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits | Rate limits}
 */
export class TrueServer {
  readonly book: BucketBook;
  readonly global: TrueGlobal;
  /** What came in all, and what was taken of it. */
  received = 0;
  accepted = 0;
  private readonly hidden = new HiddenLimits();
  private readonly shared = new Map<string, Episode>();
  private globalEpisode: Episode | null = null;
  private banEpisode: Episode | null = null;

  constructor(random: SeededRandom, { kind, limit }: GlobalReading) {
    this.book = new BucketBook(random);
    this.global = kind === 'off' ? new NoGlobal() : kind === 'rolling' ? new RollingSecond(limit) : new FixedSecond(limit);
  }

  /** Others use up what webhooks of this parameter share. */
  exhaust(major: string, untilMs: number): void {
    this.shared.set(major, new Episode('shared', untilMs));
  }

  /** Refuses everything that the global limit counts, though the bot did nothing wrong (another process of it did). */
  closeGlobally(untilMs: number): void {
    this.globalEpisode = new Episode('global', untilMs);
  }

  /** Refuses everything from this host, and says each time to come back after `saidMs`. */
  ban(untilMs: number, saidMs: number): void {
    this.banEpisode = new Episode('ban', untilMs, saidMs);
  }

  /** Judges a request that arrives now. */
  receive(attempt: Attempt, nowMs: number): Verdict {
    this.received += 1;
    if (this.received % SWEEP_EVERY === 0) this.book.sweep(nowMs);
    const verdict = this.judge(attempt, nowMs);
    if (verdict.type === 'accepted') this.accepted += 1;
    if (verdict.type === 'episode') verdict.episode.refused.push(attempt);
    return verdict;
  }

  /** From when on this call would be taken, as long as nothing else comes, the global limit apart. */
  freeAtMs(call: SimCall, nowMs: number): number {
    const episodesMs = [this.banEpisode, call.isInteraction ? null : this.globalEpisode, this.sharedOf(call)].map(
      (episode) => episode?.untilMs ?? nowMs,
    );
    return Math.max(this.book.bucketFor(call).freeAtMs(nowMs), this.hidden.freeAtMs(call, nowMs), ...episodesMs);
  }

  private judge(attempt: Attempt, nowMs: number): Verdict {
    const { call } = attempt;
    const refused = this.refusedAtTheDoor(call, nowMs);
    if (refused !== null) return refused;
    const bucket = this.book.bucketFor(call);
    const position = bucket.take(attempt, nowMs);
    const { window } = bucket;
    if (position === null) return { type: 'full', bucket, window };
    const counted = { bucket, window, position };
    const episode = this.hidden.take(call, nowMs);
    return episode === null ? { type: 'accepted', counted } : { type: 'episode', episode, counted };
  }

  /** What refuses before any bucket counts. */
  private refusedAtTheDoor(call: SimCall, nowMs: number): Verdict | null {
    if (isOn(this.banEpisode, nowMs)) return { type: 'episode', episode: this.banEpisode, counted: null };
    if (!call.isInteraction) {
      if (isOn(this.globalEpisode, nowMs)) return { type: 'episode', episode: this.globalEpisode, counted: null };
      const freeAtMs = this.global.freeAtMs(nowMs);
      if (freeAtMs > nowMs) return { type: 'global', waitMs: freeAtMs - nowMs };
      // Strictly read, what a bucket refuses counts globally as well.
      this.global.take(nowMs);
    }
    const shared = this.sharedOf(call);
    return isOn(shared, nowMs) ? { type: 'episode', episode: shared, counted: null } : null;
  }

  private sharedOf({ major, route }: SimCall): Episode | null {
    return route.isShared === true ? (this.shared.get(major) ?? null) : null;
  }
}

function isOn(episode: Episode | null, nowMs: number): episode is Episode {
  return episode !== null && nowMs < episode.untilMs;
}
