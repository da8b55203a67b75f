import { Form } from '../../world/forms/Form.js';
import type { ReactionTarget } from '../../world/Reactions.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

const REACTIONS = '/channels/:channelId/messages/:messageId/reactions';

/** Reactions: put, take, list, clear. */
export const reactionRoutes: readonly Route[] = [
  route(`PUT ${REACTIONS}/:emoji/@me`, add),
  route(`DELETE ${REACTIONS}/:emoji/@me`, (context) => remove(context, context.world.bot.id)),
  route(`DELETE ${REACTIONS}/:emoji/:userId`, (context) => remove(context, context.params['userId'] ?? '')),
  route(`GET ${REACTIONS}/:emoji`, list),
  route(`DELETE ${REACTIONS}/:emoji`, (context) => clear(context, context.params['emoji'])),
  route(`DELETE ${REACTIONS}`, (context) => clear(context)),
];

function add(context: RouteContext): RestReply {
  context.reactions.add(context.world.bot.id, targetOf(context));
  return { status: 204 };
}

function remove(context: RouteContext, ofUserId: string): RestReply {
  context.reactions.remove(context.world.bot.id, targetOf(context), ofUserId);
  return { status: 204 };
}

function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const page = { after: query.snowflake('after'), limit: query.integer('limit', { min: 1, max: 100 }) ?? 25 };
  query.check();
  return { status: 200, body: context.reactions.users(context.world.bot.id, targetOf(context), page) };
}

function clear({ params, reactions, world }: RouteContext, emoji?: string): RestReply {
  reactions.clear(world.bot.id, params['channelId'] ?? '', params['messageId'] ?? '', emoji);
  return { status: 204 };
}

function targetOf({ params }: RouteContext): ReactionTarget {
  return { channelId: params['channelId'] ?? '', messageId: params['messageId'] ?? '', emoji: params['emoji'] ?? '' };
}
