import type { AplombError, CancelTimer } from '@aplomb/base';
import { TransportError, type DiscordApiError } from '../errors.js';
import type { QueuedCall } from '../ratelimit/QueuedCall.js';
import type { RateFacts } from '../ratelimit/RateFacts.js';
import type { RateLimitWait, RateRefusalCause } from '../ratelimit/RateLimiterAction.js';
import type { AttemptOutcome } from '../ratelimit/RateLimiterInput.js';
import { readRateFacts } from '../ratelimit/readRateFacts.js';
import { saidRetryAfterMs } from '../ratelimit/retryAfter.js';
import type { RateTicket } from '../ratelimit/RateTicket.js';
import { isNotServed, refusal } from '../refusal.js';
import { restClosed } from '../restClosed.js';
import type { Exchange, ExchangeFailure, ExchangeListener } from '../transport/Exchange.js';
import { outcomeUnknown, redirected, timedOut, unreadable } from '../transport/failures.js';
import { headerOf, type HttpAnswer } from '../transport/HttpAnswer.js';
import type { Abortable } from './AbortWatch.js';
import type { CallPlan } from './CallPlan.js';
import type { Neighbour } from './OpenCalls.js';
import { Patience, type Trouble } from './Patience.js';
import { rateLimitError, spentBodyError } from './rateLimitErrors.js';
import type { Switchboard } from './Switchboard.js';

/**
 * Where a call is. Up to `line` it waits for the limiter; in `store` and `body` the limiter has let it go, and a shared store or the size of a file
 * holds it up; in `pause` it waits to be repeated.
 */
type Stage = 'body' | 'line' | 'pause' | 'settled' | 'store' | 'wire';

const TROUBLES: Readonly<Record<ExchangeFailure['type'], Trouble>> = {
  interrupted: 'lost',
  partial: 'unsent',
  reset: 'reset',
  unsent: 'unsent',
};

/**
 * One call from its making to its end: one promise, and callbacks between the limiter and the socket, since every `await` in between would cost
 * time and could turn the order round.
 *
 * It is its own ticket at the limiter. Whatever ends it goes through `end`, which leaves nothing behind: no place in line, timer or listener.
 */
export class Call implements Abortable, ExchangeListener, Neighbour<Call>, RateTicket {
  readonly plan: CallPlan;
  giveUpAtMs = 0;
  readonly isInteraction: boolean;
  readonly isRead: boolean;
  readonly majorKey: string;
  readonly routeKey: string;
  readonly subKey: string;
  queued: QueuedCall | null = null;
  before: Call | null = null;
  after: Call | null = null;
  /** How many requests it has sent. */
  attempts = 0;
  /** How long it has waited for limits, in milliseconds. */
  waitedMs = 0;
  private readonly board: Switchboard;
  private readonly resolve: (value: unknown) => void;
  private readonly reject: (error: unknown) => void;
  private stage: Stage = 'line';
  private askedAtMs = 0;
  private sentAtMs = 0;
  private exchange: Exchange | null = null;
  private patience: Patience | null = null;
  private cancelTimer: CancelTimer | null = null;
  /** Whether an attempt may have been carried out, though nobody said so. */
  private mayHaveHappened = false;
  private wantsFreshConnection = false;

  constructor(board: Switchboard, plan: CallPlan, resolve: (value: unknown) => void, reject: (error: unknown) => void) {
    this.board = board;
    this.plan = plan;
    this.resolve = resolve;
    this.reject = reject;
    this.isInteraction = plan.route.isInteraction;
    this.isRead = plan.method === 'GET';
    this.majorKey = plan.route.majorKey;
    this.routeKey = plan.route.routeKey;
    this.subKey = plan.subKey;
  }

  start(): void {
    const { signal } = this.plan;
    if (signal !== undefined) this.board.aborts.add(signal, this);
    this.ask();
  }

  /** The limiter lets it go. */
  granted(): void {
    // It has left meanwhile, and has said so: the limiter will hear it.
    if (this.stage !== 'line') return;
    this.waitedMs += Math.max(0, this.board.clock.nowMs() - this.askedAtMs);
    const objection = this.board.objectionTo(this.plan);
    this.stage = 'store';
    if (objection !== null) return this.leave(objection);
    if (this.board.shared === null) return this.send();
    // What the store counts is to leave at once, not when undici is there.
    this.board.sender.whenReady(this.takePlace);
  }

  /** The limiter will not let it go. */
  refused(cause: RateRefusalCause, wait: RateLimitWait): void {
    this.end(rateLimitError(this.plan, cause, wait));
  }

