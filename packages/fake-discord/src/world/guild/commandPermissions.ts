import type { Form } from '../forms/Form.js';
import type { GuildRecord, WireThing } from '../records.js';
import type { World } from '../World.js';
import { audit } from './Doer.js';
import type { Doer } from './Doer.js';

/** Who may use a command in a guild: of one role (`1`), one user (`2`) or one channel (`3`). */
export interface CommandPermission {
  /** Of a role, a user or a channel; the guild's own id for @everyone, and one less for all channels. */
  readonly id: string;
  readonly permission: boolean;
  readonly type: 1 | 2 | 3;
}

const PERMISSIONS_UPDATE = 121;
const OVERWRITES_MAX = 100;
const TYPES = [1, 2, 3] as const;

/** Reads `permissions` of a body. */
export function readCommandPermissions(form: Form): readonly CommandPermission[] {
  form.require('permissions');
  const permissions = (form.objects('permissions', { max: OVERWRITES_MAX }) ?? []).map((each) => {
    each.require('id', 'type', 'permission');
    return {
      id: each.snowflake('id') ?? '',
      type: each.choice('type', TYPES) ?? 1,
      permission: each.boolean('permission') ?? false,
    };
  });
  form.check();
  return permissions;
}

/**
 * Sets who may use one command in a guild, or with the application's id all that have nothing of their own, and tells.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#permissions | Permissions of commands}
 */
export function setCommandPermissions(
  world: World,
  guild: GuildRecord,
  doer: Doer,
  commandId: string,
  permissions: readonly CommandPermission[],
): WireThing {
  const before = guild.things.commandPermissions.get(commandId);
  const after = { id: commandId, application_id: world.application.id, guild_id: guild.id, permissions };
  guild.things.commandPermissions.set(commandId, after);
  world.publishInGuild(guild, 'APPLICATION_COMMAND_PERMISSIONS_UPDATE', after);
  const noted = { ...(before !== undefined && { before }), after };
  audit(world, guild, doer, { actionType: PERMISSIONS_UPDATE, targetId: commandId, ...noted });
  return after;
}

/** What was set for a command, or with the application's id for all; `undefined` when nothing was. */
export function commandPermissionsOf(guild: GuildRecord, commandId: string): readonly CommandPermission[] | undefined {
  return guild.things.commandPermissions.get(commandId)?.['permissions'] as readonly CommandPermission[] | undefined;
}
