import { Form } from '../../world/forms/Form.js';
import { guildPayload } from '../../world/payloads.js';
import type { GuildRecord } from '../../world/records.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { guildOf } from './params.js';

/** A guild as a whole. */
export const guildRoutes: readonly Route[] = [route('GET /guilds/:guildId', show)];

function show(context: RouteContext): RestReply {
  const found = guildOf(context);
  const query = Form.ofQuery(context.query);
  const withCounts = query.boolean('with_counts') ?? false;
  query.check();
  const counts = { approximate_member_count: found.members.size, approximate_presence_count: presentIn(context, found) };
  return { status: 200, body: { ...guildPayload(found), ...(withCounts && counts) } };
}

function presentIn({ world }: RouteContext, { members: all }: GuildRecord): number {
  return [...all.keys()].filter((id) => world.statuses.has(id)).length;
}
