import { checkPorts, refuseUnknownOptions, type CancelTimer, type Clock } from '@aplomb/base';
import type { CallOptions } from '@aplomb/rest';

/** What `typing()` takes. */
export interface TypingOptions {
  /** Stops it, as disposing of it does. */
  readonly signal?: AbortSignal;
}

/** Discord shows it for ten seconds; the rest is for the way. */
const RENEW_MS = 8_000;

/**
 * Shows a bot typing for as long as it works: at once, and every eight seconds again, until {@link Typing.stop}, the end of a `using` block, or its signal.
 * A failing call is no reason to fail the work: it is tried again with the next renewal.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#trigger-typing-indicator | Trigger typing indicator}
 */
export class Typing implements Disposable, AsyncDisposable {
  private readonly abort = new AbortController();
  private readonly clock: Clock;
  private readonly send: (options: CallOptions) => Promise<void>;
  private readonly signal: AbortSignal | undefined;
  private cancel: CancelTimer = () => undefined;

  /** Not to be called: `channel.typing()` makes them. */
  constructor(clock: Clock, send: (options: CallOptions) => Promise<void>, options: TypingOptions = {}) {
    refuseUnknownOptions('typing', options, ['signal']);
    checkPorts(options, { signal: ['addEventListener', 'removeEventListener'] });
    this.clock = clock;
    this.send = send;
    this.signal = options.signal;
    this.signal?.addEventListener('abort', this.stop, { once: true });
    if (this.signal?.aborted === true) this.stop();
    else this.renew();
  }

  /** Whether it is shown no more. */
  get isStopped(): boolean {
    return this.abort.signal.aborted;
  }

  /** Shows it no more: nothing is sent from now on, and a call under way is given up. What Discord shows fades after ten seconds, or with a message. */
  readonly stop = (): void => {
    this.cancel();
    this.signal?.removeEventListener('abort', this.stop);
    this.abort.abort();
  };

  [Symbol.dispose](): void {
    this.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    return Promise.resolve();
  }

  private renew(): void {
    // Nobody is the wiser for an error here: who may not type may not send either, and that is told.
    this.send({ signal: this.abort.signal }).catch(() => undefined);
    this.cancel = this.clock.after(
      RENEW_MS,
      () => {
        this.renew();
      },
      { holdsProcess: false },
    );
  }
}
