import { Form } from '../../world/forms/Form.js';
import { interestedMembers } from '../../world/guild/eventInterest.js';
import { isNewer } from '../../world/MessageLog.js';
import { memberPayload } from '../../world/payloads.js';
import type { MemberRecord } from '../../world/records.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { guildOf, param } from './params.js';

/** Who means to come to the events of a guild. */
export const eventUserRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/scheduled-events/:eventId/users', list),
  route('GET /guilds/:guildId/scheduled-events/:eventId/users/counts', count),
];

/** `before` wins over `after`; the order is always ascending. */
function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const limit = query.integer('limit', { min: 1, max: 100 }) ?? 100;
  const withMember = query.boolean('with_member') ?? false;
  const [before, after] = [query.snowflake('before'), query.snowflake('after')];
  query.check();
  const all = membersOf(context);
  const older = all.filter(({ user }) => before !== undefined && isNewer(before, user.id)).slice(-limit);
  const newer = all.filter(({ user }) => after === undefined || isNewer(user.id, after)).slice(0, limit);
  const page = before === undefined ? newer : older;
  const payloads = page.map((member) => ({
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
