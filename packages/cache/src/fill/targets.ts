import { isThread, type ChannelRecord } from '../records/channel.js';
import { compareIds, idOf, integerOf, isPayload, textOf, type Payload } from '../records/payload.js';
import { packPlain } from '../records/plain.js';
import { byId, bySoundId } from '../reducers/entities.js';
import type { KeyOf, PlainResource } from '../reducers/plain.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import type { FillOptions, FillResource } from './FillOptions.js';
import { reduceInto } from './reduceInto.js';
import { inChannelOf, onShelf, type Target } from './Target.js';

/** Finds where an entity goes; `undefined` when it cannot be kept: no id, or no guild or channel that is known. */
export type FindTarget = (world: World, payload: Payload, options: FillOptions) => Target | undefined;

/** For each kind, where its entities go. */
export const targets: Readonly<Record<FillResource, FindTarget>> = {
  autoModerationRules: plain('autoModerationRules', byId),
  channels: channelTarget,
  emojis: plain('emojis', byId, { isWithoutGuild: true }),
  guilds: guildTarget,
  integrations: plain('integrations', byId),
  invites: plain('invites', ({ code }) => textOf(code)),
  members: inGuild(
    ({ user }) => (isPayload(user) ? idOf(user['id']) : undefined),
    'members',
    'GUILD_MEMBER_UPDATE',
    (member) => member,
  ),
  messages: messageTarget,
  roles: inGuild(byId, 'roles', 'GUILD_ROLE_CREATE', (role) => ({ role })),
  scheduledEvents: plain('scheduledEvents', byId),
  soundboardSounds: plain('soundboardSounds', bySoundId),
  stageInstances: plain('stageInstances', byId),
  stickers: plain('stickers', byId),
  users: userTarget,
  voiceStates: inGuild(
    ({ user_id: id }) => idOf(id),
    'voiceStates',
    'VOICE_STATE_UPDATE',
    (state) => state,
  ),
};

function shelfOf(world: World, payload: Payload, { guildId }: FillOptions): Shelf | undefined {
  return world.guilds.get(idOf(payload['guild_id']) ?? guildId ?? '');
}

/** What the events of a guild bring one by one. */
function inGuild(
  keyOf: KeyOf,
  resource: 'members' | 'roles' | 'voiceStates',
  t: string,
  eventOf: (payload: Payload) => Payload,
): FindTarget {
  return (world, payload, options) => {
    const [id, shelf] = [keyOf(payload), shelfOf(world, payload, options)];
    if (id === undefined || shelf === undefined) return undefined;
    const event = { ...eventOf(payload), guild_id: shelf.id };
    return onShelf(world, shelf, resource, id, () => reduceInto(world, t, event, shelf.shardId));
  };
}

/** What is a payload under an id. The lists of GUILD_CREATE do not name the guild in each emoji; the events of the others do. */
function plain(resource: PlainResource, keyOf: KeyOf, { isWithoutGuild = false } = {}): FindTarget {
  return (world, payload, options) => {
    const [id, shelf] = [keyOf(payload), shelfOf(world, guildNamed(payload), options)];
    if (id === undefined || shelf === undefined || world.buried.isBuried(`${resource}:${id}`, world.nowMs)) return undefined;
    const whole = isWithoutGuild ? payload : { ...eventShape(payload), guild_id: shelf.id };
    return onShelf(world, shelf, resource, id, () => {
      world.put(shelf, resource, id, packPlain(id, whole, world.pool));
      return undefined;
    });
  };
}

/** An answer shows the guild and the channel of an invite as objects, events as ids. */
function guildNamed(payload: Payload): Payload {
  const { guild } = payload;
  return isPayload(guild) ? { guild_id: guild['id'] } : payload;
}

function eventShape({ guild: _guild, channel, ...payload }: Payload): Payload {
  return isPayload(channel) ? { ...payload, channel_id: channel['id'] } : payload;
}

