// Every day
export { Rest } from './Rest.js';
export { REST_OPTION_NAMES, type RestOptions, type RestRateLimitedEvent } from './RestOptions.js';
export type { AllowedMentions } from './AllowedMentions.js';
export type { Listing } from './Listing.js';
export type { AuditedCallOptions, CallOptions, HttpMethod, QueryValue, RequestOptions } from './RestRequest.js';

// Endpoints
export type { ApplicationEndpoints } from './endpoints/applications.js';
export type { ChannelEndpoints } from './endpoints/channels.js';
export type { GatewayEndpoints } from './endpoints/gateway.js';
export type { GuildEndpoints } from './endpoints/guilds.js';
export type { UserEndpoints } from './endpoints/users.js';

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