  /** No call waits any longer; one that is under way may finish. */
  close(): void {
    if (this.stage !== 'wire') this.leave(restClosed(this.plan.call));
  }

  get isWaiting(): boolean {
    return this.stage === 'line' || this.stage === 'pause';
  }

  /** The caller's signal has aborted. */
  aborted(reason: unknown): void {
    this.leave(reason);
  }

  written(): void {
    this.board.feed({ type: 'sent', ticket: this });
  }

  answered(answer: HttpAnswer): void {
    const facts = readRateFacts(answer.status, (name) => headerOf(answer.headers, name), answer.body);
    if (this.board.telling.hearsResponses) this.tellResponse(answer.status, facts.headers?.bucket ?? null, null);
    if (answer.status === 429) return this.limited(facts);
    const { mayHaveHappened, plan } = this;
    const error = answer.status >= 400 ? refusal(plan.call, answer, { isAuthorized: plan.isAuthorized, mayHaveHappened }) : null;
    // Before the limiter hears of the answer: what it lets go then may be just what is refused.
    if (error !== null) this.board.refused(plan, error);
    const trouble = troubleIn(answer);
    if (trouble !== null && this.triesAgain(trouble, facts, saidWaitMs(answer) ?? 0)) return;
    this.board.answered(this, facts);
    if (error === null) this.conclude(answer);
    else this.concludeRefusal(answer, error);
  }

  failed({ error, type }: ExchangeFailure): void {
    if (this.board.telling.hearsResponses) this.tellResponse(null, null, error.code);
    if (type === 'interrupted' || type === 'reset') this.mayHaveHappened = true;
    const outcome = type === 'unsent' ? 'unsent' : 'failed';
    if (this.triesAgain(troubleOf(error, type), outcome, 0)) return;
    this.board.feed({ type: outcome, ticket: this });
    const isUnknown = this.mayHaveHappened && !this.isRead && error instanceof TransportError;
    this.end(isUnknown ? outcomeUnknown(this.plan.call, error, this.plan.method !== 'POST' && this.plan.isRepeatable) : error);
  }

  private readonly ask = (): void => {
    this.cancelTimer = null;
    this.enterLine();
    this.board.feed({ type: 'asked', ticket: this });
  };

  /** A pause before it is no waiting for a limit. */
  private enterLine(pauseMs = 0): void {
    this.stage = 'line';
    this.askedAtMs = this.board.clock.nowMs() + pauseMs;
    this.giveUpAtMs = this.askedAtMs + this.plan.maxWaitMs - this.waitedMs;
  }

  private readonly takePlace = (): void => {
    if (this.stage === 'store') this.board.shared?.take(this, this.placed);
  };

  /** The shared store has spoken. */
  private readonly placed = (waitMs: number): void => {
    if (this.stage !== 'store') return;
    if (waitMs === 0) return this.send();
    this.enterLine();
    this.board.feed({ type: 'postponed', ticket: this, waitMs });
  };

  private send(): void {
    const { board, plan } = this;
    if (plan.preparing !== null) return this.awaitBody(plan.preparing);
    this.stage = 'wire';
    this.attempts += 1;
    if (board.telling.hearsRequests) board.telling.request({ ...this.attempt(), waitMs: this.waitedMs });
    this.sentAtMs = board.clock.nowMs();
    this.exchange = null;
    this.exchange = board.sender.send(plan, this, this.wantsFreshConnection);
  }

  /** It has its place already, so that what was called later does not overtake it. */
  private awaitBody(preparing: Promise<void>): void {
    this.stage = 'body';
    this.cancelTimer = this.board.clock.after(this.plan.timeoutMs, () => {
      this.leave(timedOut(this.plan.call, this.plan.timeoutMs));
    });
    preparing.then(
      () => {
        if (this.stage !== 'body') return;
        this.stopTimer();
        this.send();
      },
      (error: unknown) => {
        if (this.stage === 'body') this.leave(error);
      },
    );
  }

  /** A 429 is no failure: it was not carried out, and goes again when the limiter says so. */
  private limited(facts: RateFacts): void {
    this.enterLine();
    this.board.answered(this, facts);
    // A refusal by the limiter has come first; what comes second finds it settled.
    if (this.isBodySpent) this.leave(spentBodyError(this.plan, facts));
    else if (this.board.isClosed) this.leave(restClosed(this.plan.call));
  }

  private get isBodySpent(): boolean {
    const { body } = this.plan;
    return body !== null && typeof body === 'object' && !body.isRepeatable && this.exchange?.isBodyOpened === true;
  }

