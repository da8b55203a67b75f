import { drive, OptionsError, type Driver } from '@aplomb/base';
import {
  readRateFacts,
  type InvalidRequestBand,
  type RateLimiter,
  type RateLimiterAction,
  type RateLimiterInput,
  type RateTicket,
} from '@aplomb/rest/ratelimit';
import type { Attempt } from '../Attempt.js';
import type { RestWorld } from '../RestWorld.js';
import { SimCall } from '../SimCall.js';
import type { Answer } from '../truth/wording.js';
import type { RestClient } from './RestClient.js';

/** Reads are repeated so often after a 5xx or a loss. */
const RETRIES = 3;

/** What reaches the limiter of a header. */
type Hearing = (name: string, value: string | undefined) => string | undefined;

/** The real limiter, driven in virtual time, and hearing answers as text. */
export class LimitedClient implements RestClient {
  /** What the machine did that no machine may do: granting what it was not asked for, or twice. */
  readonly misdeeds: string[] = [];
  /** Refusals by their cause. */
  readonly refusals = new Map<string, number>();
  /** How much later than its deadline a call was refused that had not been on the wire meanwhile, at most. */
  latestRefusalMs = -Infinity;
  band: InvalidRequestBand = 'calm';
  /** The most requests on the wire at one time, interactions apart. */
  mostUnderWay = 0;
  private countedUnderWay = 0;
  private readonly underWay = new Map<SimCall, Attempt>();
  private readonly world: RestWorld;
  private readonly driver: Driver<RateLimiterInput>;
  private readonly hears: Hearing;

  constructor(world: RestWorld, limiter: RateLimiter, hears: Hearing = (_name, value) => value) {
    this.world = world;
    this.hears = hears;
    this.driver = drive<RateLimiterInput, RateLimiterAction>(limiter, {
      clock: world.loop,
      deadline: () => ({ type: 'deadline' }),
      perform: (action) => {
        this.perform(action);
      },
    });
  }

  submit(call: SimCall): void {
    this.driver.feed({ type: 'asked', ticket: call });
  }

  withdraw(call: SimCall): void {
    if (call.end !== null) return;
    const attempt = this.underWay.get(call);
    if (attempt !== undefined) {
      this.comeBack(call);
      this.world.giveUp(attempt);
      call.lane.disturbedUntilMs = Math.max(call.lane.disturbedUntilMs, this.world.loop.nowMs());
    }
    this.driver.feed({ type: 'withdrawn', ticket: call });
    call.finish('withdrawn');
  }

  wrote({ call }: Attempt): void {
    this.driver.feed({ type: 'sent', ticket: call });
  }

  hear(attempt: Attempt, answer: Answer): void {
    const { call } = attempt;
    this.comeBack(call);
    const facts = readRateFacts(answer.status, (name) => this.hears(name, answer.headers[name]), answer.body);
    this.driver.feed({ type: 'answered', ticket: call, facts });
    if (answer.status === 429) return;
    if (answer.status >= 500) this.repeatOrEnd(call);
    else call.finish('answered');
  }

  lose(attempt: Attempt): void {
    const { call } = attempt;
    this.comeBack(call);
    this.driver.feed({ type: 'failed', ticket: call });
    this.repeatOrEnd(call);
  }

  private repeatOrEnd(call: SimCall): void {
    if (call.isRead && call.sent <= RETRIES) this.submit(call);
    else call.finish('failed');
  }

  private perform(action: RateLimiterAction): void {
    switch (action.type) {
      case 'grant':
        this.grant(ownCall(action.ticket));
        break;
      case 'refuse':
        this.refuse(ownCall(action.ticket), action.cause);
        break;
      case 'band':
        this.band = action.band;
        break;
      case 'limited':
        break;
    }
  }

  private grant(call: SimCall): void {
    if (call.end !== null || this.underWay.has(call))
      this.misdeeds.push(`granted call ${call.number}, which ${call.end ?? 'is under way'}`);
    this.underWay.set(call, this.world.send(call, this));
    if (!call.isInteraction) this.countedUnderWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.countedUnderWay);
  }

  private comeBack(call: SimCall): void {
    if (this.underWay.delete(call) && !call.isInteraction) this.countedUnderWay -= 1;
    call.backMs = this.world.loop.nowMs();
  }

  private refuse(call: SimCall, cause: string): void {
    if (call.end !== null) this.misdeeds.push(`refused call ${call.number}, which had ended`);
    this.refusals.set(cause, (this.refusals.get(cause) ?? 0) + 1);
    this.latestRefusalMs = Math.max(this.latestRefusalMs, this.world.loop.nowMs() - Math.max(call.giveUpAtMs, call.backMs));
    call.finish('refused');
  }
}

/** The limiter gives tickets back as it got them. */
function ownCall(ticket: RateTicket): SimCall {
  if (ticket instanceof SimCall) return ticket;
  throw new OptionsError('INVALID_OPTION', {
    what: 'The limiter gave back a ticket that it never got.',
    cure: 'Give back the ticket itself.',
  });
}
