import type { GuildEntities, GuildResource } from '../records/entities.js';
import { merged, payloadsOf, type Payload } from '../records/payload.js';
import { packPlain, plainData, type PlainRecord } from '../records/plain.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { changed, IGNORED, inGuild, type GuildReducer, type Outcome, type Reducer } from './Reducer.js';

/** The kinds of entities that are all alike to the cache: a payload under an id. */
export type PlainResource = { [R in GuildResource]: PlainRecord extends GuildEntities[R] ? R : never }[GuildResource];

/** Reads the id under which an entity is kept. */
export type KeyOf = (payload: Payload) => string | undefined;

/** An entity came. One that was deleted a moment ago does not come back. */
export function plainCreate(resource: PlainResource, keyOf: KeyOf): Reducer {
  return inGuild((world, shelf, payload) => {
    const id = keyOf(payload);
    if (id === undefined || world.buried.isBuried(`${resource}:${id}`, world.nowMs)) return IGNORED;
    const before = shelf.get(resource, id);
    world.put(shelf, resource, id, packPlain(id, payload, world.pool));
    return changed(before, shelf.get(resource, id));
  });
}

/** An entity changed: what the payload leaves out stays. One that is not known stays unknown. */
export function plainUpdate(resource: PlainResource, keyOf: KeyOf): Reducer {
  return inGuild((world, shelf, payload) => {
    const id = keyOf(payload);
    const before = id === undefined ? undefined : shelf.get(resource, id);
    return before === undefined ? IGNORED : patchPlain(world, shelf, resource, before, payload);
  });
}

/** An entity went. */
export function plainDelete(resource: PlainResource, keyOf: KeyOf): Reducer {
  return inGuild((world, shelf, payload) => {
    const id = keyOf(payload);
    if (id === undefined) return IGNORED;
    world.buried.bury(`${resource}:${id}`, world.nowMs);
    return changed(world.take(shelf, resource, id), undefined);
  });
}

/** All entities of a kind came at once: those that are not among them are gone. */
export function plainList(resource: PlainResource, list: string, keyOf: KeyOf): GuildReducer {
  return (world, shelf, payload) => {
    if (!Array.isArray(payload[list])) return IGNORED;
    const before = shelf.all(resource);
    syncPlain(world, shelf, resource, payload[list], keyOf);
    return changed(before, shelf.all(resource));
  };
}

/** Makes the entities of a kind those of a list. */
export function syncPlain(world: World, shelf: Shelf, resource: PlainResource, list: unknown, keyOf: KeyOf): void {
  const named = new Set<string>();
  for (const payload of payloadsOf(list)) {
    const id = keyOf(payload);
    if (id === undefined) continue;
    named.add(id);
    world.put(shelf, resource, id, packPlain(id, payload, world.pool));
  }
  takeOthers(world, shelf, resource, named);
}

/** Takes out all entities of a kind but the named ones. */
export function takeOthers(world: World, shelf: Shelf, resource: GuildResource, named: ReadonlySet<string>): void {
  for (const id of [...(shelf.table(resource)?.keys() ?? [])]) if (!named.has(id)) world.take(shelf, resource, id);
}

/** Replaces an entity by itself with some fields changed. */
export function patchPlain(world: World, shelf: Shelf, resource: PlainResource, before: PlainRecord, patch: Payload): Outcome {
  world.put(shelf, resource, before.id, packPlain(before.id, merged(plainData(before), patch), world.pool));
  return changed(before, shelf.get(resource, before.id));
}
