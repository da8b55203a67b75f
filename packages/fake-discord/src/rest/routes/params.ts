import type { Doer } from '../../world/guild/Doer.js';
import type { GuildRecord } from '../../world/records.js';
import { enterGuild } from '../../world/guild/Doer.js';
import type { PermissionName } from '../../world/permissions.js';
import { forbidden } from '../../world/refusals.js';
import type { RouteContext } from '../Router.js';

/** A parameter of the path. */
export function param({ params }: RouteContext, name: string): string {
  return params[name] ?? '';
}

/** The bot, who does what is asked for, with the reason that it gives. */
export function doerOf({ reason, world }: RouteContext): Doer {
  return { reason, userId: world.bot.id };
}

/** Who asks: the person whose token it is, or the bot. */
export function askerOf({ grant, world }: RouteContext): string {
  return grant?.userId ?? world.bot.id;
}

/** The guild of a path, in which the bot may do all of this. */
export function guildOf(context: RouteContext, ...needed: readonly PermissionName[]): GuildRecord {
  return enterGuild(context.world, context.world.bot.id, param(context, 'guildId'), ...needed);
}

/**
 * The context, if the application of its path is the bot's own.
 *
 * @throws {@link RefusedError} 20012
 */
export function ownApplication(context: RouteContext): RouteContext {
  if (param(context, 'applicationId') === context.world.application.id) return context;
  throw forbidden(20012, 'You are not authorized to perform this action on this application');
}
