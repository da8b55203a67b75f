import type { Heartbeat } from './Heartbeat.js';
import type { Silence, SilenceOptions, SilenceVerdict } from './Silence.js';

/** What a look at a link sees from outside. */
export interface LinkView {
  readonly bytesReceived: number;
  readonly bytesBuffered: number;
  /** Reading was stopped on purpose: nothing can come, so nothing is missing. */
  readonly isPaused: boolean;
  /** Whether the host answers pings. */
  readonly mayPing: boolean;
}

/** What a look at a link calls for; the last ones mean that it is dead. */
export type LinkVerdict = 'ping' | 'ping unanswered' | 'beat' | 'early beat' | 'ack missing' | 'message incomplete' | DeadLink;
export type DeadLink = 'zombie' | 'silent' | 'frame too slow' | 'writes stalled';

/** How long the rest of a message may take that came in several web socket messages: its end may have been lost in the stream. */
const REST_MS = 10_000;

/** One connection from HELLO on: its heart, its silence, and whether the network takes what we write. */
export class Link {
  readonly heartbeat: Heartbeat;
  readonly silence: Silence;
  /** When the network is to have taken what we wrote, and how much was waiting at the last look. */
  private writes: { readonly dueMs: number; readonly bytesBuffered: number } | null = null;
  private restDueMs = Infinity;
  private readonly options: SilenceOptions;

  constructor(heartbeat: Heartbeat, silence: Silence, options: SilenceOptions) {
    this.heartbeat = heartbeat;
    this.silence = silence;
    this.options = options;
  }

  deadlineMs(isPaused: boolean): number {
    const dueMs = Math.min(this.heartbeat.nextMs, this.writes?.dueMs ?? Infinity);
    return isPaused ? dueMs : Math.min(dueMs, this.restDueMs, this.silence.deadlineMs);
  }

  /** Notes that something was written. */
  wrote(nowMs: number): void {
    this.writes ??= { dueMs: nowMs + this.options.quietMs, bytesBuffered: 0 };
  }

  /** Notes that the rest of a message is missing, or has come. */
  partial(nowMs: number, isOn: boolean): void {
    this.restDueMs = isOn ? nowMs + REST_MS : Infinity;
  }

  /** Looks at everything whose time has come. After a verdict of death there are no more. */
  *check(nowMs: number, view: LinkView): Generator<LinkVerdict, void, undefined> {
    if (this.areWritesStalled(nowMs, view.bytesBuffered)) return yield 'writes stalled';
    if (nowMs >= this.restDueMs && !view.isPaused) return yield 'message incomplete';
    const silence = yield* this.checkSilence(nowMs, view);
    if (silence === 'dead') return;
    if (nowMs < this.heartbeat.nextMs) return;
    if (!view.isPaused && this.heartbeat.isZombie(this.silence.lastFrameMs)) return yield 'zombie';
    if (!view.isPaused && !this.heartbeat.isAcknowledged) yield 'ack missing';
    this.heartbeat.beat(nowMs);
    yield 'beat';
  }

  /** This process slept: what came meanwhile is still unread, so ask anew before judging. */
  *wake(nowMs: number, view: LinkView): Generator<LinkVerdict, void, undefined> {
    if (view.isPaused) return;
    this.excuse(nowMs);
    yield* this.translate(this.silence.suspect(nowMs, view.bytesReceived, view.mayPing));
  }

  /** Reading goes on after a pause: the wait for a sign of life begins anew. */
  forgive(nowMs: number): void {
    this.excuse(nowMs);
    this.silence.forgive(nowMs);
  }

  /** What is missing may lie unread in the socket: every wait for it begins anew. */
  private excuse(nowMs: number): void {
    this.heartbeat.excuse();
    if (this.restDueMs !== Infinity) this.restDueMs = nowMs + REST_MS;
  }

  private *checkSilence(nowMs: number, view: LinkView): Generator<LinkVerdict, 'dead' | 'alive', undefined> {
    if (view.isPaused || nowMs < this.silence.deadlineMs) return 'alive';
    const verdict = this.silence.check(nowMs, view.bytesReceived, view.mayPing);
    if (this.silence.takeUnansweredPing()) yield 'ping unanswered';
    yield* this.translate(verdict);
    return verdict === 'silent' || verdict === 'frame too slow' ? 'dead' : 'alive';
  }

  private *translate(verdict: SilenceVerdict): Generator<LinkVerdict, void, undefined> {
    if (verdict !== 'nothing') yield verdict === 'beat' ? 'early beat' : verdict;
  }

  /** Bytes that wait in our own buffers and do not get fewer: the peer or the path takes nothing. */
  private areWritesStalled(nowMs: number, bytesBuffered: number): boolean {
    if (this.writes === null || nowMs < this.writes.dueMs) return false;
    const before = this.writes.bytesBuffered;
    this.writes = bytesBuffered > 0 ? { dueMs: nowMs + this.options.quietMs, bytesBuffered } : null;
    return before > 0 && bytesBuffered >= before;
  }
}
