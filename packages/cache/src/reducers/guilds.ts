import type { GuildPassage } from '../CacheChange.js';
import type { GuildResource } from '../records/entities.js';
import { guildData, packGuild, type GuildPulse } from '../records/guild.js';
import { idOf, integerOf, merged, payloadsOf, type Payload } from '../records/payload.js';
import { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { syncChannels } from './channels.js';
import { byId, bySoundId } from './entities.js';
import { learnMember, removeMember, userOf } from './members.js';
import { syncPlain, takeOthers } from './plain.js';
import { writePresence } from './presences.js';
import { awaitGuild, changed, IGNORED, outcome, type Outcome, type Reducers } from './Reducer.js';
import { syncRoles } from './roles.js';
import { syncThreads } from './threads.js';
import { writeVoiceState } from './voice.js';

export const guildReducers: Reducers = {
  GUILD_CREATE: (world, payload, shardId) => {
    const id = idOf(payload['id']);
    if (id === undefined || !world.policy.guilds.isKept) return IGNORED;
    if (payload['unavailable'] === true) return markUnavailable(world, id, shardId);
    const known = world.guilds.get(id);
    const passage = passageOf(world, id, known);
    const before = known?.record;
    const shelf = welcome(world, id, shardId, payload);
    return shelf === undefined
      ? outcome({ before, passage })
      : outcome({ before, after: shelf.record, passage, arrived: [id, ...placesOf(payload)] });
  },

  GUILD_UPDATE: (world, payload) => {
    const id = idOf(payload['id']);
    if (id === undefined) return IGNORED;
    const shelf = world.guilds.get(id);
    if (shelf?.record === undefined) return awaitGuild(world, id);
    const before = shelf.record;
    shelf.record = packGuild(id, merged(guildData(before), payload), { pool: world.pool, pulse: countInto(before.pulse, payload) });
    if (Array.isArray(payload['roles'])) syncRoles(world, shelf, payload['roles']);
    if (Array.isArray(payload['emojis'])) syncPlain(world, shelf, 'emojis', payload['emojis'], byId);
    if (Array.isArray(payload['stickers'])) syncPlain(world, shelf, 'stickers', payload['stickers'], byId);
    return changed(before, shelf.record);
  },

  // The field `unavailable` is missing when the bot was removed; in an outage it is true.
  GUILD_DELETE: (world, payload, shardId) => {
    const id = idOf(payload['id']);
    if (id === undefined) return IGNORED;
    if (payload['unavailable'] === true) return markUnavailable(world, id, shardId);
    const shelf = world.guilds.get(id);
    const before = shelf?.record;
    if (shelf !== undefined) world.dropGuild(shelf);
    world.awaited.delete(id);
    world.refusedGuilds.delete(id);
    world.buried.bury(`guild:${id}`, world.nowMs);
    return outcome({ before, passage: 'left' });
  },
};

/** A guild that READY named, or that an outage took away, only comes back; one that nobody spoke of is new. */
function passageOf(world: World, id: string, known: Shelf | undefined): GuildPassage {
  if (known !== undefined) return known.isAvailable ? 'repeated' : 'available';
  return world.awaited.has(id) || world.refusedGuilds.has(id) ? 'available' : 'joined';
}

/** The channels and threads that came with a guild. */
function placesOf(payload: Payload): readonly string[] {
  return [...payloadsOf(payload['channels']), ...payloadsOf(payload['threads'])].flatMap(({ id }) => idOf(id) ?? []);
}

function markUnavailable(world: World, id: string, shardId: number): Outcome {
  const shelf = world.guilds.get(id);
  if (shelf === undefined) world.awaited.set(id, shardId);
  else shelf.isAvailable = false;
  return outcome({ before: shelf?.record, after: shelf?.record, passage: 'unavailable' });
}

/** Writes a guild with all that came with it; `undefined` when the policy refuses it. */
function welcome(world: World, id: string, shardId: number, payload: Payload): Shelf | undefined {
  const shelf = world.guilds.get(id) ?? new Shelf(id, shardId);
  world.awaited.delete(id);
  world.buried.raise(`guild:${id}`);
  const pulse = countInto(shelf.record?.pulse ?? { member_count: undefined }, payload);
  const record = packGuild(id, payload, { pool: world.pool, pulse });
  if (!world.acceptsGuild(record)) {
    world.dropGuild(shelf);
    world.refusedGuilds.add(id);
    return undefined;
  }
  world.refusedGuilds.delete(id);
  world.guilds.set(id, shelf);
  shelf.record = record;
  fill(world, shelf, payload, !shelf.isAvailable);
  shelf.isAvailable = true;
  shelf.shardId = shardId;
  return shelf;
}

/**
 * Makes the tables those of GUILD_CREATE. After an outage or in a new session (`isFresh`) what is not named is gone: nobody told what happened
 * meanwhile. Otherwise members that were learned since stay, since a large guild names only some.
 */
function fill(world: World, shelf: Shelf, payload: Payload, isFresh: boolean): void {
  const isNamed = (list: string): boolean => isFresh || Array.isArray(payload[list]);
  if (isNamed('roles')) syncRoles(world, shelf, payload['roles']);
  if (isNamed('channels')) syncChannels(world, shelf, payload['channels'], isFresh);
  if (isNamed('threads')) syncThreads(world, shelf, payload['threads'], { parents: null, isFresh });
  if (isNamed('emojis')) syncPlain(world, shelf, 'emojis', payload['emojis'], byId);
  if (isNamed('stickers')) syncPlain(world, shelf, 'stickers', payload['stickers'], byId);
  if (isNamed('soundboard_sounds')) syncPlain(world, shelf, 'soundboardSounds', payload['soundboard_sounds'], bySoundId);
  if (isNamed('stage_instances')) syncPlain(world, shelf, 'stageInstances', payload['stage_instances'], byId);
  if (isNamed('guild_scheduled_events')) syncPlain(world, shelf, 'scheduledEvents', payload['guild_scheduled_events'], byId);
  fillMembers(world, shelf, payload['members'], isFresh);
  fillPeople(world, shelf, payload);
  if (isFresh) forgetUntold(world, shelf);
}

function fillMembers(world: World, shelf: Shelf, list: unknown, isFresh: boolean): void {
  const known = isFresh ? [...(shelf.table('members')?.keys() ?? [])] : [];
  const members = payloadsOf(list);
  for (const member of members) {
    if (world.buried.size > 0) world.buried.raise(`member:${shelf.id}:${userOf(member)?.id ?? ''}`);
    learnMember(world, shelf, member);
  }
  if (known.length === 0) return;
  const named = new Set(members.map((member) => userOf(member)?.id));
  for (const id of known) if (!named.has(id)) removeMember(world, shelf, id);
}

function fillPeople(world: World, shelf: Shelf, payload: Payload): void {
  if (Array.isArray(payload['presences'])) takeOthers(world, shelf, 'presences', new Set());
  for (const presence of payloadsOf(payload['presences'])) writePresence(world, shelf, presence);
  if (Array.isArray(payload['voice_states'])) takeOthers(world, shelf, 'voiceStates', new Set());
  for (const state of payloadsOf(payload['voice_states'])) writeVoiceState(world, shelf, state);
}

/** GUILD_CREATE says nothing of these: what was known of them may be long gone. */
const UNTOLD: readonly GuildResource[] = ['integrations', 'autoModerationRules', 'invites'];

function forgetUntold(world: World, shelf: Shelf): void {
  for (const resource of UNTOLD) takeOthers(world, shelf, resource, new Set());
  world.emptyChannels(shelf);
}

function countInto(pulse: GuildPulse, payload: Payload): GuildPulse {
  pulse.member_count = integerOf(payload['member_count']) ?? pulse.member_count;
  return pulse;
}
