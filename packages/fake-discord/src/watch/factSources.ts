import type { GatewayFact, GatewayJournal } from '../gateway/GatewayJournal.js';
import type { GatewayServer } from '../gateway/GatewayServer.js';
import { readContent } from '../rest/readContent.js';
import type { RestExchange } from '../rest/RestExchange.js';
import type { RestReply, RestRequest } from '../rest/RestRequest.js';
import type { Signal } from '../Signal.js';
import type { World } from '../world/World.js';
import type { Act } from './Act.js';
import type { InteractionNews } from './InteractionNews.js';
import type { ObservedBucket, ObservedFact, RequestObservation } from './Observation.js';
import type { FactSource } from './Observers.js';

/** What people did. */
export function actsOf(acts: Signal<Act>): FactSource {
  return (tell) => acts.listen(({ user: { id: userId, username }, verb, what }) => tell({ type: 'act', userId, username, verb, what }));
}

/** What happened in the world. */
export function eventsOf({ occurrences }: World): FactSource {
  return (tell) =>
    occurrences.listen(({ channelId, d, guildId, onlyFor, t }) => tell({ type: 'event', t, d, channelId, guildId, onlyFor }));
}

/** What became of interactions. */
export function interactionsOf(news: Signal<InteractionNews>): FactSource {
  return (tell) => news.listen((each) => tell({ type: 'interaction', ...each }));
}

/** What the bot did at the gateway. */
export function factsOf(journal: GatewayJournal): FactSource {
  return (tell) =>
    journal.observe((fact) => {
      tell(observed(fact));
    });
}

/** What the gateway sent. */
export function framesOf({ sent }: GatewayServer): FactSource {
  return (tell) =>
    sent.listen(({ action: { op, s, t, text }, connection }) => {
      const { d } = JSON.parse(text) as { readonly d: unknown };
      const place = { connectionId: connection.id, shard: connection.shardId };
      if (t === null) return tell({ type: 'sent', op, d, ...place });
      tell({ type: 'dispatch', t, s, d, ...place, sessionId: connection.machine.session?.id ?? null });
    });
}

/** Requests and answers. `routeOf` names the route of a request. */
export function exchangesOf(exchanges: Signal<RestExchange>, routeOf: (request: RestRequest) => string): FactSource {
  return (tell) =>
    exchanges.listen((exchange) => {
      const { id } = exchange;
      if (exchange.type === 'request') return tell(requestSeen(id, exchange.request, routeOf(exchange.request)));
      const { latencyMs, reply } = exchange;
      const isAnswered = reply !== null;
      tell({
        type: 'response',
        id,
        latencyMs,
        status: isAnswered ? reply.status : null,
        body: isAnswered ? (reply.rawBody?.toString() ?? reply.body ?? null) : null,
        bucket: isAnswered ? bucketOf(reply) : null,
      });
    });
}

function observed(fact: GatewayFact): ObservedFact {
  switch (fact.type) {
    case 'connection':
      return { type: 'connection', connectionId: fact.connectionId };
    case 'frame': {
      const { bytes, connectionId, d, op, shardId: shard } = fact;
      return { type: 'received', bytes, connectionId, d, op, shard };
    }
    default: {
      const { atMs: _, shardId: shard, ...rest } = fact;
      return { ...rest, shard } as ObservedFact;
    }
  }
}

function requestSeen(id: number, request: RestRequest, route: string): RequestObservation {
  const { method, path, query } = request;
  return { type: 'request', id, method, path, query: query.toString(), route, body: bodyOf(request) };
}

/** A body as people read it. One that Discord could not read either is shown as the text that it is. */
function bodyOf(request: RestRequest): unknown {
  const text = request.body.toString('utf8');
  if (text === '') return null;
  if (request.headers['content-type']?.startsWith('multipart/form-data') !== true) return parsed(text);
  try {
    const { files, form } = readContent(request);
    const fields = Object.fromEntries(form.names().map((name) => [name, form.raw(name)]));
    return { ...fields, files: [...files.values()].map(({ filename }) => filename) };
  } catch {
    // A broken form is refused; what stood in it is seldom text.
    return `(${String(request.body.length)} bytes)`;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function bucketOf({ headers = {} }: RestReply): ObservedBucket | null {
  const hash = headers['x-ratelimit-bucket'];
  if (typeof hash !== 'string') return null;
  const number = (name: string): number => Number(headers[`x-ratelimit-${name}`]);
  return { hash, limit: number('limit'), remaining: number('remaining'), resetAfterMs: Math.round(number('reset-after') * 1_000) };
}
