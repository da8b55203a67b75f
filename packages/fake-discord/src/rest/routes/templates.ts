import { createTemplate, deleteTemplate, editTemplate, findTemplate, listTemplates, syncTemplate } from '../../world/guild/templates.js';
import type { TemplatePlace } from '../../world/guild/templates.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, param } from './params.js';

const TEMPLATES = '/guilds/:guildId/templates';

/** Templates of guilds. Anybody who knows a code may look. */
export const templateRoutes: readonly Route[] = [
  route(
    'GET /guilds/templates/:code',
    answer((context) => findTemplate(context.world, param(context, 'code'))),
    { needsToken: false },
  ),
  route(
    `GET ${TEMPLATES}`,
    answer((context) => listTemplates(context.world, context.world.bot.id, param(context, 'guildId'))),
  ),
  route(
    `POST ${TEMPLATES}`,
    answer((context) => createTemplate(context.world, doerOf(context), param(context, 'guildId'), context.form)),
  ),
  route(
    `PUT ${TEMPLATES}/:code`,
    answer((context) => syncTemplate(context.world, doerOf(context), placeOf(context))),
  ),
  route(
    `PATCH ${TEMPLATES}/:code`,
    answer((context) => editTemplate(context.world, doerOf(context), placeOf(context), context.form)),
  ),
  route(
    `DELETE ${TEMPLATES}/:code`,
    answer((context) => deleteTemplate(context.world, doerOf(context), placeOf(context))),
  ),
];

function answer(deed: (context: RouteContext) => object): Route['run'] {
  return (context): RestReply => ({ status: 200, body: deed(context) });
}

function placeOf(context: RouteContext): TemplatePlace {
  return { code: param(context, 'code'), guildId: param(context, 'guildId') };
}
