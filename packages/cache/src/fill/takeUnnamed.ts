import { isHidden } from '../records/channel.js';
import type { GuildResource } from '../records/entities.js';
import type { PlainResource } from '../reducers/plain.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import type { FillResource } from './FillOptions.js';
import { reduceInto } from './reduceInto.js';

const OBFUSCATED = 1 << 17;

/** Takes out of a guild what a whole list does not name. `mayTake` says whether no event has told of an entity since. */
export function takeUnnamed(
  world: World,
  shelf: Shelf,
  resource: FillResource,
  named: ReadonlySet<string>,
  mayTake: (resource: GuildResource, id: string) => boolean,
): void {
  const unnamed = (kind: GuildResource): readonly string[] =>
    [...(shelf.table(kind)?.keys() ?? [])].filter((id) => !named.has(id) && mayTake(kind, id));
  if (resource === 'channels') {
    for (const id of unnamed('threads')) world.take(shelf, 'threads', id);
    for (const id of unnamed('channels')) hide(world, shelf, id);
  } else if (resource === 'roles') {
    for (const id of unnamed('roles')) reduceInto(world, 'GUILD_ROLE_DELETE', { guild_id: shelf.id, role_id: id }, shelf.shardId);
  } else {
    for (const id of unnamed(resource as PlainResource)) world.take(shelf, resource as PlainResource, id);
  }
}

/**
 * Discord's list leaves out the channels that the bot may not see, and the deleted ones. The former come alive with a CHANNEL_UPDATE, which needs them to
 * be known.
 */
function hide(world: World, shelf: Shelf, id: string): void {
  const channel = shelf.get('channels', id);
  if (channel === undefined || isHidden(channel)) return;
  const { type, position, parent_id: parentId } = channel;
  const masked = { id, guild_id: shelf.id, type, position, parent_id: parentId, flags: OBFUSCATED, permission_overwrites: [] };
  reduceInto(world, 'CHANNEL_UPDATE', masked, shelf.shardId);
}
