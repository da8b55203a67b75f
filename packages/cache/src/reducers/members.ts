import { isKnownMember, packMember, patchMember, type MemberRecord } from '../records/member.js';
import { idOf, idsOf, isPayload, payloadsOf, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { writePresence } from './presences.js';
import { changed, IGNORED, inGuild, type Reducers } from './Reducer.js';

export const memberReducers: Reducers = {
  GUILD_MEMBER_ADD: inGuild((world, shelf, payload) => {
    const user = userOf(payload);
    if (user === undefined) return IGNORED;
    world.buried.raise(tomb(shelf, user.id));
    const before = shelf.get('members', user.id);
    const change = writeMember(world, shelf, user.payload, payload);
    // Discord sends it again for members who are there; those were counted.
    if (before === undefined) count(shelf, 1);
    return changed(before, shelf.get('members', user.id), change);
  }),

  GUILD_MEMBER_UPDATE: inGuild((world, shelf, payload) => {
    const user = userOf(payload);
    if (user === undefined) return IGNORED;
    const before = shelf.get('members', user.id);
    // It is complete, so a member that was never seen is known now; one that has left stays away.
    const change = writeMember(world, shelf, user.payload, payload);
    return changed(before, shelf.get('members', user.id), change);
  }),

  GUILD_MEMBER_REMOVE: inGuild((world, shelf, payload) => {
    const user = userOf(payload);
    if (user === undefined) return IGNORED;
    const isRepeated = world.buried.isBuried(tomb(shelf, user.id), world.nowMs);
    world.buried.bury(tomb(shelf, user.id), world.nowMs);
    const before = removeMember(world, shelf, user.id);
    if (before !== undefined || !isRepeated) count(shelf, -1);
    return changed(before, undefined);
  }),

  GUILD_MEMBERS_CHUNK: inGuild((world, shelf, payload) => {
    for (const member of payloadsOf(payload['members'])) learnMember(world, shelf, member);
    for (const presence of payloadsOf(payload['presences'])) writePresence(world, shelf, presence);
    for (const missing of idsOf(payload['not_found'])) removeMember(world, shelf, missing);
    return changed(undefined, undefined);
  }),
};

/** Writes what an event says by the way of a member, with the user in it. */
export function learnMember(world: World, shelf: Shelf, member: unknown): UserChange | undefined {
  if (!isPayload(member)) return undefined;
  const { user } = member;
  return isPayload(user) ? writeMember(world, shelf, user, member) : undefined;
}

/**
 * Writes what a payload says of a member and of its user, unless the member has left a moment ago. What the payload leaves out stays.
 * Returns what became of the user, if that was news.
 */
export function writeMember(world: World, shelf: Shelf, user: Payload, member: Payload): UserChange | undefined {
  const known = shelf.get('members', user['id'] as string);
  if (known === undefined) return meetMember(world, shelf, user, member);
  const change = world.users.write(known.user_id, user);
  // Nearly always nothing is new.
  if (isKnownMember(known, member, world.pool)) return change;
  world.put(shelf, 'members', known.user_id, patchMember(known, member, { pool: world.pool, intern: shelf.intern }));
  return change;
}

/** Writes a member that was not known. */
function meetMember(world: World, shelf: Shelf, user: Payload, member: Payload): UserChange | undefined {
  const userId = idOf(user['id']);
  if (userId === undefined) return undefined;
  // Who has left the guild may be in another one.
  if (!world.policy.members.isKept || hasLeft(world, shelf, userId)) return world.users.write(userId, user);
  const change = world.hold(userId, user);
  world.put(shelf, 'members', userId, packMember(userId, member, { pool: world.pool, intern: shelf.intern }));
  return change;
}

/** Takes out a member with its presence and its place in voice. */
export function removeMember(world: World, shelf: Shelf, userId: string): MemberRecord | undefined {
  world.take(shelf, 'presences', userId);
  world.take(shelf, 'voiceStates', userId);
  for (const threadId of shelf.channelIds('threadMembers')) world.takeFrom(shelf, 'threadMembers', threadId, userId);
  return world.take(shelf, 'members', userId);
}

/** The user that a payload is about. */
export function userOf(payload: Payload): { readonly id: string; readonly payload: Payload } | undefined {
  const user = payload['user'];
  const id = isPayload(user) ? idOf(user['id']) : undefined;
  return isPayload(user) && id !== undefined ? { id, payload: user } : undefined;
}

/** Nearly always nobody has, and no key has to be made. */
function hasLeft(world: World, shelf: Shelf, userId: string): boolean {
  return world.buried.size > 0 && world.buried.isBuried(tomb(shelf, userId), world.nowMs);
}

function tomb(shelf: Shelf, userId: string): string {
  return `member:${shelf.id}:${userId}`;
}

function count(shelf: Shelf, step: number): void {
  const pulse = shelf.record?.pulse;
  if (pulse?.member_count !== undefined) pulse.member_count = Math.max(0, pulse.member_count + step);
}
