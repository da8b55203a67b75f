import { enterChannel } from '../../world/access.js';
import { editChannel } from '../../world/editChannel.js';
import { channelPayload } from '../../world/channelPayloads.js';
import { startTyping } from '../../world/typing.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** Reading and changing a channel, and typing in it. */
export const channelRoutes: readonly Route[] = [
  route('GET /channels/:channelId', channel),
  route('PATCH /channels/:channelId', edit),
  route('POST /channels/:channelId/typing', typing),
];

function channel({ params, world }: RouteContext): RestReply {
  return { status: 200, body: channelPayload(enterChannel(world, world.bot.id, params['channelId'] ?? '')) };
}

function edit({ form, params, world }: RouteContext): RestReply {
  return { status: 200, body: channelPayload(editChannel(world, world.bot.id, params['channelId'] ?? '', form)) };
}

function typing({ params, world }: RouteContext): RestReply {
  startTyping(world, world.bot.id, params['channelId'] ?? '');
  return { status: 204 };
}
