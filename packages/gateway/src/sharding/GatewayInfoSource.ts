import { equalJitterMs, OptionsError, type Clock } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import type { FetchGatewayInfo, GatewayInfo } from './GatewayInfo.js';

/** What a {@link GatewayInfoSource} is made of. */
export interface GatewayInfoSourceOptions {
  readonly clock: Clock;
  readonly fetch: FetchGatewayInfo;
  readonly onWarn: (error: GatewayError) => void;
  readonly random: () => number;
}

const RETRY = { firstMs: 1_000, maxMs: 30_000 };
/** Asking more often would tell nothing and cost requests in a storm. */
const REFRESH_EVERY_MS = 60_000;

/** Knows what Discord says about the bot's gateway: asks until there is an answer, and again when something may have changed. */
export class GatewayInfoSource {
  private readonly options: GatewayInfoSourceOptions;
  private askedMs = -Infinity;
  private known: GatewayInfo | null = null;

  constructor(options: GatewayInfoSourceOptions) {
    this.options = options;
  }

  /** The last answer. */
  get info(): GatewayInfo | null {
    return this.known;
  }

  /**
   * Asks, and asks again while the network fails.
   *
   * @throws what Discord answers when it says no, and the signal's reason.
   */
  async load(signal: AbortSignal): Promise<GatewayInfo> {
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      try {
        return await this.ask(signal);
      } catch (cause) {
        signal.throwIfAborted();
        if (isAnswer(cause)) throw cause;
        const waitMs = equalJitterMs(RETRY, attempt, this.options.random);
        this.warn(cause, waitMs);
        await this.wait(waitMs, signal);
      }
    }
  }

  /** Asks once, at most once a minute. `null` when it is too early, or when there is no answer. */
  async refresh(signal: AbortSignal): Promise<GatewayInfo | null> {
    if (this.options.clock.nowMs() - this.askedMs < REFRESH_EVERY_MS || signal.aborted) return null;
    try {
      return await this.ask(signal);
    } catch (cause) {
      this.warn(cause, null);
      return null;
    }
  }

  private async ask(signal: AbortSignal): Promise<GatewayInfo> {
    this.askedMs = this.options.clock.nowMs();
    this.known = await this.options.fetch({ signal });
    return this.known;
  }

  private wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = this.options.clock.after(ms, done);
      signal.addEventListener('abort', done);
    });
  }

  private warn(cause: unknown, waitMs: number | null): void {
    const next = waitMs === null ? 'The shards go on with what was known.' : `The next try is in ${String(Math.round(waitMs))} ms.`;
    const what = `Discord could not be asked about the gateway (${cause instanceof Error ? cause.message : String(cause)}).`;
    this.options.onWarn(new GatewayError('CONNECT_FAILED', { what, cure: `${next} Check the network, or Discord's status page.`, cause }));
  }
}

/** Whether Discord, or our own check, has said no: asking again would get the same. */
function isAnswer(error: unknown): boolean {
  if (error instanceof OptionsError) return true;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 429;
}
