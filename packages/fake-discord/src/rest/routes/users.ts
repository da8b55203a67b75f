import { openDirectChannel } from '../../world/arrange.js';
import { channelPayload } from '../../world/channelPayloads.js';
import { badRequest, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** Users, and the bot among them. */
export const userRoutes: readonly Route[] = [
  route('GET /users/@me', currentUser),
  route('POST /users/@me/channels', createDirectChannel),
  route('GET /users/:userId', user),
];

function currentUser({ world }: RouteContext): RestReply {
  return {
    status: 200,
    body: { ...world.bot, mfa_enabled: true, locale: 'en-US', verified: true, email: null, flags: 0, premium_type: 0 },
  };
}

function user({ params, world }: RouteContext): RestReply {
  const found = world.users.get(params['userId'] ?? '');
  if (found === undefined) throw unknown('User');
  return { status: 200, body: found };
}

function createDirectChannel({ form, world }: RouteContext): RestReply {
  const id = form.snowflake('recipient_id');
  if (!form.has('recipient_id')) form.refuse('recipient_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  form.check();
  const recipient = world.users.get(id ?? '');
  if (recipient === undefined || recipient.id === world.bot.id) throw badRequest(50033, 'Invalid Recipient(s)');
  return { status: 200, body: channelPayload(openDirectChannel(world, recipient)) };
}
