import { inLanguage } from '../../world/Commands.js';
import type { CommandRecord, CommandScope } from '../../world/Commands.js';
import { Form } from '../../world/forms/Form.js';
import { readCommandPermissions, setCommandPermissions } from '../../world/guild/commandPermissions.js';
import { enterGuild } from '../../world/guild/Doer.js';
import type { GuildRecord, WireThing } from '../../world/records.js';
import { forbidden, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { guildOf, ownApplication, param } from './params.js';

const LIST = { takesList: true };

/** Registering commands, everywhere or in one guild: the same operations under two paths. */
export const commandRoutes: readonly Route[] = [
  ...['/applications/:applicationId/commands', '/applications/:applicationId/guilds/:guildId/commands'].flatMap((path) => [
    route(`GET ${path}`, list),
    route(`POST ${path}`, create),
    route(`PUT ${path}`, replaceAll, LIST),
  ]),
  route('GET /applications/:applicationId/guilds/:guildId/commands/permissions', allPermissions),
  ...['/applications/:applicationId/commands/:commandId', '/applications/:applicationId/guilds/:guildId/commands/:commandId'].flatMap(
    (path) => [route(`GET ${path}`, get), route(`PATCH ${path}`, edit), route(`DELETE ${path}`, remove)],
  ),
  route('GET /applications/:applicationId/guilds/:guildId/commands/:commandId/permissions', permissions),
  route('PUT /applications/:applicationId/guilds/:guildId/commands/:commandId/permissions', setPermissions, {
    bearer: { scope: 'applications.commands.permissions.update' },
  }),
  route('PUT /applications/:applicationId/guilds/:guildId/commands/permissions', needsBearer),
];

function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const isFull = query.boolean('with_localizations') ?? false;
  query.check();
  const commands = context.commands.list(scopeOf(context));
  return { status: 200, body: isFull ? commands : commands.map((command) => inLanguage(command, context.locale)) };
}

function create(context: RouteContext): RestReply {
  const { command, isNew } = context.commands.put(scopeOf(context), context.form);
  return { status: isNew ? 201 : 200, body: command };
}

function replaceAll(context: RouteContext): RestReply {
  return { status: 200, body: context.commands.replaceAll(scopeOf(context), context.form) };
}

function get(context: RouteContext): RestReply {
  return { status: 200, body: commandOf(context) };
}

function edit(context: RouteContext): RestReply {
  return { status: 200, body: context.commands.edit(scopeOf(context), context.params['commandId'] ?? '', context.form) };
}

function remove(context: RouteContext): RestReply {
  context.commands.delete(scopeOf(context), context.params['commandId'] ?? '');
  return { status: 204 };
}

/** Of those commands alone whose permissions were set. */
function allPermissions(context: RouteContext): RestReply {
  return { status: 200, body: [...guildOf(ownApplication(context)).things.commandPermissions.values()] };
}

function permissions(context: RouteContext): RestReply {
  const guild = guildOf(ownApplication(context));
  const found = guild.things.commandPermissions.get(param(context, 'commandId'));
  if (found === undefined) throw unknown('application command permissions');
  return { status: 200, body: found };
}

/**
 * Only a person who manages the guild sets these, through an application with their consent: never a bot's token.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#edit-application-command-permissions | Edit permissions}
 */
function setPermissions(context: RouteContext): RestReply {
  const { form, grant, reason, world } = ownApplication(context);
  const userId = grant?.userId ?? '';
  const guild = enterGuild(world, userId, param(context, 'guildId'), 'ManageGuild', 'ManageRoles');
  const commandId = knownCommand(context, guild);
  const after: WireThing = setCommandPermissions(world, guild, { reason, userId }, commandId, readCommandPermissions(form));
  return { status: 200, body: after };
}

/** A command that can be used in the guild, or the application, which stands for all its commands. */
function knownCommand({ commands, params, world }: RouteContext, guild: GuildRecord): string {
  const id = params['commandId'] ?? '';
  const all = [...commands.list({ guildId: null }), ...commands.list({ guildId: guild.id })];
  if (id !== world.application.id && !all.some((command) => command.id === id)) throw unknown('application command');
  return id;
}

/** All at once cannot be set any more, by anybody. */
function needsBearer(): RestReply {
  throw forbidden(20001, 'Bots cannot use this endpoint');
}

function commandOf(context: RouteContext): CommandRecord {
  return context.commands.get(scopeOf(context), context.params['commandId'] ?? '');
}

/** The scope of a path, which must be the bot's own application and a guild that it is in. */
function scopeOf(context: RouteContext): CommandScope {
  const { params, world } = ownApplication(context);
  const guildId = params['guildId'];
  if (guildId === undefined) return { guildId: null };
  return { guildId: world.guild(guildId).id };
}
