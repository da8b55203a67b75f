import { systemClock } from '@aplomb/base';
import type { Signal } from '../Signal.js';
import type { RestAnswer, RestReply, RestRequest } from './RestRequest.js';

/** One of the two halves of an exchange over REST; the same `id` stands in both. */
export type RestExchange =
  /** A request came in full. */
  | { readonly type: 'request'; readonly id: number; readonly request: RestRequest }
  /** Its answer is out, after so many milliseconds of real time; `null` when the connection broke without one. */
  | { readonly type: 'response'; readonly id: number; readonly latencyMs: number; readonly reply: RestReply | null };

/** Follows one exchange and tells both halves of it. */
export class ExchangeTeller {
  /** What it is answered with. */
  answer: RestAnswer = 'hang up';

  private readonly exchanges: Signal<RestExchange>;
  private readonly id: number;
  private readonly startedMs = systemClock.nowMs();
  private isTold = false;

  constructor(exchanges: Signal<RestExchange>, id: number) {
    this.exchanges = exchanges;
    this.id = id;
  }

  came(request: RestRequest): void {
    this.isTold = true;
    this.exchanges.tell({ type: 'request', id: this.id, request });
  }

  /** The connection has no more to do with it. */
  ended(isSent: boolean): void {
    if (!this.isTold) return;
    const reply = isSent && this.answer !== 'hang up' ? this.answer : null;
    this.exchanges.tell({ type: 'response', id: this.id, latencyMs: systemClock.nowMs() - this.startedMs, reply });
  }
}
