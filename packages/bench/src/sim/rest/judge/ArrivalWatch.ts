import type { Attempt } from '../Attempt.js';
import type { TrueBucket } from '../truth/TrueBucket.js';
import type { Answer } from '../truth/wording.js';
import { RollingCount } from './RollingCount.js';

const SECOND_MS = 1_000;
const TEN_MINUTES_MS = 600_000;

/** Watches what arrives at the server: how much of it in a second, and in what order. */
export class ArrivalWatch {
  /** Requests within a second, of those that the global limit counts. */
  readonly perSecond = new RollingCount(SECOND_MS);
  /** Requests within ten minutes that bring the host nearer to a ban: 401, 403, 429 unless it is shared. */
  readonly invalid = new RollingCount(TEN_MINUTES_MS);
  /** Writes that arrived before one that was asked for earlier, of one lane, or of one bucket that the client knew. */
  disorders = 0;
  private readonly lastWrites = new WeakMap<TrueBucket, number>();

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

  private followLane({ call }: Attempt): void {
    const { lane } = call;
    if (call.number < lane.lastWrite && !isDisturbed(call)) this.disorders += 1;
    lane.lastWrite = Math.max(lane.lastWrite, call.number);
  }

  /** Between lanes of one bucket, order is kept as far as the client knew all the time that it is one. */
  private followBucket({ call, sentOrder }: Attempt, bucket: TrueBucket): void {
    const { hashes } = call.lane.place;
    if (isDisturbed(call) || hashes.changedOrder > call.askedOrder || !hashes.wasLast(bucket.group.hash, sentOrder)) return;
    const lastWrite = this.lastWrites.get(bucket) ?? -1;
    if (call.number < lastWrite) this.disorders += 1;
    this.lastWrites.set(bucket, Math.max(lastWrite, call.number));
  }
}

function isDisturbed(call: Attempt['call']): boolean {
  return call.sent > 1 || call.lane.disturbedUntilMs >= call.askedMs;
}
