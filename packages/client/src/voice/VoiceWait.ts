import type { CancelTimer, Clock } from '@aplomb/base';
import type { VoiceError } from './VoiceError.js';

/** What ends a wait by itself. */
export interface VoiceWaitLimits {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** What the wait rejects with when the time is over. */
  readonly tooLate: () => VoiceError;
}

/** Somebody waits for Discord's answer about one guild's voice. It settles once. */
export class VoiceWait<Value> {
  readonly promise: Promise<Value>;
  private readonly cancelTimer: CancelTimer;
  private readonly signal: AbortSignal | undefined;
  private settle: { readonly resolve: (value: Value) => void; readonly reject: (cause: unknown) => void } | null = null;

  constructor({ clock, signal, timeoutMs, tooLate }: VoiceWaitLimits) {
    this.promise = new Promise<Value>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.signal = signal;
    this.cancelTimer = clock.after(timeoutMs, () => {
      this.reject(tooLate());
    });
    signal?.addEventListener('abort', this.abort);
  }

  resolve(value: Value): void {
    this.end()?.resolve(value);
  }

  reject(cause: unknown): void {
    this.end()?.reject(cause);
  }

  private readonly abort = (): void => {
    this.reject(this.signal?.reason);
  };

  private end(): { readonly resolve: (value: Value) => void; readonly reject: (cause: unknown) => void } | null {
    const { settle } = this;
    this.settle = null;
    this.cancelTimer();
    this.signal?.removeEventListener('abort', this.abort);
    return settle;
  }
}