function guildTarget(world: World, payload: Payload, { shardId }: FillOptions): Target | undefined {
  const id = idOf(payload['id']);
  const known = world.guilds.get(id ?? '');
  if (id === undefined || (known === undefined && shardId === undefined) || world.buried.isBuried(`guild:${id}`, world.nowMs))
    return undefined;
  return {
    resource: 'guilds',
    place: '',
    id,
    isThere: () => world.guilds.has(id),
    write: () =>
      known === undefined ? bringGuild(world, id, payload, shardId ?? 0) : reduceInto(world, 'GUILD_UPDATE', payload, known.shardId),
    giveBack: () => undefined,
  };
}

/** A guild whose GUILD_CREATE is still to come is not there before it has come. */
function bringGuild(world: World, id: string, payload: Payload, shardId: number): ReturnType<Target['write']> {
  const isAwaited = world.awaited.has(id);
  const outcome = reduceInto(world, 'GUILD_CREATE', { ...payload, unavailable: false }, shardId);
  const shelf = world.guilds.get(id);
  if (isAwaited && shelf !== undefined) shelf.isAvailable = false;
  return outcome;
}

function channelTarget(world: World, payload: Payload, options: FillOptions): Target | undefined {
  const [id, type] = [idOf(payload['id']), integerOf(payload['type']) ?? -1];
  const isDirect = type === 1 || type === 3;
  const shelf = isDirect ? world.direct : shelfOf(world, payload, options);
  if (id === undefined || shelf === undefined) return undefined;
  const resource = isThread({ type }) ? 'threads' : 'channels';
  const known = shelf.get(resource, id);
  const t = resource === 'threads' ? 'THREAD_UPDATE' : known === undefined ? 'CHANNEL_CREATE' : 'CHANNEL_UPDATE';
  const whole = { ...withoutOldPulses(payload, known), ...(isDirect ? {} : { guild_id: shelf.id }) };
  return onShelf(world, shelf, resource, id, () => reduceInto(world, t, whole, shelf.shardId));
}

/** What changes fast events have counted up to now; an answer is older by the time of its way. */
function withoutOldPulses(payload: Payload, known: ChannelRecord | undefined): Payload {
  if (known === undefined) return payload;
  const { last_message_id: last, ...rest } = payload;
  const counted = ['message_count', 'total_message_sent', 'member_count'] as const;
  const kept = Object.entries(rest).filter(([key]) => !counted.some((pulse) => pulse === key && known.pulse[pulse] !== undefined));
  const isNews = idOf(last) !== undefined && compareIds(String(last), known.pulse.last_message_id ?? '') > 0;
  return Object.fromEntries(isNews ? [...kept, ['last_message_id', last]] : kept);
}

function messageTarget(world: World, payload: Payload): Target | undefined {
  const [id, channelId] = [idOf(payload['id']), idOf(payload['channel_id'])];
  const shelf = world.home(channelId ?? '');
  if (id === undefined || channelId === undefined || shelf === undefined) return undefined;
  const place = shelf === world.direct ? {} : { guild_id: shelf.id };
  return inChannelOf(world, shelf, 'messages', channelId, id, () => {
    const before = shelf.channelTable('messages', channelId)?.get(id);
    // No reactions are none: events would say so one by one.
    if (before !== undefined && payload['reactions'] === undefined) before.pulse.reactions = undefined;
    return reduceInto(world, 'MESSAGE_CREATE', { ...payload, ...place }, shelf.shardId);
  });
}

/** Nobody else holds a user that only an answer told of. */
function userTarget(world: World, payload: Payload): Target | undefined {
  const id = idOf(payload['id']);
  if (id === undefined || !world.policy.users.isKept) return undefined;
  return {
    resource: 'users',
    place: '',
    id,
    isThere: () => world.users.get(id) !== undefined,
    write: () => {
      if (world.users.get(id) === undefined) world.hold(id, payload);
      else world.users.write(id, payload);
      return undefined;
    },
    giveBack: () => world.letGo(id),
  };
}
