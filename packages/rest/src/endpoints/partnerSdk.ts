import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/**
 * Where an account outside Discord comes from.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export type ExternalAuthType =
  | 'APPLE_ID_TOKEN'
  | 'DISCORD_BOT_ISSUED_ACCESS_TOKEN'
  | 'EPIC_ONLINE_SERVICES_ACCESS_TOKEN'
  | 'EPIC_ONLINE_SERVICES_ID_TOKEN'
  | 'OIDC'
  | 'PLAYSTATION_NETWORK_ID_TOKEN'
  | 'STEAM_SESSION_TICKET'
  | 'UNITY_SERVICES_ID_TOKEN';

/**
 * A user of a game, proved by a token of somebody else than Discord.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ExternalAccount {
  /** The application's id. */
  readonly client_id: string;
  /** The application's secret, at most 1,024 characters; public clients have none. */
  readonly client_secret?: string | null;
  /** The token, 1 to 10,240 characters. */
  readonly external_auth_token: string;
  readonly external_auth_type: ExternalAuthType;
}

/**
 * A user of a game, named by the bot of that game.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ExternalUser {
  /** How the game calls the user, 1 to 1,024 characters. */
  readonly external_user_id: string;
}

/**
 * The user for whom a bot asks for a token.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ProvisionalUser extends ExternalUser {
  /** The name that a new provisional account gets, 1 to 32 characters. */
  readonly preferred_global_name?: string | null;
  /** The provisional account that is meant, where it is known already. */
  readonly provisional_user_id?: string | null;
}

/**
 * The token of a provisional account.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ProvisionalToken {
  readonly access_token: string;
  /** In seconds. */
  readonly expires_in: number;
  readonly id_token: string;
  readonly scope: string;
  readonly token_type: string;
  /** In Unix seconds. */
  readonly expires_at_s?: number | null;
  readonly refresh_token?: string | null;
  readonly scopes?: readonly string[] | null;
}

/**
 * What an own moderation has found out about a message: at most 5 entries of at most 2,000 characters each.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export type MessageModerationMetadata = Readonly<Record<string, string>>;

/** What the server of a game with Discord's Social SDK needs. */
export interface PartnerSdkEndpoints {
  /**
   * A token for the user of a game, whose provisional account is made where there is none. Sends `client_secret` instead of the bot's token.
   *
   * @experimental Not in Discord's reference.
   */
  token(body: ExternalAccount, options?: CallOptions): Promise<ProvisionalToken>;
  /**
   * A token for the user of a game, asked for with the bot's token.
   *
   * @experimental Not in Discord's reference.
   */
  tokenAsBot(body: ProvisionalUser, options?: CallOptions): Promise<ProvisionalToken>;
  /**
   * Parts a provisional account from the Discord account that it was merged into. Sends `client_secret` instead of the bot's token.
   *
   * @experimental Not in Discord's reference.
   */
  unmergeProvisionalAccount(body: ExternalAccount, options?: CallOptions): Promise<void>;
  /**
   * Parts a provisional account from the Discord account that it was merged into, with the bot's token.
   *
   * @experimental Not in Discord's reference.
   */
  unmergeProvisionalAccountAsBot(body: ExternalUser, options?: CallOptions): Promise<void>;
  /**
   * Replaces the moderation metadata of a message between two users of a game.
   *
   * @experimental Not in Discord's reference.
   */
  setModerationMetadata(
    firstUserId: string,
    secondUserId: string,
    messageId: string,
    body: MessageModerationMetadata,
    options?: CallOptions,
  ): Promise<void>;
}

export function partnerSdkEndpoints(rest: Requester): PartnerSdkEndpoints {
  return {
    token: async (body, options) => rest.request('POST', '/partner-sdk/token', { ...options, authorized: false, body }),
    tokenAsBot: async (body, options) => rest.request('POST', '/partner-sdk/token/bot', { ...options, body }),
    unmergeProvisionalAccount: async (body, options) =>
      rest.request('POST', '/partner-sdk/provisional-accounts/unmerge', { ...options, authorized: false, body }),
    unmergeProvisionalAccountAsBot: async (body, options) =>
      rest.request('POST', '/partner-sdk/provisional-accounts/unmerge/bot', { ...options, body }),
    setModerationMetadata: async (firstUserId, secondUserId, messageId, body, options) =>
      rest.request('PUT', route`/partner-sdk/dms/${firstUserId}/${secondUserId}/messages/${messageId}/moderation-metadata`, {
        ...options,
        body,
      }),
  };
}
