import type { Observation } from '@aplomb/fake-discord';
import type { EntryDraft } from './Timeline.js';

/** What an observation is about: what the page shows when an entry is opened. */
export interface Described {
  readonly entry: EntryDraft;
  readonly payload: unknown;
}

type Fact<Type extends Observation['type']> = Extract<Observation, { readonly type: Type }>;

const OP_NAMES: Readonly<Record<number, string>> = {
  0: 'DISPATCH',
  1: 'HEARTBEAT',
  2: 'IDENTIFY',
  3: 'PRESENCE_UPDATE',
  4: 'VOICE_STATE_UPDATE',
  6: 'RESUME',
  7: 'RECONNECT',
  8: 'REQUEST_GUILD_MEMBERS',
  9: 'INVALID_SESSION',
  10: 'HELLO',
  11: 'HEARTBEAT_ACK',
  31: 'REQUEST_SOUNDBOARD_SOUNDS',
  43: 'REQUEST_CHANNEL_INFO',
};

/** How each kind of fact becomes an entry; an answer belongs to the entry of its request. */
const DESCRIBE: { readonly [Type in Exclude<Observation['type'], 'response'>]: (fact: Fact<Type>) => Omit<EntryDraft, 'atMs' | 'shard'> } =
  {
    act: ({ username, verb, what }) => ({ kind: 'act', name: verb, detail: `${username}: ${what}` }),
    connection: ({ connectionId }) => ({ kind: 'connection', name: 'CONNECT', detail: `connection ${connectionId}` }),
    disconnection: ({ by, code }) => ({
      kind: 'connection',
      name: 'DISCONNECT',
      // Nobody says goodbye when a connection breaks, whichever side broke it.
      detail: code === null ? 'the connection was lost' : `by the ${by}, code ${code}`,
    }),
    dispatch: ({ s, t }) => ({ kind: 'dispatch', name: t, detail: '', ...(s !== null && { sequence: s }) }),
    event: ({ onlyFor, t }) => ({ kind: 'event', name: t, detail: onlyFor === null ? 'the bot is not told' : 'for one person only' }),
    identify: ({ outcome, total }) => ({ kind: 'connection', name: 'IDENTIFY', detail: `of ${total} shards: ${outcome}` }),
    interaction: ({ name, state }) => ({ kind: 'interaction', name: `interaction ${state}`, detail: name }),
    received: ({ bytes, op }) => ({
      kind: 'frame',
      name: op === null ? 'unreadable frame' : nameOf(op),
      detail: `from the bot, ${bytes} bytes`,
    }),
    request: ({ method, path, query, route }) => ({
      kind: 'request',
      name: route,
      detail: `${method} ${path}${query === '' ? '' : `?${query}`}`,
    }),
    resume: ({ outcome, replayed, seq }) => ({
      kind: 'connection',
      name: 'RESUME',
      detail: `after ${seq}: ${outcome}, ${replayed} replayed`,
    }),
    sent: ({ op }) => ({ kind: 'frame', name: nameOf(op), detail: 'to the bot' }),
    violation: ({ offence, punishment }) => ({
      kind: 'connection',
      name: 'VIOLATION',
      detail: `${offence}${punishment === null ? '' : `, punished with ${punishment}`}`,
    }),
  };

const PAYLOAD: { readonly [Type in Observation['type']]?: (fact: Fact<Type>) => unknown } = {
  dispatch: ({ d }) => d,
  event: ({ d }) => d,
  received: ({ d }) => d,
  request: ({ body }) => body,
  sent: ({ d }) => d,
};

/** Words an observation for the timeline. */
export function describe(fact: Exclude<Observation, Fact<'response'>>): Described {
  const { type, wallMs, ...rest } = fact;
  // Each row takes the facts of its type; a union of types has lost which is which.
  const words = DESCRIBE[type] as (each: Observation) => Omit<EntryDraft, 'atMs' | 'shard'>;
  const payload = PAYLOAD[type] as ((each: Observation) => unknown) | undefined;
  return { entry: { atMs: wallMs, ...words(fact), ...shardOf(fact) }, payload: payload === undefined ? rest : payload(fact) };
}

function shardOf(fact: object): { readonly shard?: number } {
  return 'shard' in fact && typeof fact.shard === 'number' ? { shard: fact.shard } : {};
}

function nameOf(op: number): string {
  return OP_NAMES[op] ?? `op ${op}`;
}
