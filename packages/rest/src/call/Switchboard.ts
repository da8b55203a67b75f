import { drive, OptionsError, type Clock, type Driver, type Machine } from '@aplomb/base';
import type { DiscordApiError } from '../errors.js';
import type { RateFacts } from '../ratelimit/RateFacts.js';
import type { RateLimiterAction } from '../ratelimit/RateLimiterAction.js';
import type { AttemptOutcome, RateLimiterInput } from '../ratelimit/RateLimiterInput.js';
import type { RateTicket } from '../ratelimit/RateTicket.js';
import { rememberedRefusal, tokenRejected } from '../refusal.js';
import { restClosed } from '../restClosed.js';
import type { ResolvedRestOptions } from '../RestOptions.js';
import type { HttpMethod, RequestOptions } from '../RestRequest.js';
import type { HttpSender } from '../transport/HttpSender.js';
import { AbortWatch } from './AbortWatch.js';
import { Call } from './Call.js';
import { CallPlan } from './CallPlan.js';
import { OpenCalls } from './OpenCalls.js';
import type { PatienceOptions } from './Patience.js';
import { RefusalMemory } from './RefusalMemory.js';
import { RetryBudget } from './RetryBudget.js';
import { SharedLimits } from './SharedLimits.js';
import type { Telling } from './Telling.js';

/** What a {@link Switchboard} connects. */
export interface SwitchboardParts {
  readonly limiter: Machine<RateLimiterInput, RateLimiterAction>;
  readonly options: ResolvedRestOptions;
  readonly sender: HttpSender;
  readonly telling: Telling;
}

/** What all calls share: the limiter that lets them go, the sender, and what earlier calls have learnt. */
export class Switchboard {
  readonly aborts = new AbortWatch();
  readonly clock: Clock;
  readonly sender: HttpSender;
  /** `null` where this instance counts alone. */
  readonly shared: SharedLimits | null;
  readonly telling: Telling;
  readonly retrying: Pick<PatienceOptions, 'budget' | 'random' | 'retries'>;
  private readonly options: ResolvedRestOptions;
  private readonly driver: Driver<RateLimiterInput>;
  private readonly refusals: RefusalMemory | null;
  private readonly calls = new OpenCalls<Call>();
  private idleWaiters: (() => void)[] = [];
  private isTokenRejected = false;
  private hasClosed = false;

  constructor({ limiter, options, sender, telling }: SwitchboardParts) {
    const { clock, random, rateLimitStore, remembersRefusals, retries } = options;
    this.clock = clock;
    this.options = options;
    this.sender = sender;
    this.telling = telling;
    this.shared = rateLimitStore === undefined ? null : new SharedLimits(rateLimitStore, clock);
    this.refusals = remembersRefusals ? new RefusalMemory() : null;
    this.retrying = { budget: new RetryBudget(), random, retries };
    this.driver = drive(limiter, { clock, deadline: () => ({ type: 'deadline' }), perform: this.perform });
  }

  get isClosed(): boolean {
    return this.hasClosed;
  }

  /** How many calls have not settled yet. */
  get pendingCalls(): number {
    return this.calls.size;
  }

  /** Makes a call. Whatever is wrong with it rejects. */
  call(method: HttpMethod, path: string, options: RequestOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // What is thrown in here rejects.
      const plan = new CallPlan(method, path, options, this.options);
      plan.signal?.throwIfAborted();
      const objection = this.objectionTo(plan);
      if (objection !== null) throw objection;
      const call = new Call(this, plan, resolve, reject);
      this.calls.add(call);
      this.retrying.budget.deposit();
      call.start();
    });
  }

  /** Why a call must not be sent, though it is well made; `null` when it may. Asked anew whenever it is about to leave. */
  objectionTo(plan: CallPlan): DiscordApiError | OptionsError | null {
    if (this.hasClosed) return restClosed(plan.call);
    if (plan.isAuthorized) {
      if (this.options.authorization === null) return tokenMissing(plan);
      if (this.isTokenRejected) return tokenRejected(plan.call);
    }
    if (this.refusals === null) return null;
    const known = this.refusals.recall(plan, this.clock.nowMs());
    return known === null ? null : rememberedRefusal(plan.call, known);
  }

  /** Discord has refused a call. */
  refused(plan: CallPlan, error: DiscordApiError): void {
    if (error.code === 'TOKEN_REJECTED') this.rejected(error);
    this.refusals?.remember(plan, error, this.clock.nowMs());
  }

  /** Discord has carried a call out. */
  passed(plan: CallPlan): void {
    this.refusals?.passed(plan);
  }

  /** Several calls may have been under way: the first to come back tells. */
  private rejected(error: DiscordApiError): void {
    if (this.isTokenRejected) return;
    this.isTokenRejected = true;
    this.telling.tokenRejected(error);
  }

  /** How many refusals are remembered. */
  get rememberedRefusals(): number {
    return this.refusals?.size ?? 0;
  }

  feed(input: RateLimiterInput): void {
    this.driver.feed(input);
  }

  answered(ticket: RateTicket, facts: RateFacts): void {
    this.driver.feed({ type: 'answered', ticket, facts });
    this.share(ticket, facts);
  }

  /** A call is to be sent once more, after `waitMs`. */
  repeating(ticket: RateTicket, outcome: AttemptOutcome, waitMs: number): void {
    this.driver.feed({ type: 'repeating', ticket, outcome, waitMs });
    if (typeof outcome !== 'string') this.share(ticket, outcome);
  }

  private share(ticket: RateTicket, facts: RateFacts): void {
    this.shared?.learn(ticket, facts, (count) => {
      if (!this.hasClosed) this.driver.feed({ type: 'invalidCounted', count });
    });
  }

  /** A call has come to its end. */
  settled(call: Call): void {
    this.calls.delete(call);
    if (this.calls.size > 0) return;
    const waiters = this.idleWaiters;
    if (waiters.length > 0) this.idleWaiters = [];
    for (const wake of waiters) wake();
  }

  forgetRejection(): void {
    this.isTokenRejected = false;
  }

  forgetRefusals(id: string | undefined): void {
    this.refusals?.forget(id);
  }

  async idle(): Promise<void> {
    if (this.calls.size > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  /** Lets nothing wait any longer; what is under way may finish. */
  async close(): Promise<void> {
    this.hasClosed = true;
    for (const call of this.calls.toArray()) call.close();
    await this.sender.close(this.idle());
    this.driver.stop();
  }

  private readonly perform = (action: RateLimiterAction): void => {
    if (action.type === 'band') return this.telling.invalidRequests({ band: action.band, count: action.count });
    const { ticket } = action;
    // Nobody else asks; the limiter only does not know what its tickets are.
    if (!(ticket instanceof Call)) return;
    if (action.type === 'grant') ticket.granted();
    else if (action.type === 'refuse') ticket.refused(action.cause, action.wait);
    else if (this.telling.hearsLimits) this.telling.rateLimited({ ...ticket.attempt(), ...action.wait });
  };
}

function tokenMissing({ call }: CallPlan): OptionsError {
  return new OptionsError('MISSING_OPTION', {
    what: `${call.method} ${call.path} needs the bot's token, and Rest was given no \`token\`.`,
    cure: 'Give `token`. Without one only webhooks, interactions and a few public routes can be called.',
  });
}
