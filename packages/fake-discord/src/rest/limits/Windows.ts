import type { RouteLimit } from './RouteLimit.js';

/** A window as it is after a request was counted. */
export interface WindowState {
  /** False when the request came too many: it was not counted. */
  readonly hasRoom: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAtMs: number;
}

interface Window {
  readonly limit: number;
  remaining: number;
  readonly resetAtMs: number;
}

/** From this many windows on, those that are over are thrown away. */
const SWEEP_AT = 1_000;

/** Fixed windows by key. Each begins with its first request, and lasts as long as that request's limit says. */
export class Windows {
  private readonly open = new Map<string, Window>();
  private sweepAt = SWEEP_AT;

  get size(): number {
    return this.open.size;
  }

  /** Counts a request. */
  take(key: string, { limit, perMs }: RouteLimit, nowMs: number): WindowState {
    let window = this.open.get(key);
    if (window === undefined || window.resetAtMs <= nowMs) {
      window = { limit, remaining: limit, resetAtMs: nowMs + perMs };
      this.open.set(key, window);
      this.sweep(nowMs);
    }
    const hasRoom = window.remaining > 0;
    if (hasRoom) window.remaining -= 1;
    return { hasRoom, limit: window.limit, remaining: window.remaining, resetAtMs: window.resetAtMs };
  }

  /** A window as a request would find it. */
  peek(key: string, { limit, perMs }: RouteLimit, nowMs: number): Omit<WindowState, 'hasRoom'> {
    const window = this.open.get(key);
    return window === undefined || window.resetAtMs <= nowMs ? { limit, remaining: limit, resetAtMs: nowMs + perMs } : window;
  }

  /** Closes a window until then, whatever room it had. */
  exhaust(key: string, limit: number, resetAtMs: number): void {
    this.open.set(key, { limit, remaining: 0, resetAtMs });
  }

  private sweep(nowMs: number): void {
    if (this.open.size < this.sweepAt) return;
    for (const [key, { resetAtMs }] of this.open) if (resetAtMs <= nowMs) this.open.delete(key);
    this.sweepAt = Math.max(SWEEP_AT, this.open.size * 2);
  }
}
