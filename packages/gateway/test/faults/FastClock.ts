import { systemClock, type CancelTimer, type Clock } from '@aplomb/base';

/** The clock of this process, running so many times as fast: a minute of a shard's life in seconds. */
export class FastClock implements Clock {
  private readonly speed: number;

  constructor(speed: number) {
    this.speed = speed;
  }

  nowMs(): number {
    return systemClock.nowMs() * this.speed;
  }

  wallMs(): number {
    return Date.UTC(2026, 0, 1) + this.nowMs();
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    return systemClock.after(delayMs / this.speed, callback);
  }
}
