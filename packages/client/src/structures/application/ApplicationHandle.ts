import type { CallOptions } from '@aplomb/rest';
import type {
  APIApplicationCommand,
  APIEntitlement,
  RESTGetAPIApplicationCommandsQuery,
  RESTPatchCurrentApplicationJSONBody,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIApplicationGuildCommandsJSONBody,
  RESTPostAPIApplicationEmojiJSONBody,
  RESTPostAPIEntitlementJSONBody,
} from 'discord-api-types/v10';
import type { EntitlementsQuery } from '@aplomb/rest';
import type { Identified } from '../Identified.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import type { Emoji } from '../guild/Emoji.js';
import { Paged } from '../Paged.js';
import { idOf, type Ref } from '../refs.js';
import { View } from '../View.js';
import { refuseNothing, wireBody, type BodyOptions } from '../wireBody.js';
import type { Application } from './Application.js';
import type { ApplicationCommand } from './ApplicationCommand.js';
import type { Entitlement } from './Entitlement.js';
import type { Sku } from './Sku.js';

/** Where commands are registered, and what of them is wanted. */
export interface CommandPlace extends CallOptions {
  /** A guild; left out, everywhere. */
  readonly guildId?: string;
}

/** What commands are listed with. */
export interface FetchCommandsOptions extends CommandPlace {
  /**
   * Whether the names in all languages come along.
   *
   * @defaultValue `false`
   */
  readonly withLocalizations?: boolean;
}

/** What of the application can be changed; images as files. */
export type ApplicationChanges = ImageBodyOptions<RESTPatchCurrentApplicationJSONBody>;

/** A command to register, with the names of Discord's documentation in camelCase, or as Discord reads it. */
export type NewCommand = BodyOptions<RESTPostAPIApplicationCommandsJSONBody>;

const CHAT_INPUT = 1;

/** The bot's application, of which perhaps only the id is known. */
export class ApplicationHandle<Payload extends Identified = Identified> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }

  /** The application as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<Application> {
    return this.views.application(await this.views.rest.applications.me(options));
  }

  /** Changes it; what is left out stays. */
  async edit(changes: ApplicationChanges, options?: CallOptions): Promise<Application> {
    return this.views.application(await this.views.rest.applications.editMe(refuseNothing(await imageBody(changes)), options));
  }

  /** The emojis of the application, which it can use everywhere: up to 2,000. */
  async fetchEmojis(options?: CallOptions): Promise<readonly Emoji[]> {
    const { items } = await this.views.rest.emojis.listForApplication(this.id, options);
    return items.map((emoji) => this.views.emoji(emoji, null));
  }

  async fetchEmoji(emoji: Ref, options?: CallOptions): Promise<Emoji> {
    return this.views.emoji(await this.views.rest.emojis.getForApplication(this.id, idOf(emoji), options), null);
  }

  /** Gives the application an emoji; `image` as a file of at most 256 KiB. */
  async createEmoji(emoji: ImageBodyOptions<RESTPostAPIApplicationEmojiJSONBody>, options?: CallOptions): Promise<Emoji> {
    const body = await imageBody<RESTPostAPIApplicationEmojiJSONBody>(emoji, ['name', 'image']);
    return this.views.emoji(await this.views.rest.emojis.createForApplication(this.id, body, options), null);
  }

  /**
   * The commands that are registered, everywhere or in one guild.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands | Get global application commands}
   */
  async fetchCommands({ guildId, withLocalizations, ...options }: FetchCommandsOptions = {}): Promise<readonly ApplicationCommand[]> {
    const { commands } = this.views.rest;
    const query: RESTGetAPIApplicationCommandsQuery = withLocalizations === true ? { with_localizations: true } : {};
    const found =
      guildId === undefined ? await commands.list(this.id, query, options) : await commands.listForGuild(this.id, guildId, query, options);
    return this.commandsOf(found);
  }

  /** Registers a command, everywhere or in one guild; one of the same name and kind is replaced. */
  async createCommand(command: NewCommand, { guildId, ...options }: CommandPlace = {}): Promise<ApplicationCommand> {
    const { commands } = this.views.rest;
    const body = commandBody(command);
    const made =
      guildId === undefined
        ? await commands.create(this.id, body, options)
        : await commands.createForGuild(this.id, guildId, body as RESTPostAPIApplicationGuildCommandsJSONBody, options);
    return this.views.applicationCommand(made);
  }

  /**
   * Makes the registered commands, everywhere or in one guild, those of this list: others are deleted.
   *
   * @example
   * ```ts
   * import type { Client } from 'aplomb';
   *
   * export async function registerCommands(client: Client, guildId: string): Promise<void> {
   *   await client.application?.setCommands([{ type: 1, name: 'ping', description: 'Answers' }], { guildId });
   * }
   * ```
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands | Bulk overwrite}
   */
  async setCommands(list: readonly NewCommand[], { guildId, ...options }: CommandPlace = {}): Promise<readonly ApplicationCommand[]> {
    const { commands } = this.views.rest;
    const body = list.map((command) => commandBody(command));
    const now =
      guildId === undefined
        ? await commands.replaceAll(this.id, body, options)
        : await commands.replaceAllForGuild(this.id, guildId, body as RESTPostAPIApplicationGuildCommandsJSONBody[], options);
    return this.commandsOf(now);
  }

  /** What the application sells. */
  async fetchSkus(options?: CallOptions): Promise<readonly Sku[]> {
    const skus = await this.views.rest.skus.list(this.id, options);
    return skus.map((sku) => this.views.sku(sku));
  }

  /** Who may use what of it, page by page. */
  fetchEntitlements(query?: EntitlementsQuery, options?: CallOptions): Paged<Entitlement> {
    const listing = this.views.rest.entitlements.list(this.id, query, options);
    return Paged.of(listing, { itemsOf: (page) => page, make: (data) => this.views.entitlement(data) });
  }

  /** Gives a guild or a user something of it for tests, until it is deleted. */
  async createTestEntitlement(entitlement: BodyOptions<RESTPostAPIEntitlementJSONBody>, options?: CallOptions): Promise<Entitlement> {
    const body = wireBody<RESTPostAPIEntitlementJSONBody>(entitlement);
    const made = await this.views.rest.entitlements.createTest(this.id, body, options);
    return this.views.entitlement({ ...made, starts_at: null, ends_at: null } as APIEntitlement);
  }

  private commandsOf(list: readonly APIApplicationCommand[]): readonly ApplicationCommand[] {
    return list.map((command) => this.views.applicationCommand(command));
  }
}

/** @see {@link https://docs.discord.com/developers/interactions/application-commands#create-global-application-command | Create command} */
function commandBody(command: NewCommand): RESTPostAPIApplicationCommandsJSONBody {
  const isSlash = ((command as { readonly type?: number } | null)?.type ?? CHAT_INPUT) === CHAT_INPUT;
  return wireBody<RESTPostAPIApplicationCommandsJSONBody>(command, isSlash ? ['name', 'description'] : ['name']);
}
