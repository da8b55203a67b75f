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

/** Writes a presence. Being offline is having none. Discord mostly says no more of the user than the id. */
export function writePresence(world: World, shelf: Shelf, payload: Payload): UserChange | undefined {
  const { user } = payload;
  const userId = presentUserId(payload);
  if (userId === undefined || !isPayload(user)) return undefined;
  const change = saysMoreThanId(user) ? world.users.write(userId, user) : undefined;
  if (payload['status'] === 'offline' || !world.policy.presences.isKept) world.take(shelf, 'presences', userId);
  else world.put(shelf, 'presences', userId, packPresence(userId, payload, world.pool));
  return change;
}

function saysMoreThanId(user: Payload): boolean {
  for (const key in user) if (key !== 'id') return true;
  return false;
}

function presentUserId({ user }: Payload): string | undefined {
  return isPayload(user) ? idOf(user['id']) : undefined;
}
