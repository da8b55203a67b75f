import { beat, isHidden, isThread, packChannel, patchChannel, type ChannelRecord } from '../records/channel.js';
import { idOf, integerOf, payloadsOf, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import { recipientsOf, type World } from '../tables/World.js';
import {
  awaitGuild,
  changed,
  guildOf,
  IGNORED,
  inGuild,
  outcome,
  type GuildReducer,
  type Outcome,
  type Reducer,
  type Reducers,
} from './Reducer.js';

export const channelReducers: Reducers = {
  CHANNEL_CREATE: inHome((world, shelf, payload) => {
    const id = idOf(payload['id']);
    if (id === undefined || world.buried.isBuried(`channel:${id}`, world.nowMs)) return IGNORED;
    const before = shelf.get('channels', id);
    writeChannel(world, shelf, id, payload);
    return outcome({ before, after: shelf.get('channels', id), arrived: [id] });
  }),

  CHANNEL_UPDATE: inHome((world, shelf, payload) => {
    const before = shelf.get('channels', idOf(payload['id']) ?? '');
    if (before === undefined) return IGNORED;
    writeChannel(world, shelf, before.id, payload, { isPatch: true });
    return changed(before, shelf.get('channels', before.id));
  }),

  CHANNEL_DELETE: inHome((world, shelf, payload) => {
    const id = idOf(payload['id']);
    if (id === undefined) return IGNORED;
    world.buried.bury(`channel:${id}`, world.nowMs);
    return changed(removeChannel(world, shelf, id), undefined);
  }),

  // It does not fire when a pinned message is deleted; `null` says that nothing is pinned.
  CHANNEL_PINS_UPDATE: inHome((world, _shelf, payload) =>
    pulse(world, payload['channel_id'], { last_pin_timestamp: payload['last_pin_timestamp'] ?? null }),
  ),

  CHANNEL_INFO: inGuild((world, _shelf, payload) => {
    for (const { id, ...fields } of payloadsOf(payload['channels'])) pulse(world, id, fields);
    return changed(undefined, undefined);
  }),
  VOICE_CHANNEL_STATUS_UPDATE: inGuild((world, _shelf, { id, status }) => pulse(world, id, { status: status ?? null })),
  VOICE_CHANNEL_START_TIME_UPDATE: inGuild((world, _shelf, { id, voice_start_time }) =>
    pulse(world, id, { voice_start_time: voice_start_time ?? null }),
  ),
};

/** Makes the channels of a guild those of a list. Of a `fresh` list, nothing that the payloads leave out is carried over. */
export function syncChannels(world: World, shelf: Shelf, list: unknown, isFresh: boolean): void {
  const channels = new Map(payloadsOf(list).flatMap(withId));
  const known = new Map([...channels.keys()].map((id) => [id, id]));
  for (const [id, channel] of channels) {
    // A whole list outranks what was heard before.
    world.buried.raise(`channel:${id}`);
    writeChannel(world, shelf, id, channel, { known, isFresh });
  }
  for (const { id } of shelf.all('channels')) if (!channels.has(id)) removeChannel(world, shelf, id);
}

/** How a channel is written. */
interface ChannelWriting {
  /** The copies of ids that the same list brought. */
  readonly known?: ReadonlyMap<string, string>;
  /** Whether nothing that the payload leaves out is carried over, what changes fast neither. */
  readonly isFresh?: boolean;
  /** Whether what the payload leaves out stays. */
  readonly isPatch?: boolean;
}

/** Writes a channel that is no thread. */
export function writeChannel(world: World, shelf: Shelf, id: string, payload: Payload, writing: ChannelWriting = {}): void {
  const { known, isFresh = false, isPatch = false } = writing;
  const before = shelf.get('channels', id);
  const intern = (wanted: string): string => known?.get(wanted) ?? shelf.intern(wanted);
  const isDirect = shelf === world.direct;
  const context = { pool: world.pool, intern, pulse: isFresh ? undefined : before?.pulse };
  // Of what is hidden, or was, nothing is carried over: its fields were placeholders.
  const canPatch = isPatch && before !== undefined && !isHidden(before) && !isHidden(payload);
  const record = canPatch
    ? patchChannel(before, payload, context)
    : packChannel(before?.id ?? id, isDirect ? undefined : shelf.id, payload, context);
  if (isDirect) holdRecipients(world, before, record);
  world.put(shelf, 'channels', record.id, record);
  // What was read in it before may not be read any more.
  if (isHidden(record)) world.emptyChannel(shelf, id);
}

/** Takes a channel out with its threads, and with what takes place in it. The channels of a category stay, outside of it. */
export function removeChannel(world: World, shelf: Shelf, id: string): ChannelRecord | undefined {
  for (const thread of shelf.all('threads')) if (thread.parent_id === id) world.take(shelf, 'threads', thread.id);
  for (const state of shelf.all('voiceStates')) if (state.channel_id === id) world.take(shelf, 'voiceStates', state.user_id);
  for (const resource of ['stageInstances', 'invites'] as const) {
    for (const { id: key, own } of shelf.all(resource)) if (own?.['channel_id'] === id) world.take(shelf, resource, key);
  }
  for (const child of shelf.all('channels'))
    if (child.parent_id === id) world.put(shelf, 'channels', child.id, { ...child, parent_id: null });
  return world.take(shelf, 'channels', id);
}

/** Reduces an event of a channel: in its guild, or among the direct messages when it names none. */
export function inHome(reduce: GuildReducer): Reducer {
  return (world, payload) => {
    const shelf = payload['guild_id'] == null ? world.direct : guildOf(world, payload);
    return shelf === undefined ? awaitGuild(world, payload['guild_id']) : reduce(world, shelf, payload);
  };
}

/** A reducer of an event in a channel. There is no record where the policy keeps no channels, nor of a direct message that was never heard of. */
export type ChannelReducer = (world: World, place: Place, payload: Payload) => Outcome;

/** Where an event takes place. */
export interface Place {
  readonly shelf: Shelf;
  readonly channelId: string;
  readonly channel: ChannelRecord | undefined;
}

/** Reduces an event in a channel: waits for one that is not known, if it can be known. `channel_id` names it. */
export function inChannel(reduce: ChannelReducer): Reducer {
  return inHome((world, shelf, payload) => {
    // What is found needs no check: neither of its id, nor whether it was deleted.
    const channel = shelf.channel(payload['channel_id'] as string) ?? world.channel(payload['channel_id'] as string);
    if (channel !== undefined) return reduce(world, { shelf, channelId: channel.id, channel }, payload);
    const channelId = idOf(payload['channel_id']);
    if (channelId === undefined || world.buried.isBuried(`channel:${channelId}`, world.nowMs)) return IGNORED;
    const isAwaited = shelf !== world.direct && keepsAllChannels(world);
    return isAwaited ? outcome({ awaits: channelId }) : reduce(world, { shelf, channelId, channel }, payload);
  });
}

function keepsAllChannels({ policy: { channels, threads } }: World): boolean {
  return channels.isKept && channels.keep === null && threads.isKept && threads.keep === null;
}

/** Writes what changes fast of a channel that is known. */
function pulse(world: World, id: unknown, fields: Payload): Outcome {
  const channel = world.channel(idOf(id) ?? '');
  if (channel === undefined) return IGNORED;
  beat(channel.pulse, fields);
  return changed(undefined, channel);
}

function holdRecipients(world: World, before: ChannelRecord | undefined, record: ChannelRecord): void {
  const held = before === undefined ? [] : recipientsOf(before);
  for (const user of payloadsOf(record.own?.['recipients'])) {
    const id = idOf(user['id']);
    if (id !== undefined && !held.includes(id)) world.hold(id, user);
  }
  const wanted = recipientsOf(record);
  for (const id of held) if (!wanted.includes(id)) world.letGo(id);
}

function withId(channel: Payload): readonly (readonly [string, Payload])[] {
  const id = idOf(channel['id']);
  return id === undefined || isThread({ type: integerOf(channel['type']) ?? -1 }) ? [] : [[id, channel]];
}
