import { packPresence, type PresenceRecord } from '../records/presence.js';
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
    const user = learnUser(world, userId, payload['user']);
    return changed(before, replacePresence(world, shelf, userId, payload), user);
  }),
};

/** Writes a presence that came along with something else. */
export function writePresence(world: World, shelf: Shelf, payload: Payload): void {
  const userId = presentUserId(payload);
  if (userId === undefined) return;
  learnUser(world, userId, payload['user']);
  replacePresence(world, shelf, userId, payload);
}

/** Being offline is having no presence. */
function replacePresence(world: World, shelf: Shelf, userId: string, payload: Payload): PresenceRecord | undefined {
  if (payload['status'] === 'offline' || !world.policy.presences.isKept) {
    world.take(shelf, 'presences', userId);
    return shelf.get('presences', userId);
  }
  const record = packPresence(userId, payload, world.pool);
  return world.put(shelf, 'presences', userId, record) ? record : shelf.get('presences', userId);
}

/** Discord mostly says no more of the user than the id. */
function learnUser(world: World, userId: string, user: unknown): UserChange | undefined {
  return isPayload(user) && saysMoreThanId(user) ? world.users.write(userId, user) : undefined;
}

function saysMoreThanId(user: Payload): boolean {
  for (const key in user) if (key !== 'id') return true;
  return false;
}

function presentUserId({ user }: Payload): string | undefined {
  return isPayload(user) ? idOf(user['id']) : undefined;
}
