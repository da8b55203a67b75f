import { Form } from '../../world/forms/Form.js';
import { actOnJoinRequest, joinRequestsOf, readJoinStatus } from '../../world/guild/joinRequests.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { pageOf, readIdPage } from './pages.js';
import { doerOf, guildOf, param } from './params.js';

/** Who asks to be let in, and what meets them there. */
export const joinRequestRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/requests', list),
  route('PATCH /guilds/:guildId/requests/:requestId', act),
  route('GET /guilds/:guildId/new-member-welcome', welcome),
];

function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const status = readJoinStatus(query, 'status');
  const page = readIdPage(query, { max: 100 });
  query.check();
  const found = joinRequestsOf(context.world, context.world.bot.id, param(context, 'guildId'), status);
  return { status: 200, body: { total: found.length, guild_join_requests: pageOf(found, ({ id }) => String(id), page) } };
}

/** No operation sets a welcome, and without one there is nothing to show. */
function welcome(context: RouteContext): RestReply {
  guildOf(context);
  return { status: 204 };
}

function act(context: RouteContext): RestReply {
  const { form, world } = context;
  return { status: 200, body: actOnJoinRequest(world, doerOf(context), param(context, 'guildId'), param(context, 'requestId'), form) };
}
