import { sleep } from '@aplomb/base';
import type { Clock } from '@aplomb/base';
import { FakeDiscordError } from '../errors.js';
import type { AttachedClient } from './BotErrors.js';
import type { ProbeResult } from './SessionProbe.js';

/** What has to come to rest. */
export interface SettlingParts {
  /** Events published and requests received so far: when the number stands still, nothing new has begun. */
  readonly activity: () => number;
  readonly attached: ReadonlySet<AttachedClient>;
  /** Real time, also where the world has a clock wound by hand: sockets are real. */
  readonly clock: Clock;
  readonly limitMs: number;
  /** Takes an error of a bot that could not even say when it is idle. */
  readonly onError: (error: unknown) => void;
  /** Resolves when each live session has answered an op 1 that is sent now. Sessions under a fault do not count. */
  readonly probeSessions: () => Promise<ProbeResult>;
  /** In how many milliseconds a request may come that was told to come again; 0 when none is awaited. */
  readonly repetitionMs: () => number;
  readonly rest: { readonly inFlight: number; idle(): Promise<void> };
  /** Resolves when each session without a connection is carried by one again, at the latest after so many milliseconds. */
  readonly sessionsReturn: (atMostMs: number) => Promise<void>;
}

/** Where nobody can say when a bot is done (it was not attached, or cannot be asked so often): so long without a request counts as rest. */
const QUIET_MS = 20;
/** In so many steps, so that a bot which blocks the loop of this process for long is not taken for a quiet one. */
const QUIET_STEPS = 4;

/**
 * Waits until everything that an act led to has happened. Sessions of attached bots that lost their connection are resumed first. A session that answers an op 1 sent after an event has read the event; then
 * requests are waited for, then handlers; and when any of that began something new, all over again.
 */
export class Settling {
  private readonly parts: SettlingParts;

  constructor(parts: SettlingParts) {
    this.parts = parts;
  }

  /** @throws {@link FakeDiscordError} `FAKE_UNSETTLED` after the time limit */
  async settle(): Promise<void> {
    const round = { isOver: false };
    let cancel = (): void => undefined;
    const limit = new Promise<never>((_, reject) => {
      cancel = this.parts.clock.after(this.parts.limitMs, () => {
        round.isOver = true;
        reject(this.unsettled());
      });
    });
    try {
      await Promise.race([this.comeToRest(round), limit]);
    } finally {
      cancel();
    }
  }

  private async comeToRest(round: { readonly isOver: boolean }): Promise<void> {
    const { activity, attached, limitMs, rest } = this.parts;
    for (let seen = -1; !round.isOver && (seen !== activity() || rest.inFlight > 0);) {
      seen = activity();
      // Of a bot that was not attached nobody knows whether it means to come back. One that stays away is no bot that never comes to rest.
      if (attached.size > 0) await this.parts.sessionsReturn(limitMs / 2);
      const { isProven, sessions } = await this.parts.probeSessions();
      await rest.idle();
      if (sessions > 0 && (!isProven || attached.size === 0)) await this.quiet();
      await this.waitForBots();
    }
  }

  private async waitForBots(): Promise<void> {
    const { attached, onError } = this.parts;
    await Promise.all([...attached].map((client) => client.idle().catch(onError)));
  }

  private unsettled(): FakeDiscordError {
    const { limitMs, rest } = this.parts;
    return new FakeDiscordError('FAKE_UNSETTLED', {
      what: `The bot did not come to rest within ${String(limitMs)} ms: ${String(rest.inFlight)} of its requests wait for an answer.`,
      cure: 'Look for a handler that never ends or answers its own messages, or raise `settleTimeoutMs`.',
    });
  }

  private async quiet(): Promise<void> {
    do {
      for (let step = 0; step < QUIET_STEPS; step += 1) await sleep(this.parts.clock, QUIET_MS / QUIET_STEPS);
    } while (this.isRepetitionNear());
  }

  /** Whether a bot that is quiet has only been told to wait; what is too far off for the limit is no part of this act. */
  private isRepetitionNear(): boolean {
    const ms = this.parts.repetitionMs();
    return ms > 0 && ms < this.parts.limitMs / 2;
  }
}
