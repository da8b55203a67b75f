import type { APIApplicationCommandPermission, GatewayApplicationCommandPermissionsUpdateDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/**
 * A guild has changed who may use commands.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#application-command-permissions-update | Application command permissions update}
 */
export class CommandPermissionsUpdate extends GuildEvent<GatewayApplicationCommandPermissionsUpdateDispatchData> {
  /** The command's id, or the application's for all of its commands. */
  get id(): string {
    return this.data.id;
  }

  get applicationId(): string {
    return this.data.application_id;
  }

  /** Whether it is about all commands of the application. */
  get isForAllCommands(): boolean {
    return this.id === this.applicationId;
  }

  /** To whom it is allowed or denied: roles (1), users (2) and channels (3). */
  get permissions(): readonly APIApplicationCommandPermission[] {
    return this.data.permissions;
  }
}
