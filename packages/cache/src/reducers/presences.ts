import { packPresence } from '../records/presence.js';
import { idOf, isPayload, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { changed, IGNORED, inGuild, type Reducers } from './Reducer.js';

export const presenceReducers: Reducers = {
  PRESENCE_UPDATE: inGuild((world, shelf, payload) => {
    const userId = presentUserId(payload);
    if (userId === undefined) return IGNORED;
    const before = shelf.get('presences', userId);
    const user = writePresence(world, shelf, payload);
    return changed(before, shelf.get('presences', userId), user);
  }),
};

/** Writes a presence. Being offline is having none. Discord may say no more of the user than the id. */
export function writePresence(world: World, shelf: Shelf, payload: Payload): UserChange | undefined {
  const userId = presentUserId(payload);
  if (userId === undefined) return undefined;
  const change = isPayload(payload['user']) ? world.users.write(userId, payload['user']) : undefined;
  const id = world.users.get(userId)?.id ?? userId;
  if (payload['status'] === 'offline') world.take(shelf, 'presences', id);
  else world.put(shelf, 'presences', id, packPresence(id, payload, world.pool));
  return change;
}

function presentUserId({ user }: Payload): string | undefined {
  return isPayload(user) ? idOf(user['id']) : undefined;
}
