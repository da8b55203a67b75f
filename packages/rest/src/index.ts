// Every day
export { Rest } from './Rest.js';
export { REST_OPTION_NAMES, type RestOptions, type RestRateLimitedEvent } from './RestOptions.js';
export type { AllowedMentions } from './AllowedMentions.js';
export type { Listing } from './Listing.js';
export type { AuditedCallOptions, CallOptions, HttpMethod, QueryValue, RequestOptions } from './RestRequest.js';

// Endpoints
export type { ApplicationEndpoints, UploadedApplicationAttachment } from './endpoints/applications.js';
export type { ChannelEndpoints } from './endpoints/channels.js';
export type { CommandEndpoints } from './endpoints/commands.js';
export type { EntitlementEndpoints, EntitlementsQuery } from './endpoints/entitlements.js';
export type { GatewayEndpoints } from './endpoints/gateway.js';
export type { GuildEndpoints } from './endpoints/guilds.js';
export type { OAuth2Endpoints, OAuth2PublicKey, OAuth2PublicKeys, OpenIdUserInfo } from './endpoints/oauth2.js';
export type {
  ExternalAccount,
  ExternalAuthType,
  ExternalUser,
  MessageModerationMetadata,
  PartnerSdkEndpoints,
  ProvisionalToken,
  ProvisionalUser,
} from './endpoints/partnerSdk.js';
export type { RoleConnectionEndpoints } from './endpoints/roleConnections.js';
export type { SkuEndpoints } from './endpoints/skus.js';
export type { SubscriptionEndpoints, SubscriptionQuery } from './endpoints/subscriptions.js';
export type { GroupDmBody, UserEndpoints } from './endpoints/users.js';

// Errors
export {
  DiscordApiError,
  RateLimitError,
  TransportError,
  type DiscordApiErrorCode,
  type FieldError,
  type RateLimitErrorCode,
  type RestErrorCode,
  type TransportErrorCode,
} from './errors.js';
