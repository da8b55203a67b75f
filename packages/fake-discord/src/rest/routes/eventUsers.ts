import { Form } from '../../world/forms/Form.js';
import { interestedMembers } from '../../world/guild/eventInterest.js';
import { memberPayload } from '../../world/payloads.js';
import type { MemberRecord } from '../../world/records.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { pageOf, readIdPage } from './pages.js';
import { guildOf, param } from './params.js';

/** Who means to come to the events of a guild. */
export const eventUserRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/scheduled-events/:eventId/users', list),
  route('GET /guilds/:guildId/scheduled-events/:eventId/users/counts', count),
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
  return { status: 200, body: { guild_scheduled_event_count: membersOf(context).length, guild_scheduled_event_exception_counts: {} } };
}

function membersOf(context: RouteContext): readonly MemberRecord[] {
  return interestedMembers(guildOf(context), param(context, 'eventId'));
}
