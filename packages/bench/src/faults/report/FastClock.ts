import { systemClock, type CancelTimer, type Clock } from '@aplomb/base';

/** The clock of this process, running so many times as fast. With 20 every silence of a shard is a twentieth, and nothing else about it differs. */
export class FastClock implements Clock {
  private readonly speed: number;

  constructor(speed: number) {
    this.speed = speed;
  }

  nowMs(): number {
    return systemClock.nowMs() * this.speed;
  }

  wallMs(): number {
    return systemClock.wallMs() + this.nowMs();
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    return systemClock.after(delayMs / this.speed, callback);
  }
}
