import type { APIUser } from 'discord-api-types/v10';
import { addMember } from '../arrange.js';
import type { GuildRecord } from '../records.js';
import { forbidden } from '../refusals.js';
import type { World } from '../World.js';
import { useInvite } from './invites.js';

/** Lets a person come into a guild, by an invite or in a way of which nothing is told. */
export function joinGuild(world: World, guild: GuildRecord, user: APIUser, code?: string): void {
  refuseBanned(guild, user.id);
  const isNew = !guild.members.has(user.id);
  const roles = isNew && code !== undefined ? useInvite(world, guild, code) : [];
  addMember(world, guild, user, { roles });
}

/** @throws {@link RefusedError} 40007 for who was banned, by whichever way they come */
export function refuseBanned({ bans }: GuildRecord, userId: string): void {
  if (bans.has(userId)) throw forbidden(40007, 'The user is banned from this guild.');
}
