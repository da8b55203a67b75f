import type { Attempt } from '../Attempt.js';
import type { TrueBucket } from '../truth/TrueBucket.js';
import type { Answer } from '../truth/wording.js';
import { RollingCount } from './RollingCount.js';

const SECOND_MS = 1_000;
const TEN_MINUTES_MS = 600_000;
const MOST_LINES = 3;

/** Watches what arrives at the server: how much of it in a second, and in what order. */
export class ArrivalWatch {
  /** Requests within a second, of those that the global limit counts. */
  readonly perSecond = new RollingCount(SECOND_MS);
  /** Requests within ten minutes that bring the host nearer to a ban: 401, 403, 429 unless it is shared. */
  readonly invalid = new RollingCount(TEN_MINUTES_MS);
  /** Writes that arrived before one that was asked for earlier, of one lane, or of one bucket that the client knew. */
  disorders = 0;
  /** The first of them, for whoever looks for the cause. */
  readonly disorderLines: string[] = [];
  private readonly lastWrites = new WeakMap<TrueBucket, Attempt>();

  arrived(attempt: Attempt, nowMs: number): void {
    if (!attempt.call.isInteraction) this.perSecond.add(nowMs);
    if (attempt.verdict?.type !== 'accepted' || attempt.call.isRead) return;
    this.followLane(attempt);
    this.followBucket(attempt, attempt.verdict.counted.bucket);
  }

  /** The server has answered. */
  answered({ headers, status }: Answer, nowMs: number): void {
    if (status === 401 || status === 403 || (status === 429 && headers['x-ratelimit-scope'] !== 'shared')) this.invalid.add(nowMs);
  }

  private note(attempt: Attempt, other: Attempt, where: string): void {
    this.disorders += 1;
    if (this.disorderLines.length < MOST_LINES) this.disorderLines.push(`${lineOf(attempt)} after ${lineOf(other)} of its ${where}`);
  }

  private followLane(attempt: Attempt): void {
    const { call } = attempt;
    const { lane } = call;
    if (lane.lastWrite === null || call.number > lane.lastWrite.call.number) lane.lastWrite = attempt;
    else if (!isDisturbed(call)) this.note(attempt, lane.lastWrite, 'lane');
  }

  /**
   * Between lanes of one bucket, order is kept as far as the client knew all the time, of both, that it is one. Where a hash counts its routes
   * apart, nobody can tell which of their kinds are counted together.
   */
  private followBucket(attempt: Attempt, bucket: TrueBucket): void {
    const { call, sentOrder } = attempt;
    const { hashes } = call.lane.place;
    if (bucket.group.spec.countsApart === true) return;
    if (isDisturbed(call) || hashes.changedOrder > call.askedOrder || !hashes.wasLast(bucket.group.hash, sentOrder)) return;
    const last = this.lastWrites.get(bucket);
    if (last === undefined || call.number > last.call.number) this.lastWrites.set(bucket, attempt);
    else if (last.call.lane.place.hashes.changedOrder < call.askedOrder) this.note(attempt, last, `bucket ${bucket.key}`);
  }
}

function isDisturbed(call: Attempt['call']): boolean {
  return call.sent > 1 || call.lane.disturbedUntilMs >= call.askedMs;
}

function lineOf({ arrivedMs, call, sentMs }: Attempt): string {
  const route = `${call.routeKey}${call.subKey === '' ? '' : ` (${call.subKey})`} ${call.majorKey}`;
  return `call ${call.number} ${route}, asked ${call.askedMs.toFixed(3)}, sent ${sentMs.toFixed(3)}, arrived ${arrivedMs.toFixed(3)}`;
}
