import { deleteIntegration, listIntegrations } from '../../world/guild/integrations.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, param } from './params.js';

const INTEGRATIONS = '/guilds/:guildId/integrations';

/** What a guild is joined to. */
export const integrationRoutes: readonly Route[] = [
  route(`GET ${INTEGRATIONS}`, (context) => ({
    status: 200,
    body: listIntegrations(context.world, context.world.bot.id, param(context, 'guildId')),
  })),
  route(`DELETE ${INTEGRATIONS}/:integrationId`, remove),
];

function remove(context: RouteContext): RestReply {
  deleteIntegration(context.world, doerOf(context), param(context, 'guildId'), param(context, 'integrationId'));
  return { status: 204 };
}
