import { Form } from '../../world/forms/Form.js';
import { messageForBot } from '../../world/messagePayloads.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** Polls: who chose what, and an early end. They begin with a message. */
export const pollRoutes: readonly Route[] = [
  route('GET /channels/:channelId/polls/:messageId/answers/:answerNumber', voters),
  route('POST /channels/:channelId/polls/:messageId/expire', expire),
];

function voters({ params, polls, query: search, world }: RouteContext): RestReply {
  const query = Form.ofQuery(search);
  const page = { after: query.snowflake('after'), limit: query.integer('limit', { min: 1, max: 100 }) ?? 25 };
  query.check();
  const answer = { answerId: Number(params['answerNumber']), channelId: params['channelId'] ?? '', messageId: params['messageId'] ?? '' };
  return { status: 200, body: { users: polls.voters(world.bot.id, answer, page) } };
}

function expire({ params, polls, world }: RouteContext): RestReply {
  const { channel, record } = polls.expire(world.bot.id, params['channelId'] ?? '', params['messageId'] ?? '');
  return { status: 200, body: messageForBot(world, channel, record) };
}
