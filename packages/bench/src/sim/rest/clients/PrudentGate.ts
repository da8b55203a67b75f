import { Deque } from '@aplomb/base';
import type { EventLoop } from '../../world/EventLoop.js';
import type { GlobalReading } from '../truth/TrueServer.js';

const SECOND_MS = 1_000;

/**
 * Keeps the global limit without any risk: a request holds its place from when it is sent until a second after its answer, for it may
 * have arrived just before that.
 */
export class PrudentGate {
  private readonly waiting = new Deque<() => void>();
  /** When the places of answered requests are free again. */
  private readonly freeMs = new Deque<number>();
  private taken = 0;
  private isAwaited = false;
  private readonly loop: EventLoop;
  private readonly places: number;

  constructor(loop: EventLoop, { kind, limit }: GlobalReading) {
    this.loop = loop;
    this.places = kind === 'off' ? Infinity : limit;
  }

  /** Calls `send` as soon as there is a place. */
  enter(send: () => void): void {
    this.waiting.push(send);
    this.open();
  }

  /** The request of one place is answered. */
  leave(): void {
    this.freeMs.push(this.loop.nowMs() + SECOND_MS);
    this.open();
  }

  private open(): void {
    const { freeMs, loop, waiting } = this;
    while ((freeMs.peek() ?? Infinity) <= loop.nowMs()) {
      freeMs.shift();
      this.taken -= 1;
    }
    while (waiting.length > 0 && this.taken < this.places) {
      this.taken += 1;
      waiting.shift()?.();
    }
    const next = freeMs.peek();
    if (waiting.length === 0 || next === undefined || this.isAwaited) return;
    this.isAwaited = true;
    loop.at(next, () => {
      this.isAwaited = false;
      this.open();
    });
  }
}
