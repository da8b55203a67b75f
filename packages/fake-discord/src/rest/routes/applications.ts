import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** The bot's application. */
export const applicationRoutes: readonly Route[] = [
  route('GET /applications/@me', currentApplication),
  route('GET /oauth2/applications/@me', currentApplication),
];

function currentApplication({ world }: RouteContext): RestReply {
  return { status: 200, body: { ...world.application, approximate_guild_count: world.guilds.size } };
}
