import { Deque } from '@aplomb/base';
import type { Attempt } from '../Attempt.js';
import type { RestWorld } from '../RestWorld.js';
import type { SimCall } from '../SimCall.js';
import type { TrueBucket } from '../truth/TrueBucket.js';
import type { Counted } from '../truth/Verdict.js';
import type { Answer } from '../truth/wording.js';
import { PrudentGate } from './PrudentGate.js';
import type { RestClient } from './RestClient.js';

/** What is known of one bucket. */
interface Known {
  readonly bucket: TrueBucket;
  readonly calls: Deque<SimCall>;
  /** The last place that is known to be taken in the last window that is known. */
  last: Counted | null;
  /** The earliest of the instants by which that window is surely over. */
  overMs: number;
  readsUnderWay: number;
  writesUnderWay: number;
  isReady: boolean;
  wakeMs: number;
}

const SECOND_MS = 1_000;
/** "Reset after" is rounded to milliseconds. */
const ROUNDING_MS = 0.5;

/**
 * The best that a client can do that learns of resets through answers alone and takes no risk: it is told which bucket counts a call and
 * what its limit is, but when a window ends it must gather from "reset after" and from when it heard it. It sends when nothing can be
 * refused any more, whatever the way took, and keeps the writes of a bucket in order by sending one at a time. Where it meets what no
 * client can know (a hidden limit, others' use), it waits as it was told.
 */
export class PrudentClient implements RestClient {
  private readonly known = new Map<TrueBucket, Known>();
  private readonly heldMs = new Map<SimCall['lane'], number>();
  private readonly gate: PrudentGate;
  private readonly world: RestWorld;

  constructor(world: RestWorld) {
    this.world = world;
    this.gate = new PrudentGate(world.loop, world.scene.global);
  }

  submit(call: SimCall): void {
    const known = this.knownOf(this.world.server.book.bucketFor(call));
    known.calls.push(call);
    this.look(known);
  }

  withdraw(): void {
    // It is compared where nobody changes his mind.
  }

  private knownOf(bucket: TrueBucket): Known {
    const known = this.known.get(bucket);
    if (known !== undefined) return known;
    const calls = new Deque<SimCall>();
    const fresh: Known = { bucket, calls, last: null, overMs: 0, readsUnderWay: 0, writesUnderWay: 0, isReady: false, wakeMs: Infinity };
    this.known.set(bucket, fresh);
    return fresh;
  }

  private look(known: Known): void {
    const call = known.calls.peek();
    if (call === undefined || known.isReady) return;
    const { loop, server } = this.world;
    const heldMs = this.heldMs.get(call.lane) ?? 0;
    if (server.book.bucketFor(call) !== known.bucket || heldMs > loop.nowMs()) return this.setAside(known, call, heldMs);
    if (known.writesUnderWay > 0 || (!call.isRead && known.readsUnderWay > 0)) return;
    if (this.roomOf(known) <= 0) {
      if (loop.nowMs() < known.overMs) this.wakeAt(known, known.overMs);
      return;
    }
    if (call.isInteraction) return this.sendFrom(known);
    known.isReady = true;
    this.gate.enter(() => {
      this.sendFrom(known);
    });
  }

  /** How many requests the bucket surely takes now. */
  private roomOf(known: Known): number {
    const { bucket, last, readsUnderWay, writesUnderWay } = known;
    const isOn = last !== null && this.world.loop.nowMs() < known.overMs;
    return (isOn ? last.window.limit - last.position : bucket.group.limit) - readsUnderWay - writesUnderWay;
  }

  /** What is held, or is counted by another bucket now, does not hold back the others. */
  private setAside(known: Known, call: SimCall, untilMs: number): void {
    known.calls.shift();
    if (untilMs > call.giveUpAtMs) call.finish('refused');
    else {
      this.world.loop.at(untilMs, () => {
        this.submit(call);
      });
    }
    this.look(known);
  }

  private wakeAt(known: Known, instantMs: number): void {
    if (known.wakeMs <= instantMs) return;
    known.wakeMs = instantMs;
    this.world.loop.at(instantMs, () => {
      known.wakeMs = Infinity;
      this.look(known);
    });
  }

  private sendFrom(known: Known): void {
    known.isReady = false;
    const call = known.calls.shift();
    if (call === undefined) return;
    const by = call.isRead ? 'readsUnderWay' : 'writesUnderWay';
    known[by] += 1;
    const settle = (): void => {
      known[by] -= 1;
      if (!call.isInteraction) this.gate.leave();
    };
    this.world.send(call, {
      wrote: () => undefined,
      hear: (attempt, answer) => {
        settle();
        this.hear(attempt, answer);
        this.look(known);
      },
      lose: () => {
        settle();
        call.finish('failed');
        this.look(known);
      },
    });
    this.look(known);
  }

  private hear({ call, verdict }: Attempt, answer: Answer): void {
    if (verdict?.type === 'full') this.learn({ ...verdict, position: verdict.window.limit }, answer);
    else if (verdict?.type === 'accepted' || verdict?.type === 'episode') this.learn(verdict.counted, answer);
    if (answer.status !== 429) call.finish('answered');
    else this.hold(call, answer, verdict?.type === 'full');
  }

  private learn(counted: Counted | null, answer: Answer): void {
    if (counted === null) return;
    const known = this.knownOf(counted.bucket);
    const overMs = this.world.loop.nowMs() + Number(answer.headers['x-ratelimit-reset-after']) * SECOND_MS + ROUNDING_MS;
    const isSame = known.last?.window === counted.window;
    if (!isSame && known.last !== null && counted.window.resetMs < known.last.window.resetMs) return;
    known.overMs = isSame ? Math.min(known.overMs, overMs) : overMs;
    if (!isSame || counted.position > (known.last?.position ?? 0)) known.last = counted;
  }

  private hold(call: SimCall, answer: Answer, isOfBucket: boolean): void {
    const untilMs = this.world.loop.nowMs() + (answer.saidToWaitMs ?? SECOND_MS) + ROUNDING_MS;
    if (!isOfBucket) this.heldMs.set(call.lane, untilMs);
    if (untilMs > call.giveUpAtMs) return call.finish('refused');
    this.knownOf(this.world.server.book.bucketFor(call)).calls.unshift(call);
  }
}
