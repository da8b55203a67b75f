import { channel } from 'node:diagnostics_channel';
import type { DiscordApiError } from '../errors.js';
import type { InvalidRequestsEvent, RestEvents, RestRateLimitedEvent, RestRequestEvent, RestResponseEvent } from '../restEvents.js';

/** Where events go: an emitter that no listener can hurt. */
export interface EventSink {
  emit<Name extends keyof RestEvents>(name: Name, event: Parameters<RestEvents[Name]>[0]): boolean;
  listenerCount(name: keyof RestEvents): number;
}

const requests = channel('aplomb:rest:request');
const responses = channel('aplomb:rest:response');
const limits = channel('aplomb:rest:rateLimited');

/**
 * Tells listeners and `diagnostics_channel` what happens. Events are made only where somebody hears them: ask first.
 *
 * @see {@link https://nodejs.org/api/diagnostics_channel.html | Diagnostics channel}
 */
export class Telling {
  private readonly sink: EventSink;

  constructor(sink: EventSink) {
    this.sink = sink;
  }

  get hearsRequests(): boolean {
    return requests.hasSubscribers || this.sink.listenerCount('request') > 0;
  }

  get hearsResponses(): boolean {
    return responses.hasSubscribers || this.sink.listenerCount('response') > 0;
  }

  get hearsLimits(): boolean {
    return limits.hasSubscribers || this.sink.listenerCount('rateLimited') > 0;
  }

  request(event: RestRequestEvent): void {
    this.sink.emit('request', event);
    requests.publish(event);
  }

  response(event: RestResponseEvent): void {
    this.sink.emit('response', event);
    responses.publish(event);
  }

  rateLimited(event: RestRateLimitedEvent): void {
    this.sink.emit('rateLimited', event);
    limits.publish(event);
  }

  invalidRequests(event: InvalidRequestsEvent): void {
    this.sink.emit('invalidRequests', event);
  }

  tokenRejected(error: DiscordApiError): void {
    this.sink.emit('tokenRejected', error);
  }
}
