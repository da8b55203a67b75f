import { Permissions } from '@aplomb/cache';
import type { CallOptions } from '@aplomb/rest';
import type {
  APIApplicationCommand,
  APIApplicationCommandOption,
  APIApplicationCommandPermission,
  ApplicationCommandType,
  ApplicationIntegrationType,
  EntryPointCommandHandlerType,
  InteractionContextType,
  LocalizationMap,
  RESTPatchAPIApplicationCommandJSONBody,
  RESTPatchAPIApplicationGuildCommandJSONBody,
} from 'discord-api-types/v10';
import { mention } from '../../text/mention.js';
import { camel, type Camel } from '../camel.js';
import { Entity } from '../Entity.js';
import { changedBody, type BodyOptions } from '../wireBody.js';

/**
 * A command that is registered at Discord.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#application-command-object | Application command object}
 */
export class ApplicationCommand extends Entity<APIApplicationCommand> {
  /** 1 is a slash command, 2 and 3 stand in the menus of users and messages, 4 opens the activity. */
  get type(): ApplicationCommandType {
    return this.data.type;
  }

  get applicationId(): string {
    return this.data.application_id;
  }

  /** The guild that it is registered in; `undefined` for everywhere. */
  get guildId(): string | undefined {
    return this.data.guild_id;
  }

  get name(): string {
    return this.data.name;
  }

  get nameLocalizations(): LocalizationMap | null {
    return this.data.name_localizations ?? null;
  }

  get nameLocalized(): string | undefined {
    return this.data.name_localized;
  }

  /** Empty for the commands of menus. */
  get description(): string {
    return this.data.description;
  }

  get descriptionLocalizations(): LocalizationMap | null {
    return this.data.description_localizations ?? null;
  }

  get descriptionLocalized(): string | undefined {
    return this.data.description_localized;
  }

  get options(): Camel<readonly APIApplicationCommandOption[]> {
    return camel<readonly APIApplicationCommandOption[]>(this.data.options ?? []);
  }

  /** What a member must have to see it; `null` for nothing, an empty set for administrators only. */
  get defaultMemberPermissions(): Permissions | null {
    const { default_member_permissions: permissions } = this.data;
    return permissions === null ? null : Permissions.from(permissions);
  }

  /** Whether it is for adults only. */
  get nsfw(): boolean {
    return this.data.nsfw === true;
  }

  /** For whom it is installed: 0 guilds, 1 users. */
  get integrationTypes(): readonly ApplicationIntegrationType[] | undefined {
    return this.data.integration_types;
  }

  /** Where it can be used: 0 in guilds, 1 in direct messages with the bot, 2 in other private channels. */
  get contexts(): readonly InteractionContextType[] | null {
    return this.data.contexts ?? null;
  }

  /** Another one with each change. */
  get version(): string {
    return this.data.version;
  }

  /** Of the one that opens the activity: 1 the application answers, 2 Discord does. */
  get handler(): EntryPointCommandHandlerType | undefined {
    return this.data.handler;
  }

  /** `</name:id>`, which people can press. */
  get mention(): string {
    return mention.command(this.name, this.id);
  }

  /** Changes it; what is left out stays. */
  async edit(changes: BodyOptions<RESTPatchAPIApplicationCommandJSONBody>, options?: CallOptions): Promise<ApplicationCommand> {
    const { applicationId, guildId, id } = this;
    const { commands } = this.views.rest;
    const body = changedBody<RESTPatchAPIApplicationCommandJSONBody>(changes);
    const edited =
      guildId === undefined
        ? await commands.edit(applicationId, id, body, options)
        : await commands.editForGuild(applicationId, guildId, id, body as RESTPatchAPIApplicationGuildCommandJSONBody, options);
    return this.views.applicationCommand(edited);
  }

  /** Takes it away. */
  async delete(options?: CallOptions): Promise<void> {
    const { applicationId, guildId, id } = this;
    const { commands } = this.views.rest;
    await (guildId === undefined
      ? commands.delete(applicationId, id, options)
      : commands.deleteForGuild(applicationId, guildId, id, options));
  }

  /** Who may use it in a guild, where that was changed there. */
  async fetchPermissions(guildId: string, options?: CallOptions): Promise<readonly APIApplicationCommandPermission[]> {
    const { permissions } = await this.views.rest.commands.permissions(this.applicationId, guildId, this.id, options);
    return permissions;
  }
}
