import type { Attempt } from '../Attempt.js';
import type { TrueBucket } from '../truth/TrueBucket.js';
import type { TrueWindow } from '../truth/TrueWindow.js';
import type { Episode } from '../truth/Verdict.js';
import { Told } from './Told.js';

/*
 * What an avoidable 429 is
 *
 * The client is one thread: what it sends and what it hears have an order. What it knew when it sent a request q is what it had heard
 * before q. A 429 is avoidable when that, together with the rules that Discord documents, forbade to send q:
 *
 * 1. A window W of q's true bucket K was used up; the last word on the hash of q's route was K's (of the answers as they came in, or as
 *    their
 *    requests had gone out); and one of these:
 *    - a 429 of W had been heard that said how long to wait;
 *    - an answer from W had been heard with headers that make sense, and all that W counted after that answer's request was what the client
 *      had to count: heard to be K's, or sent on a route whose last word was K's hash when the later of the two was sent; and not given up
 *      before it arrived. By counting, nothing was left. And W was not known to be over: if that answer was heard at r and said "reset
 *      after a", then W ends at r + a at the latest, and q was sent before W ended;
 *    - nothing sensible had been heard from W, but its limit was known from before, and as many requests as that were unanswered.
 * 2. Nothing had been heard on q's route, and another request of its lane was unanswered and had been counted: a burst into the unknown.
 * 3. What headers do not show refused it (a hidden limit, others' use, a closed gate, a ban), a 429 of the same had been heard (in the
 *    first two
 *    cases by q's lane), and q arrived within the time that this 429 had said to wait.
 * 4. The bot's own requests were more than the global limit takes: it knows them all, and the limit. This is always avoidable.
 *
 * Whoever guesses, and sends between the earliest and the latest instant at which a known window may end, is to blame if it goes wrong.
 * Not to blame is who meets for the first time a hidden limit, others' use, a gate, a ban, or a hash or a limit that had changed unseen;
 * or heard no sense.
 */

/** What led to a 429. */
export type Blame =
  | 'sent into a window that a 429 had announced'
  | 'sent into a window that was known to be used up'
  | 'sent more than a known limit at once'
  | 'sent a burst into the unknown'
  | 'sent before a 429 said'
  | 'sent more than the global limit'
  | 'the bucket was unknown'
  | 'the hash had changed unseen'
  | 'the limit had changed unseen'
  | 'others of the bucket were not known to be of it'
  | 'nothing readable was heard of the window'
  | 'a hidden limit'
  | 'others use the resource'
  | 'a closed gate'
  | 'a ban';

/** What is said of one 429. */
export interface Judgement {
  readonly isAvoidable: boolean;
  readonly blame: Blame;
}

const EPISODES: Readonly<Record<Episode['kind'], Blame>> = {
  hidden: 'a hidden limit',
  shared: 'others use the resource',
  global: 'a closed gate',
  ban: 'a ban',
};

/** Says of each 429 whether the client could have known. */
export class Oracle {
  /** How often each hash's limit was told. */
  private readonly limits = new Map<string, Told<number>>();

  /** The client has heard an answer whose headers make sense. */
  heard(attempt: Attempt): void {
    const { verdict } = attempt;
    if (!attempt.isReadable || verdict === null) return;
    const place = placeOf(verdict);
    if (place === null) return;
    const { group } = place.bucket;
    attempt.call.lane.place.hashes.hear(group.hash, attempt.knownOrder, attempt.sentOrder);
    const limits = this.limits.get(group.hash) ?? new Told<number>();
    this.limits.set(group.hash, limits);
    limits.hear(place.window.limit, attempt.knownOrder, attempt.sentOrder);
  }

  /** Judges a request that the server has just refused; `null` if it did not. */
  judge(attempt: Attempt): Judgement | null {
    const { verdict } = attempt;
    switch (verdict?.type) {
      case 'full':
        return this.judgeFull(attempt, verdict.bucket, verdict.window);
      case 'episode':
        return judgeEpisode(attempt, verdict.episode);
      case 'global':
        return avoidable('sent more than the global limit');
      default:
        return null;
    }
  }

  private judgeFull(attempt: Attempt, bucket: TrueBucket, window: TrueWindow): Judgement {
    const { hash } = bucket.group;
    const order = attempt.sentOrder;
    const { hashes } = attempt.call.lane.place;
    if (!hashes.isAnything(order)) {
      return window.counted.some((other) => isUnansweredBeside(attempt, other))
        ? avoidable('sent a burst into the unknown')
        : excused('the bucket was unknown');
    }
    if (!hashes.wasLast(hash, order)) return excused('the hash had changed unseen');
    if (window.refused.some((other) => other !== attempt && other.isKnownAt(order) && other.saidToWaitMs !== null)) {
      return avoidable('sent into a window that a 429 had announced');
    }
    return this.judgeByCounting(attempt, hash, window);
  }

  private judgeByCounting(attempt: Attempt, hash: string, window: TrueWindow): Judgement {
    const order = attempt.sentOrder;
    const lastHeard = window.counted.findLastIndex((other) => other.isReadable && other.isKnownAt(order));
    const after = window.counted.slice(lastHeard + 1);
    if (!after.every((other) => mustBeCounted(other, hash, order))) return excused('others of the bucket were not known to be of it');
    if (lastHeard >= 0) return avoidable('sent into a window that was known to be used up');
    if (this.limits.get(hash)?.wasLast(window.limit, order) !== true) return excused('the limit had changed unseen');
    if (!after.every((other) => !other.isKnownAt(order) && other.gaveUpOrder > order))
      return excused('nothing readable was heard of the window');
    return avoidable('sent more than a known limit at once');
  }
}

function judgeEpisode(attempt: Attempt, episode: Episode): Judgement {
  const isOfAll = episode.kind === 'global' || episode.kind === 'ban';
  const wasSaid = episode.refused.some(
    (other) =>
      other.saidToWaitMs !== null &&
      other.isKnownAt(attempt.sentOrder) &&
      (isOfAll || other.call.lane === attempt.call.lane) &&
      attempt.arrivedMs < other.arrivedMs + other.saidToWaitMs,
  );
  return wasSaid ? avoidable('sent before a 429 said') : excused(EPISODES[episode.kind]);
}

/** Whether the client had to take it for one that this bucket counts. */
function mustBeCounted(other: Attempt, hash: string, order: number): boolean {
  if (other.gaveUpMs < other.arrivedMs) return false;
  if (other.isReadable && other.isKnownAt(order)) return true;
  return other.call.lane.place.hashes.wasLast(hash, Math.max(order, other.sentOrder));
}

function isUnansweredBeside(attempt: Attempt, other: Attempt): boolean {
  const order = attempt.sentOrder;
  return other.call.lane === attempt.call.lane && other.sentOrder < order && !other.isKnownAt(order) && other.gaveUpOrder > order;
}

function placeOf(verdict: NonNullable<Attempt['verdict']>): { readonly bucket: TrueBucket; readonly window: TrueWindow } | null {
  if (verdict.type === 'full') return verdict;
  return verdict.type === 'accepted' || verdict.type === 'episode' ? verdict.counted : null;
}

function avoidable(blame: Blame): Judgement {
  return { isAvoidable: true, blame };
}

function excused(blame: Blame): Judgement {
  return { isAvoidable: false, blame };
}
