import { idOf, isPayload, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { learnMember, writeMember } from './members.js';
import { changed, guildOf, IGNORED, type Reducers } from './Reducer.js';

/**
 * Events that are about no entity, but tell of people by the way, as a message tells of its author. They wait for nothing: what they tell, other events
 * tell too.
 */
export const hintReducers: Reducers = {
  TYPING_START: (world, payload) => {
    const shelf = guildOf(world, payload);
    return shelf === undefined ? IGNORED : changed(undefined, undefined, learnMember(world, shelf, payload['member']));
  },

  // A bot that a person has installed hears of guilds in which it is not.
  INTERACTION_CREATE: (world, payload) => {
    const shelf = guildOf(world, payload);
    learnResolved(world, shelf, payload['data']);
    const change = shelf === undefined ? learnUser(world, payload['user']) : learnCaller(world, shelf, payload['member']);
    return changed(undefined, undefined, change);
  },
};

function learnCaller(world: World, shelf: Shelf, member: unknown): UserChange | undefined {
  return isPayload(member) ? learnMember(world, shelf, withoutPermissions(member)) : undefined;
}

/** The users and members that options, menus and targets stand for. */
function learnResolved(world: World, shelf: Shelf | undefined, data: unknown): void {
  const resolved = isPayload(data) ? data['resolved'] : undefined;
  if (!isPayload(resolved) || !isPayload(resolved['users'])) return;
  const members = isPayload(resolved['members']) ? resolved['members'] : {};
  for (const [id, user] of Object.entries(resolved['users'])) {
    const member = members[id];
    if (shelf === undefined || !isPayload(member) || !isPayload(user)) learnUser(world, user);
    else writeMember(world, shelf, user, withoutPermissions(member));
  }
}

/** A user that nothing holds stays unknown. */
function learnUser(world: World, user: unknown): UserChange | undefined {
  const id = isPayload(user) ? idOf(user['id']) : undefined;
  return isPayload(user) && id !== undefined ? world.users.write(id, user) : undefined;
}

/** In an interaction a member's permissions are those in its channel, and no part of the member. */
function withoutPermissions({ permissions: _permissions, ...member }: Payload): Payload {
  return member;
}
