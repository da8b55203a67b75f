import type { Clock } from '@aplomb/base';
import { FakeGatewayError } from './FakeGatewayError.js';
import type { GatewayJournal } from './GatewayJournal.js';

/** How long to wait for a fact. */
export interface UntilOptions {
  readonly signal?: AbortSignal;
  /**
   * In milliseconds of the gateway's clock.
   *
   * @defaultValue `10_000`
   */
  readonly timeoutMs?: number;
}

/** Those who wait for something to happen at the gateway. Everything that happens is written to the journal, so that is when they look. */
export class FactWaits {
  private readonly journal: GatewayJournal;
  private readonly clock: Clock;
  private readonly waiting = new Set<(reason: unknown) => void>();

  constructor(journal: GatewayJournal, clock: Clock) {
    this.journal = journal;
    this.clock = clock;
  }

  async until<T>(find: () => T, { signal, timeoutMs = 10_000 }: UntilOptions): Promise<NonNullable<T>> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = withResolvers<NonNullable<T>>();
    const stopLooking = this.journal.observe(look);
    const stopTimer = this.clock.after(timeoutMs, () => {
      reject(this.expired(`Nothing that was waited for happened within ${timeoutMs} ms`));
    });
    const abort = (): void => {
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort);
    this.waiting.add(reject);
    look();
    try {
      return await promise;
    } finally {
      stopLooking();
      stopTimer();
      signal?.removeEventListener('abort', abort);
      this.waiting.delete(reject);
    }

    function look(): void {
      try {
        const found = find();
        if (found !== undefined && found !== null && found !== false) resolve(found);
      } catch (error) {
        // It is asked while a machine is at work, which must not stumble over a test's mistake.
        reject(error);
      }
    }
  }

  /** Ends every wait: nothing more will happen. */
  close(): void {
    for (const reject of this.waiting) reject(this.expired('The gateway was closed'));
  }

  private expired(what: string): FakeGatewayError {
    const { connection, identify, resume, violation } = this.journal.counts;
    return new FakeGatewayError('FAKE_WAIT_EXPIRED', {
      what: `${what}; until then there were ${connection} connections, ${identify} IDENTIFYs, ${resume} RESUMEs and ${violation} violations.`,
      cure: 'Look at `journal` for what happened in its place, or wait longer with `timeoutMs`.',
    });
  }
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
} {
  let settle: Pick<ReturnType<typeof withResolvers<T>>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, resolve: (value) => settle?.resolve(value), reject: (reason) => settle?.reject(reason) };
}
