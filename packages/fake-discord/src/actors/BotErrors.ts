import { FakeDiscordError } from '../errors.js';

/** What this fake needs to know of a bot, whichever library it is written with. */
export interface AttachedClient {
  /** Resolves when all handlers of all events that came so far have ended. */
  idle(): Promise<void>;
  on(event: 'error', listener: (error: unknown) => void): unknown;
}

/** A bot that fails all the time, while no test asks, must not fill the memory. */
const KEPT_MAX = 100;

/** Keeps what attached bots report as errors until a test asks: an error that nobody sees would let a broken bot pass. */
export class BotErrors {
  private readonly errors: unknown[] = [];
  /** How many came after those that are kept. */
  private unkept = 0;

  listenTo(client: AttachedClient): void {
    client.on('error', (error) => this.add(error));
  }

  add(error: unknown): void {
    if (this.errors.length < KEPT_MAX) this.errors.push(error);
    else this.unkept += 1;
  }

  /** @throws {@link FakeDiscordError} `FAKE_BOT_FAILED` for the first error since the last call; the others are counted in its message */
  throwIfAny(): void {
    const [first, ...others] = this.errors.splice(0);
    if (first === undefined) return;
    const { event, cause } = describe(first);
    const count = others.length + this.unkept;
    this.unkept = 0;
    const more = count === 0 ? '' : ` ${String(count)} more came after it.`;
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new FakeDiscordError('FAKE_BOT_FAILED', {
      what: `An attached bot reported an error${event}: ${/[.!?]$/.test(text) ? text : `${text}.`}${more}`,
      cure: 'Mend the bot; the cause is attached. If the error is meant to happen, catch it in the handler.',
      cause,
    });
  }
}

/** aplomb's `error` tells the event and its cause; other libraries hand over the error itself. */
function describe(error: unknown): { readonly event: string; readonly cause: unknown } {
  if (typeof error !== 'object' || error === null || error instanceof Error || !('cause' in error)) return { event: '', cause: error };
  return { event: 'event' in error && typeof error.event === 'string' ? ` while handling ${error.event}` : '', cause: error.cause };
}
