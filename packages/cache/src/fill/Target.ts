import type { ChannelResource, GuildResource, Resource } from '../records/entities.js';
import type { Outcome } from '../reducers/Reducer.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';

/** Where one entity of an answer goes, and how. */
export interface Target {
  readonly resource: Resource;
  /** The id of the guild or, for a message, of the channel; else empty. */
  readonly place: string;
  readonly id: string;
  isThere(): boolean;
  write(): Outcome | undefined;
  giveBack(): void;
}

/** An entity of a guild, or a direct message's channel. */
export function onShelf(world: World, shelf: Shelf, resource: GuildResource, id: string, write: Target['write']): Target {
  return {
    resource,
    place: shelf.id,
    id,
    isThere: () => shelf.get(resource, id) !== undefined,
    write,
    giveBack: () => void world.take(shelf, resource, id),
  };
}

/** An entity of a channel. */
export function inChannelOf(
  world: World,
  shelf: Shelf,
  resource: ChannelResource,
  channelId: string,
  id: string,
  write: Target['write'],
): Target {
  return {
    resource,
    place: channelId,
    id,
    isThere: () => shelf.channelTable(resource, channelId)?.get(id) !== undefined,
    write,
    giveBack: () => void world.takeFrom(shelf, resource, channelId, id),
  };
}
