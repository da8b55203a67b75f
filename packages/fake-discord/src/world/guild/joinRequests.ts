import type { APIUser } from 'discord-api-types/v10';
import { addMember } from '../arrange.js';
import type { Form } from '../forms/Form.js';
import type { GuildRecord, WireThing } from '../records.js';
import { badRequest, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';

const STATUSES: readonly unknown[] = ['STARTED', 'SUBMITTED', 'REJECTED', 'APPROVED'];
const REASON_MAX = 160;

/**
 * A person asks to be let into a guild. Discord documents neither these requests nor their events; both routes are in its OpenAPI document, and no event is sent here.
 *
 * @see {@link https://github.com/discord/discord-api-spec | Discord's OpenAPI document}
 */
export function requestToJoin(world: World, guild: GuildRecord, user: APIUser): WireThing {
  const id = world.snowflakes.next();
  const request = {
    id,
    created_at: world.nowIso(),
    reviewed_at: null,
    application_status: 'SUBMITTED',
    rejection_reason: null,
    guild_id: guild.id,
    user_id: user.id,
    user,
  };
  guild.things.joinRequests.set(id, request);
  return request;
}

/** Those of a status, or all. */
export function joinRequestsOf(world: World, userId: string, guildId: string, status: string | undefined): readonly WireThing[] {
  const guild = enterGuild(world, userId, guildId, 'KickMembers');
  return [...guild.things.joinRequests.values()].filter((request) => status === undefined || request['application_status'] === status);
}

/** Reads a status where one may stand. */
export function readJoinStatus(form: Form, name: string): string | undefined {
  const status = form.string(name);
  if (status !== undefined && !STATUSES.includes(status))
    form.refuse(name, 'BASE_TYPE_CHOICES', `Value must be one of {${STATUSES.join(', ')}}.`);
  return status;
}

/** Lets somebody in, or does not. */
export function actOnJoinRequest(world: World, doer: Doer, guildId: string, requestId: string, form: Form): WireThing {
  const guild = enterGuild(world, doer.userId, guildId, 'KickMembers');
  const request = guild.things.joinRequests.get(requestId);
  if (request === undefined) throw unknown('guild join request');
  form.require('action');
  const action = readJoinStatus(form, 'action');
  const reason = form.string('rejection_reason', { max: REASON_MAX }) ?? null;
  if (action === 'STARTED' || action === 'SUBMITTED')
    form.refuse('action', 'BASE_TYPE_CHOICES', 'Value must be one of {APPROVED, REJECTED}.');
  form.check();
  if (request['application_status'] !== 'SUBMITTED') throw badRequest(0, 'This join request was acted on already');
  const after = {
    ...request,
    application_status: action,
    rejection_reason: reason,
    reviewed_at: world.nowIso(),
    actioned_by_user: world.users.get(doer.userId),
  };
  guild.things.joinRequests.set(requestId, after);
  const user = request['user'] as APIUser;
  if (action === 'APPROVED' && !guild.members.has(user.id)) addMember(world, guild, user);
  return after;
}
