import type { RESTGetAPIOAuth2CurrentApplicationResult, RESTGetAPIOAuth2CurrentAuthorizationResult } from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';

/**
 * One of the keys that Discord signs its OpenID tokens with, as a JSON Web Key.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface OAuth2PublicKey {
  readonly alg: string;
  readonly e: string;
  readonly kid: string;
  readonly kty: string;
  readonly n: string;
  readonly use: string;
}

/**
 * The keys that Discord signs its OpenID tokens with.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface OAuth2PublicKeys {
  readonly keys: readonly OAuth2PublicKey[];
}

/**
 * What OpenID calls a user's claims; all but `sub`, the user's id, depend on the scopes that were granted.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface OpenIdUserInfo {
  readonly sub: string;
  readonly email?: string | null;
  readonly email_verified?: boolean;
  readonly locale?: string;
  readonly nickname?: string | null;
  readonly picture?: string;
  readonly preferred_username?: string;
}

/** Who is asking, by the token that is sent along. */
export interface OAuth2Endpoints {
  /**
   * What the token was granted, until when, and by whom. Discord answers this to a Bearer token only.
   *
   * @see {@link https://docs.discord.com/developers/topics/oauth2#get-current-authorization-information | Get current authorization information}
   */
  authorization(options?: CallOptions): Promise<RESTGetAPIOAuth2CurrentAuthorizationResult>;
  /**
   * The application that the bot belongs to, without its flags. `rest.applications.me()` tells more.
   *
   * @see {@link https://docs.discord.com/developers/topics/oauth2#get-current-bot-application-information | Get current bot application information}
   */
  application(options?: CallOptions): Promise<RESTGetAPIOAuth2CurrentApplicationResult>;
  /**
   * The keys that Discord signs its OpenID tokens with. Needs no token.
   *
   * @experimental Not in Discord's reference.
   */
  publicKeys(options?: CallOptions): Promise<OAuth2PublicKeys>;
  /**
   * The user as OpenID describes one. Discord answers this to a Bearer token with the scope `openid` only.
   *
   * @experimental Not in Discord's reference.
   */
  userInfo(options?: CallOptions): Promise<OpenIdUserInfo>;
}

export function oauth2Endpoints(rest: Requester): OAuth2Endpoints {
  return {
    authorization: async (options) => rest.request('GET', '/oauth2/@me', options),
    application: async (options) => rest.request('GET', '/oauth2/applications/@me', options),
    publicKeys: async (options) => rest.request('GET', '/oauth2/keys', { ...options, authorized: false }),
    userInfo: async (options) => rest.request('GET', '/oauth2/userinfo', options),
  };
}
