import { Permissions } from '@aplomb/cache';
import type {
  APIApplication,
  APIApplicationInstallParams,
  APIApplicationIntegrationTypesConfigMap,
  APIPartialGuild,
  APITeam,
  ApplicationWebhookEventStatus,
  ApplicationWebhookEventType,
} from 'discord-api-types/v10';
import { cdn, type ImageOptions } from '../../text/cdn.js';
import type { User } from '../guild/User.js';
import { camel, type Camel } from '../camel.js';
import { madeAt } from '../dates.js';
import { ApplicationHandle } from './ApplicationHandle.js';

/**
 * The bot's application.
 *
 * @see {@link https://docs.discord.com/developers/resources/application#application-object | Application object}
 */
export class Application extends ApplicationHandle<APIApplication> {
  get createdAt(): Date {
    return madeAt(this.id);
  }

  get name(): string {
    return this.data.name;
  }

  /** The hash of the icon. */
  get icon(): string | null {
    return this.data.icon;
  }

  get description(): string {
    return this.data.description;
  }

  get rpcOrigins(): readonly string[] {
    return this.data.rpc_origins ?? [];
  }

  /** Whether others than the owner can add the bot. */
  get botPublic(): boolean {
    return this.data.bot_public;
  }

  /** Whether adding the bot needs the whole OAuth2 grant. */
  get botRequireCodeGrant(): boolean {
    return this.data.bot_require_code_grant;
  }

  /** The bot's user. */
  get bot(): User | undefined {
    return this.data.bot && this.views.user(this.data.bot);
  }

  get termsOfServiceUrl(): string | undefined {
    return this.data.terms_of_service_url;
  }

  get privacyPolicyUrl(): string | undefined {
    return this.data.privacy_policy_url;
  }

  /** Who owns it. Of an application of a team, a user that stands for the team. */
  get owner(): User | undefined {
    return this.data.owner && this.views.user(this.data.owner);
  }

  /** The key that Discord signs its requests over HTTP with, in hexadecimal digits. */
  get verifyKey(): string {
    return this.data.verify_key;
  }

  get team(): Camel<APITeam> | null {
    return camel(this.data.team);
  }

  /** The guild that belongs to it, a server for its users for example. */
  get guildId(): string | undefined {
    return this.data.guild_id;
  }

  get guild(): Camel<APIPartialGuild> | undefined {
    return camel(this.data.guild);
  }

  /** Of a game: the SKU that is the game. */
  get primarySkuId(): string | undefined {
    return this.data.primary_sku_id;
  }

  get slug(): string | undefined {
    return this.data.slug;
  }

  /** The hash of the cover of a game. */
  get coverImage(): string | undefined {
    return this.data.cover_image;
  }

  /** @see {@link https://docs.discord.com/developers/resources/application#application-object-application-flags | Application flags} */
  get flags(): number {
    return this.data.flags;
  }

  /** The same with those that do not fit into a number, as decimal digits. */
  get flagsNew(): string {
    return this.data.flags_new;
  }

  get approximateGuildCount(): number | undefined {
    return this.data.approximate_guild_count;
  }

  get approximateUserInstallCount(): number | undefined {
    return this.data.approximate_user_install_count;
  }

  get approximateUserAuthorizationCount(): number | undefined {
    return this.data.approximate_user_authorization_count;
  }

  get redirectUris(): readonly string[] {
    return this.data.redirect_uris ?? [];
  }

  /** Where interactions go instead of the gateway; `null` for nowhere. */
  get interactionsEndpointUrl(): string | null {
    return this.data.interactions_endpoint_url ?? null;
  }

  get roleConnectionsVerificationUrl(): string | null {
    return this.data.role_connections_verification_url ?? null;
  }

  get tags(): readonly string[] {
    return (this.data.tags ?? []) as readonly string[];
  }

  /** How the button "Add App" installs it. */
  get installParams(): { readonly scopes: APIApplicationInstallParams['scopes']; readonly permissions: Permissions } | undefined {
    const { install_params: params } = this.data;
    return params && { scopes: params.scopes, permissions: Permissions.from(params.permissions) };
  }

  /** How it is installed in guilds (`0`) and for users (`1`). */
  get integrationTypesConfig(): APIApplicationIntegrationTypesConfigMap | undefined {
    return this.data.integration_types_config;
  }

  get customInstallUrl(): string | undefined {
    return this.data.custom_install_url;
  }

  /** Where events of webhooks go. */
  get eventWebhooksUrl(): string | null {
    return this.data.event_webhooks_url ?? null;
  }

  get eventWebhooksStatus(): ApplicationWebhookEventStatus | undefined {
    return this.data.event_webhooks_status;
  }

  get eventWebhooksTypes(): readonly ApplicationWebhookEventType[] {
    return this.data.event_webhooks_types ?? [];
  }

  /** The icon; `null` where there is none. */
  iconUrl(options?: ImageOptions): string | null {
    return this.icon === null ? null : cdn.applicationIcon(this.id, this.icon, options);
  }

  /** The cover of a game; `null` where there is none. */
  coverUrl(options?: ImageOptions): string | null {
    return this.coverImage === undefined ? null : cdn.applicationCover(this.id, this.coverImage, options);
  }
}
