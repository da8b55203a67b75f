import { idOf, integerOf, isPayload, payloadsOf, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { changed, IGNORED, type Reducers } from './Reducer.js';

export const sessionReducers: Reducers = {
  /**
   * A new session: what happened since the last one is not known. This shard's guilds are unavailable until their GUILD_CREATE, which replaces what they
   * hold; those that READY does not name are gone. Guilds of other shards are not touched.
   */
  READY: (world, payload, shardId) => {
    const { user } = payload;
    const before = world.selfId === null ? undefined : world.users.get(world.selfId);
    if (isPayload(user)) becomeUser(world, user);
    if (isPayload(payload['application'])) world.application = payload['application'];
    awaitGuilds(world, payload, shardId);
    // Direct messages come over shard 0.
    if (shardId === 0) world.emptyChannels(world.direct);
    return changed(before, world.selfId === null ? undefined : world.users.get(world.selfId));
  },

  USER_UPDATE: (world, payload) => {
    const id = idOf(payload['id']);
    if (id === undefined || id !== world.selfId) return IGNORED;
    const before = world.users.get(id);
    const user = world.users.write(id, payload);
    return changed(before, world.users.get(id), user);
  },
};

function becomeUser(world: World, user: Payload): void {
  const id = idOf(user['id']);
  if (id === undefined) return;
  if (id === world.selfId) {
    world.users.write(id, user);
    return;
  }
  if (world.selfId !== null) world.letGo(world.selfId);
  world.selfId = id;
  world.hold(id, user);
}

function awaitGuilds(world: World, payload: Payload, shardId: number): void {
  // No list is not an empty list.
  if (!Array.isArray(payload['guilds'])) return;
  const named = new Set(payloadsOf(payload['guilds']).flatMap(({ id }) => idOf(id) ?? []));
  const total = shardTotal(payload['shard'], shardId);
  for (const shelf of [...world.guilds.values()]) {
    if (named.has(shelf.id)) shelf.isAvailable = false;
    else if (belongsTo(shelf, shardId, total)) world.dropGuild(shelf);
  }
  for (const [id, shard] of world.awaited) if (shard === shardId && !named.has(id)) world.awaited.delete(id);
  for (const id of named) if (!world.guilds.has(id)) world.awaited.set(id, shardId);
}

/** Of how many shards this is one, if READY says so. */
function shardTotal(shard: unknown, shardId: number): number | null {
  if (!Array.isArray(shard) || shard[0] !== shardId) return null;
  const total = integerOf(shard[1]);
  return total !== undefined && total > shardId ? total : null;
}

/** The number of shards may have changed since the guild came, so what READY says weighs more than where it came from. */
function belongsTo(shelf: Shelf, shardId: number, total: number | null): boolean {
  return total === null ? shelf.shardId === shardId : Number((BigInt(shelf.id) >> 22n) % BigInt(total)) === shardId;
}
