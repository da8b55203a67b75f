import { editSettings, INCIDENTS, ONBOARDING, readSettings, WELCOME_SCREEN, WIDGET } from '../../world/guild/guildSettings.js';
import type { GuildSettings } from '../../world/guild/guildSettings.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, param } from './params.js';

/** Pages of a guild's settings: each is read and changed as a whole. */
export const guildSettingsRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/onboarding', read(ONBOARDING)),
  route('PUT /guilds/:guildId/onboarding', edit(ONBOARDING)),
  route('GET /guilds/:guildId/welcome-screen', read(WELCOME_SCREEN)),
  route('PATCH /guilds/:guildId/welcome-screen', edit(WELCOME_SCREEN)),
  route('GET /guilds/:guildId/widget', read(WIDGET)),
  route('PATCH /guilds/:guildId/widget', edit(WIDGET)),
  route('PUT /guilds/:guildId/incident-actions', edit(INCIDENTS)),
];

function read(settings: GuildSettings): (context: RouteContext) => RestReply {
  return (context) => ({ status: 200, body: readSettings(context.world, settings, context.world.bot.id, param(context, 'guildId')) });
}

function edit(settings: GuildSettings): (context: RouteContext) => RestReply {
  return (context) => ({
    status: 200,
    body: editSettings(context.world, settings, doerOf(context), param(context, 'guildId'), context.form),
  });
}
