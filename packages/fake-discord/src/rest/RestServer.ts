import type { Clock } from '@aplomb/base';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RestFaultPlan } from '../faults/RestFaultPlan.js';
import { deliver } from './deliver.js';
import { Signal } from '../Signal.js';
import type { Front } from './Front.js';
import { plainError } from './RestApi.js';
import type { RestApi } from './RestApi.js';
import type { RequestLog } from './RequestLog.js';
import { readBody, readHead } from './receive.js';
import { Repetitions } from './Repetitions.js';
import { ExchangeTeller } from './RestExchange.js';
import type { RestExchange } from './RestExchange.js';
import type { RestAnswer, RestInterceptor, RestReply, RestRequest } from './RestRequest.js';

const TOO_LARGE: RestReply = { status: 413, body: { message: 'Request entity too large', code: 40005 } };

/** What a request passes on its way, in this order, and what writes it down. */
export interface RestServerParts {
  readonly front: Front;
  readonly faults: RestFaultPlan;
  readonly api: RestApi;
  readonly clock: Clock;
  readonly log: RequestLog;
}

/** Joins the API to node's HTTP server, and knows when nothing is under way. */
export class RestServer {
  /** Requests and their answers, as they come and go. */
  readonly exchanges = new Signal<RestExchange>();
  /** What was told to come again. */
  readonly repetitions = new Repetitions();
  /** How many requests have come in since the start. */
  received = 0;
  /** How many requests are waiting for their answer. One that will never be answered does not wait. */
  inFlight = 0;

  private readonly interceptors = new Set<RestInterceptor>();
  private readonly parts: RestServerParts;
  private readonly waiting = new Set<() => void>();

  constructor(parts: RestServerParts) {
    this.parts = parts;
  }

  /** Puts a fault before the routes, and returns what takes it back. */
  intercept(interceptor: RestInterceptor): () => void {
    this.interceptors.add(interceptor);
    return () => {
      this.interceptors.delete(interceptor);
    };
  }

  /** Resolves as soon as no request waits for its answer. */
  idle(): Promise<void> {
    if (this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  /** Serves one request of node's HTTP server. It never rejects. */
  async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.received += 1;
    this.inFlight += 1;
    const finish = this.finishOnce();
    const teller = new ExchangeTeller(this.exchanges, this.received);
    response.once('close', () => {
      teller.ended(response.writableFinished);
      finish();
    });
    try {
      const answer = await this.answer(incoming, teller);
      teller.answer = answer;
      if (answer === 'hang up') return void incoming.socket.destroy();
      deliver(response, answer, this.parts.clock);
      if (answer.delivery?.afterMs === Infinity) finish();
    } catch (error) {
      // A fault in this fake, not in the bot: said as loudly as HTTP can.
      deliver(response, plainError(500, `500: FakeDiscord itself failed: ${String(error)}`), this.parts.clock);
    }
  }

  private async answer(incoming: IncomingMessage, teller: ExchangeTeller): Promise<RestAnswer> {
    const { clock, faults, front, log } = this.parts;
    const { head, refusal } = readHead(incoming);
    const writeDown = log.add({ ...head, query: head.query.toString(), atMs: clock.nowMs() });
    this.repetitions.came(head);
    const body = await readBody(incoming);
    const request = { ...head, body: body ?? Buffer.alloc(0) };
    teller.came(request);
    const page = front.refuse(clock.nowMs());
    const answer = page ?? (await faults.answer(request, () => this.answerBehindFaults(request, body === null ? TOO_LARGE : refusal)));
    writeDown(answer);
    if (answer !== 'hang up') this.repetitions.answered(head, answer, clock.nowMs());
    if (page === null && answer !== 'hang up') front.note(answer, clock.nowMs());
    return answer;
  }

  private async answerBehindFaults(request: RestRequest, refusal: RestReply | null): Promise<RestAnswer> {
    if (refusal !== null) return refusal;
    for (const interceptor of this.interceptors) {
      const reply = await interceptor(request);
      if (reply !== null) return reply;
    }
    return this.parts.api.answer(request);
  }

  private finishOnce(): () => void {
    let isFinished = false;
    return () => {
      if (isFinished) return;
      isFinished = true;
      this.inFlight -= 1;
      if (this.inFlight > 0) return;
      for (const resolve of this.waiting) resolve();
      this.waiting.clear();
    };
  }
}
