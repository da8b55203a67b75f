import { Form } from '../../world/forms/Form.js';
import { createException, deleteException, editException, findException } from '../../world/guild/eventExceptions.js';
import type { ExceptionPlace } from '../../world/guild/eventExceptions.js';
import { interestedMembers } from '../../world/guild/eventInterest.js';
import { memberPayload } from '../../world/payloads.js';
import type { MemberRecord } from '../../world/records.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { pageOf, readIdPage } from './pages.js';
import { doerOf, guildOf, param } from './params.js';

const EXCEPTIONS = '/guilds/:guildId/scheduled-events/:eventId/exceptions';

/** Who means to come to the events of a guild, and the times of repeated events that are other than the rule. */
export const eventUserRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/scheduled-events/:eventId/users', list),
  route('GET /guilds/:guildId/scheduled-events/:eventId/users/counts', count),
  route(`POST ${EXCEPTIONS}`, (context) => ({
    status: 200,
    body: createException(context.world, doerOf(context), placeOf(context), context.form),
  })),
  route(`PATCH ${EXCEPTIONS}/:exceptionId`, (context) => ({
    status: 200,
    body: editException(context.world, doerOf(context), placeOf(context), param(context, 'exceptionId'), context.form),
  })),
  route(`DELETE ${EXCEPTIONS}/:exceptionId`, removeException),
  route('GET /guilds/:guildId/scheduled-events/:eventId/:exceptionId/users', listOfException),
];

function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const page = readIdPage(query, { max: 100 });
  const withMember = query.boolean('with_member') ?? false;
  query.check();
  const found = pageOf(membersOf(context), ({ user }) => user.id, page);
  const payloads = found.map((member) => ({
    guild_scheduled_event_id: param(context, 'eventId'),
    user: member.user,
    ...(withMember && { member: memberPayload(member) }),
  }));
  return { status: 200, body: payloads };
}

function count(context: RouteContext): RestReply {
  const query = new Form({ guild_scheduled_event_exception_ids: context.query.getAll('guild_scheduled_event_exception_ids') });
  const ids = query.snowflakes('guild_scheduled_event_exception_ids', { max: 10 }) ?? [];
  query.check();
  const counts = Object.fromEntries(ids.map((id) => [id, 0]));
  return { status: 200, body: { guild_scheduled_event_count: membersOf(context).length, guild_scheduled_event_exception_counts: counts } };
}

/** Nobody can say here that they mean to come to one time alone. */
function listOfException(context: RouteContext): RestReply {
  findException(guildOf(context), param(context, 'eventId'), param(context, 'exceptionId'));
  const query = Form.ofQuery(context.query);
  readIdPage(query, { max: 100 });
  query.check();
  return { status: 200, body: [] };
}

function removeException(context: RouteContext): RestReply {
  deleteException(context.world, doerOf(context), placeOf(context), param(context, 'exceptionId'));
  return { status: 204 };
}

function placeOf(context: RouteContext): ExceptionPlace {
  return { eventId: param(context, 'eventId'), guildId: param(context, 'guildId') };
}

function membersOf(context: RouteContext): readonly MemberRecord[] {
  return interestedMembers(guildOf(context), param(context, 'eventId'));
}
