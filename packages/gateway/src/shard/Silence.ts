/** When a quiet link becomes suspicious, and how it is asked. All in milliseconds. */
export interface SilenceOptions {
  /** This long without anything: ask. */
  readonly quietMs: number;
  /** How long a web socket ping may stay unanswered. */
  readonly pingMs: number;
  /** How long the heartbeat after it may stay unanswered. */
  readonly beatMs: number;
  /** How long one frame may take to arrive while its bytes do flow. */
  readonly frameMs: number;
}

/** What a look at a quiet link calls for. */
export type SilenceVerdict = 'nothing' | 'ping' | 'beat' | 'silent' | 'frame too slow';

/**
 * Watches one connection for silence, so that a half-open link is found in seconds and not at the second heartbeat.
 *
 * Nothing for a while: a web socket ping, which costs none of Discord's budget; still nothing: one early heartbeat, which Discord allows where it
 * is necessary; still nothing: the link is dead. Bytes without a whole frame are life as well (a slow drip), but not for ever.
 */
export class Silence {
  /** When the last whole frame came. */
  lastFrameMs: number;
  private step: 'quiet' | 'pinged' | 'beaten' = 'quiet';
  /** When the present step began; in `quiet`, when the last sign of life was seen. */
  private sinceMs: number;
  private bytesAsked = 0;
  private isDripping = false;
  /** Whether the present doubt began with a ping. */
  private wasPinged = false;
  private pingsUnanswered = 0;
  private readonly options: SilenceOptions;

  constructor(options: SilenceOptions, nowMs: number) {
    this.options = options;
    this.lastFrameMs = nowMs;
    this.sinceMs = nowMs;
  }

  get deadlineMs(): number {
    const { quietMs, pingMs, beatMs, frameMs } = this.options;
    // Frames move only `lastFrameMs`: the hot path writes one field.
    if (this.step === 'quiet') {
      const quietUntilMs = Math.max(this.lastFrameMs, this.sinceMs) + quietMs;
      return this.isDripping ? Math.min(quietUntilMs, this.lastFrameMs + frameMs) : quietUntilMs;
    }
    return this.sinceMs + (this.step === 'pinged' ? pingMs : beatMs);
  }

  /**
   * Whether a ping turned out to be unanswered since the last time this was asked: the heartbeat after it was answered, so the link lives and its host
   * does not care for pings. A link that died says nothing about its host.
   */
  takeUnansweredPing(): boolean {
    const wasUnanswered = this.pingsUnanswered > 0;
    this.pingsUnanswered = 0;
    return wasUnanswered;
  }

  /** Looks at the link at its deadline. `bytesReceived` is the socket's counter; `mayPing` is false for hosts that do not answer pings. */
  check(nowMs: number, bytesReceived: number, mayPing: boolean): SilenceVerdict {
    if (this.hasHeard()) this.heard();
    else if (this.step !== 'quiet' && bytesReceived > this.bytesAsked) this.settle(nowMs, true);
    if (this.isDripping && nowMs >= this.lastFrameMs + this.options.frameMs) return 'frame too slow';
    if (nowMs < this.deadlineMs) return 'nothing';
    return this.ask(nowMs, bytesReceived, mayPing);
  }

  /** Begins to ask at once, whatever came lately: the process slept and its knowledge is old. */
  suspect(nowMs: number, bytesReceived: number, mayPing: boolean): SilenceVerdict {
    this.settle(nowMs, false);
    return this.ask(nowMs, bytesReceived, mayPing);
  }

  /** Starts the wait anew, as if something had come: reading was paused on purpose. */
  forgive(nowMs: number): void {
    this.lastFrameMs = nowMs;
    this.settle(nowMs, false);
  }

  /** A ping was answered. That proves the wire and not the gateway behind it, so it is no frame: a zombie stays a zombie. */
  answered(nowMs: number): void {
    this.settle(nowMs, false);
  }

  private heard(): void {
    if (this.step === 'beaten' && this.wasPinged) this.pingsUnanswered += 1;
    this.settle(this.lastFrameMs, false);
  }

  /** Whether a frame came since the present step began. */
  private hasHeard(): boolean {
    return this.step === 'quiet' ? this.lastFrameMs > this.sinceMs : this.lastFrameMs >= this.sinceMs;
  }

  private ask(nowMs: number, bytesReceived: number, mayPing: boolean): SilenceVerdict {
    this.bytesAsked = bytesReceived;
    this.sinceMs = nowMs;
    if (this.step === 'beaten') return 'silent';
    if (this.step === 'quiet') this.wasPinged = mayPing;
    if (this.step === 'quiet' && mayPing) {
      this.step = 'pinged';
      return 'ping';
    }
    this.step = 'beaten';
    return 'beat';
  }

  private settle(atMs: number, isDripping: boolean): void {
    this.step = 'quiet';
    this.sinceMs = atMs;
    this.isDripping = isDripping;
  }
}
