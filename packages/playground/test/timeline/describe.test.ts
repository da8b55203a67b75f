import type { Observation } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { describe as worded } from '../../src/timeline/describe.js';

type Fact = Parameters<typeof worded>[0];
type FactOf<Type extends Observation['type']> = Omit<Extract<Observation, { readonly type: Type }>, 'wallMs'>;

/** A fact at the instant 5. */
function fact<Type extends Fact['type']>(given: FactOf<Type>): Fact {
  return { ...given, wallMs: 5 } as unknown as Fact;
}

const rows: readonly [Fact, object][] = [
  [
    fact<'act'>({ type: 'act', userId: '1', username: 'alice', verb: 'send', what: 'message to #general' }),
    { kind: 'act', name: 'send', detail: 'alice: message to #general' },
  ],
  [fact<'connection'>({ type: 'connection', connectionId: 3 }), { kind: 'connection', name: 'CONNECT', detail: 'connection 3' }],
  [
    fact<'disconnection'>({ type: 'disconnection', by: 'server', code: 4000, connectionId: 3, shard: 1 }),
    { kind: 'connection', name: 'DISCONNECT', detail: 'by the server, code 4000', shard: 1 },
  ],
  [
    fact<'disconnection'>({ type: 'disconnection', by: 'client', code: null, connectionId: 3, shard: null }),
    { kind: 'connection', name: 'DISCONNECT', detail: 'the connection was lost' },
  ],
  [
    fact<'dispatch'>({ type: 'dispatch', t: 'READY', s: 1, d: {}, shard: 0, sessionId: 'x', connectionId: 3 }),
    { kind: 'dispatch', name: 'READY', detail: '', sequence: 1, shard: 0 },
  ],
  [
    fact<'event'>({ type: 'event', t: 'MESSAGE_CREATE', d: {}, channelId: '1', guildId: '2', onlyFor: null }),
    { kind: 'event', name: 'MESSAGE_CREATE', detail: 'the bot is not told' },
  ],
  [
    fact<'event'>({ type: 'event', t: 'MESSAGE_CREATE', d: {}, channelId: '1', guildId: '2', onlyFor: '4' }),
    { kind: 'event', name: 'MESSAGE_CREATE', detail: 'for one person only' },
  ],
  [
    fact<'identify'>({ type: 'identify', connectionId: 3, intents: 1, outcome: 'ready', shard: 0, total: 2 }),
    { kind: 'connection', name: 'IDENTIFY', detail: 'of 2 shards: ready', shard: 0 },
  ],
  [
    fact<'received'>({ type: 'received', op: 3, d: {}, bytes: 20, connectionId: 3, shard: 0 }),
    { kind: 'frame', name: 'PRESENCE_UPDATE', detail: 'from the bot, 20 bytes', shard: 0 },
  ],
  [
    fact<'received'>({ type: 'received', op: null, d: null, bytes: 2, connectionId: 3, shard: null }),
    { kind: 'frame', name: 'unreadable frame', detail: 'from the bot, 2 bytes' },
  ],
  [
    fact<'request'>({ type: 'request', id: 1, method: 'GET', path: '/users/1', query: 'a=b', route: 'GET /users/:id', body: null }),
    { kind: 'request', name: 'GET /users/:id', detail: 'GET /users/1?a=b' },
  ],
  [
    fact<'resume'>({ type: 'resume', connectionId: 3, outcome: 'resumed', replayed: 2, seq: 9, sessionId: 'x', shard: 0 }),
    { kind: 'connection', name: 'RESUME', detail: 'after 9: resumed, 2 replayed', shard: 0 },
  ],
  [
    fact<'sent'>({ type: 'sent', op: 99, d: null, connectionId: 3, shard: 0 }),
    { kind: 'frame', name: 'op 99', detail: 'to the bot', shard: 0 },
  ],
  [
    fact<'violation'>({ type: 'violation', connectionId: 3, offence: 'talked too much', punishment: 4008, shard: 0 }),
    { kind: 'connection', name: 'VIOLATION', detail: 'talked too much, punished with 4008', shard: 0 },
  ],
];

describe('an observation in the timeline', () => {
  it.each(rows.map(([given, entry]) => [given.type, given, entry] as const))('of the type %s is told in few words', (_, given, entry) => {
    expect(worded(given).entry).toEqual({ atMs: 5, ...entry });
  });

  it('has as its payload what was sent, or else all that is known of it', () => {
    expect(
      worded(fact<'dispatch'>({ type: 'dispatch', t: 'READY', s: 1, d: { v: 10 }, shard: 0, sessionId: 'x', connectionId: 3 })).payload,
    ).toEqual({ v: 10 });
    expect(worded(fact<'connection'>({ type: 'connection', connectionId: 3 })).payload).toEqual({ connectionId: 3 });
  });
});
