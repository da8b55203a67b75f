import { ManualClock } from '@aplomb/base';
import { Switchboard } from '../../src/call/Switchboard.js';
import { Telling, type EventSink } from '../../src/call/Telling.js';
import { resolveRestOptions, type RestOptions } from '../../src/RestOptions.js';
import type { HttpMethod, RequestOptions } from '../../src/RestRequest.js';
import { HttpSender } from '../../src/transport/HttpSender.js';
import { BASE_URL, TOKEN } from '../FakeApi.js';
import { FakeDispatcher } from '../transport/FakeDispatcher.js';
import { OpenGate } from './OpenGate.js';

export type Event = readonly [name: string, event: Readonly<Record<string, unknown>>];

/** Calls without sockets, and without waiting: a clock to wind, a limiter that lets everything go, and flights that the test brings down. */
export function callWorld(given: Partial<RestOptions> = {}) {
  const clock = new ManualClock();
  const air = new FakeDispatcher();
  const gate = new OpenGate();
  const events: Event[] = [];
  const sink: EventSink = {
    emit: (name, event) => {
      events.push([name, event as unknown as Event[1]]);
      return true;
    },
    listenerCount: () => 1,
  };
  const own = { token: TOKEN, baseUrl: BASE_URL, clock, dispatcher: air.asDispatcher, random: () => 1, validatesBodies: false };
  const options = resolveRestOptions({ ...own, ...given });
  const board = new Switchboard({ limiter: gate, options, sender: new HttpSender(options), telling: new Telling(sink) });
  /** Makes a call, and resolves with its value or its error. */
  const outcomeOf = (method: HttpMethod, path: string, request: RequestOptions = {}): Promise<unknown> =>
    board.call(method, path, request).then((value) => value, (error: unknown) => error); // prettier-ignore
  return { air, board, clock, events, gate, options, outcomeOf };
}
