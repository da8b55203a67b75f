import { signal } from '@preact/signals';
import type { ClockState } from './protocol.js';

const tickMs = 1_000;

/** The world's time as the page shows it: it runs on by itself between the server's words, unless it is paused. */
export class WorldTime {
  readonly state = signal<ClockState>({ isPaused: false, wallMs: Date.now() });
  /** The wall time in milliseconds, anew each second. */
  readonly nowMs = signal(Date.now());
  private heardAtMs = performance.now();

  /** Lets the seconds be seen to pass. */
  start(): void {
    setInterval(() => this.tick(), tickMs);
  }

  set(state: ClockState): void {
    this.heardAtMs = performance.now();
    this.state.value = state;
    this.tick();
  }

  private tick(): void {
    const { isPaused, wallMs } = this.state.peek();
    this.nowMs.value = isPaused ? wallMs : wallMs + performance.now() - this.heardAtMs;
  }
}