  private conclude(answer: HttpAnswer): void {
    if (answer.status >= 300) this.end(redirected(this.plan.call, answer));
    else if (answer.unreadable === null) this.pass(answer.body);
    else this.end(unreadable(this.plan.call, answer));
  }

  private pass(value: unknown): void {
    this.board.passed(this.plan);
    this.succeed(value);
  }

  private concludeRefusal(answer: HttpAnswer, error: DiscordApiError): void {
    // What an earlier attempt has deleted is not there any more.
    if (answer.status === 404 && this.plan.method === 'DELETE' && this.mayHaveHappened) this.succeed(undefined);
    else this.end(error);
  }

  /**
   * Begins to wait for another try, unless the outcome has to be taken as it is. What changes something keeps its place in line meanwhile: two messages
   * arrive in the order in which they were sent, also when the first had to be sent twice.
   */
  private triesAgain(trouble: Trouble, outcome: AttemptOutcome, saidMs: number): boolean {
    if (trouble === 'unavailable' || trouble === 'unreadable') this.mayHaveHappened = true;
    if (this.isBodySpent) return false;
    this.patience ??= new Patience({ isRead: this.isRead, isRepeatable: this.plan.isRepeatable, ...this.board.retrying });
    const pauseMs = this.patience.pauseMs(trouble, this.board.clock.nowMs());
    if (pauseMs === null || saidMs > this.plan.maxWaitMs) return false;
    this.wantsFreshConnection = trouble === 'reset';
    if (this.isRead || this.board.isClosed) this.pause(outcome, Math.max(pauseMs, saidMs));
    else this.keepPlace(outcome, Math.max(pauseMs, saidMs));
    return true;
  }

  private keepPlace(outcome: AttemptOutcome, waitMs: number): void {
    this.enterLine(waitMs);
    this.board.repeating(this, outcome, waitMs);
  }

  /** The order of what only reads matters to nobody. */
  private pause(outcome: AttemptOutcome, waitMs: number): void {
    this.stage = 'pause';
    if (typeof outcome === 'string') this.board.feed({ type: outcome, ticket: this });
    else this.board.answered(this, outcome);
    if (this.board.isClosed) this.leave(restClosed(this.plan.call));
    else this.cancelTimer = this.board.clock.after(waitMs, this.ask);
  }

  private succeed(value: unknown): void {
    this.clear();
    this.resolve(value);
  }

  /** Ends it wherever it is, and gives its place back. */
  private leave(error: unknown): void {
    const { stage } = this;
    if (stage === 'settled') return;
    this.end(error);
    if (stage === 'wire') this.exchange?.cancel();
    if (stage === 'pause') return;
    this.board.feed({ type: stage === 'line' || stage === 'wire' ? 'withdrawn' : 'unsent', ticket: this });
  }

  private end(error: unknown): void {
    this.clear();
    this.reject(error);
  }

  private clear(): void {
    this.stage = 'settled';
    this.stopTimer();
    const { signal } = this.plan;
    if (signal !== undefined) this.board.aborts.remove(signal, this);
    this.board.settled(this);
  }

  private stopTimer(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private tellResponse(status: number | null, bucket: string | null, failure: string | null): void {
    const durationMs = this.board.clock.nowMs() - this.sentAtMs;
    this.board.telling.response({ ...this.attempt(), bucket, durationMs, failure, status, waitMs: this.waitedMs });
  }

  /** Which attempt of which call an event is about. */
  attempt(): { readonly attempt: number; readonly method: string; readonly path: string; readonly route: string } {
    return { attempt: this.attempts, ...this.plan.call, route: this.routeKey };
  }
}

/** What an answer leaves to be wished for; `null` when it has to be taken as it is. */
function troubleIn({ status, unreadable: head }: HttpAnswer): Trouble | null {
  if (status >= 500) return isNotServed(status) ? null : 'unavailable';
  return status < 300 && head !== null ? 'unreadable' : null;
}

function troubleOf({ code }: AplombError, type: ExchangeFailure['type']): Trouble {
  if (code === 'REST_TIMED_OUT') return 'late';
  return code === 'REST_ANSWER_UNREADABLE' ? 'unreadable' : TROUBLES[type];
}

/** How long a 503 asks to wait, where it does. */
function saidWaitMs({ headers }: HttpAnswer): number | null {
  return saidRetryAfterMs({ header: headerOf(headers, 'retry-after'), body: undefined, date: headerOf(headers, 'date') });
}
