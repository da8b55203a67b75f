// Every day
export { Rest } from './Rest.js';
export { REST_OPTION_NAMES, type RestOptions } from './RestOptions.js';
export type { AllowedMentions } from './AllowedMentions.js';
export type { Listing } from './Listing.js';
export type {
  AuditedCallOptions,
  CallOptions,
  FileCallOptions,
  HttpMethod,
  QueryValue,
  RequestOptions,
  Requester,
  RouteText,
} from './RestRequest.js';

// Events
export type {
  InvalidRequestsEvent,
  ListenerFailedEvent,
  RestAttempt,
  RestEvents,
  RestRateLimitedEvent,
  RestRequestEvent,
  RestResponseEvent,
} from './restEvents.js';

// Limits
export type { InvalidRequestBand } from './ratelimit/RateLimiterAction.js';
export type { RateLimitScope } from './ratelimit/RateFacts.js';
export type { RateLimitLesson, RateLimitRequest, RateLimitStore } from './ratelimit/RateLimitStore.js';
export { MemoryRateLimitStore, type MemoryRateLimitStoreOptions } from './ratelimit/MemoryRateLimitStore.js';

// Files
export { attachment, type AttachmentMaker, type AttachmentOptions, type NamedFileOptions } from './body/attachment.js';
export type { Attachment, FileContent, FileInput, FormFields } from './body/FileInput.js';
export type { UrlFileOptions } from './body/fileFromUrl.js';
export { imageData, soundData } from './body/imageData.js';

// Parts of bodies, checked and written as calls do
export { wireAllowedMentions } from './AllowedMentions.js';
export { problemIn, type BodyPart, type PartProblem } from './validation/problemIn.js';

// Endpoints
export type { ApplicationEndpoints, UploadedApplicationAttachment } from './endpoints/applications.js';
export type { AutoModerationEndpoints } from './endpoints/autoModeration.js';
export type { ChannelEndpoints } from './endpoints/channels.js';
export type { ChannelMethods, CreateInviteOptions } from './endpoints/channels/channel.js';
export type { FoundMessage, MessageMethods } from './endpoints/channels/messages.js';
export type { PinMethods } from './endpoints/channels/pins.js';
export type { ReactionMethods } from './endpoints/channels/reactions.js';
export type { ThreadMemberMethods } from './endpoints/channels/threadMembers.js';
export type { ThreadSearchAnswer, ThreadSearchQuery, ThreadSearchResult } from './endpoints/channels/threadSearch.js';
export type { ForumPost, ThreadMethods } from './endpoints/channels/threads.js';
export type { CommandEndpoints } from './endpoints/commands.js';
export type { ApplicationEmojiMethods, EmojiEndpoints } from './endpoints/emojis.js';
export type { EntitlementEndpoints, EntitlementsQuery } from './endpoints/entitlements.js';
export type { GatewayEndpoints } from './endpoints/gateway.js';
export type { GuildEndpoints } from './endpoints/guilds.js';
export type { AuditLogQuery, GuildAuditLogMethods } from './endpoints/guilds/auditLog.js';
export type { GuildBanMethods } from './endpoints/guilds/bans.js';
export type { GuildChannelMethods } from './endpoints/guilds/channels.js';
export type { GuildMethods } from './endpoints/guilds/guild.js';
export type {
  GuildJoinRequestMethods,
  JoinRequest,
  JoinRequestFormField,
  JoinRequestFormResponse,
  JoinRequestPage,
  JoinRequestQuery,
  JoinRequestReview,
  JoinRequestStatus,
} from './endpoints/guilds/joinRequests.js';
export type { GuildMemberMethods } from './endpoints/guilds/members.js';
export type {
  GuildOnboardingMethods,
  NewMemberAction,
  NewMemberResourceChannel,
  NewMemberWelcome,
  NewMemberWelcomeEmoji,
} from './endpoints/guilds/onboarding.js';
export type { GuildPruneMethods, PruneCountQuery } from './endpoints/guilds/prune.js';
export type { GuildRoleMethods } from './endpoints/guilds/roles.js';
export type { GuildWidgetMethods } from './endpoints/guilds/widget.js';
export type { InteractionEndpoints, InteractionResponseOptions } from './endpoints/interactions.js';
export type { GetInviteQuery, InviteEndpoints } from './endpoints/invites.js';
export type { LobbyEndpoints } from './endpoints/lobbies.js';
export type {
  BulkLobbyMemberBody,
  JoinLobbyBody,
  Lobby,
  LobbyBody,
  LobbyInvite,
  LobbyMember,
  LobbyMemberBody,
  LobbyMessage,
  LobbyMessageBody,
  LobbyMetadata,
  SetLobbyMemberBody,
} from './endpoints/lobbyTypes.js';
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
export type { PollEndpoints } from './endpoints/polls.js';
export type { RoleConnectionEndpoints } from './endpoints/roleConnections.js';
export type {
  ScheduledEventEndpoints,
  ScheduledEventException,
  ScheduledEventExceptionCreation,
  ScheduledEventExceptionEdit,
  ScheduledEventExceptionMethods,
  ScheduledEventExceptionUser,
  ScheduledEventUserCounts,
} from './endpoints/scheduledEvents.js';
export type { SkuEndpoints } from './endpoints/skus.js';
export type { SoundboardEndpoints } from './endpoints/soundboard.js';
export type { StageInstanceEndpoints } from './endpoints/stageInstances.js';
export type { StickerEndpoints, StickerForm } from './endpoints/stickers.js';
export type { SubscriptionEndpoints, SubscriptionQuery } from './endpoints/subscriptions.js';
export type { TemplateEndpoints } from './endpoints/templates.js';
export type { GroupDmBody, UserEndpoints } from './endpoints/users.js';
export type { VoiceEndpoints } from './endpoints/voice.js';
export type { WebhookEndpoints } from './endpoints/webhooks.js';
export type {
  EditWebhookMessageOptions,
  ExecuteGitHubWebhookOptions,
  ExecuteSlackWebhookOptions,
  ExecuteWebhookOptions,
  WebhookMessageMethods,
} from './endpoints/webhooks/messages.js';
export type { WebhookMethods } from './endpoints/webhooks/webhook.js';
export { parseWebhookUrl, type WebhookUrl } from './endpoints/webhooks/WebhookUrl.js';

// Errors
export { FileError, type FileErrorCode } from './body/FileError.js';
export {
  DiscordApiError,
  RateLimitError,
  TransportError,
  type DiscordApiErrorCode,
  type FieldError,
  type RateLimitErrorCode,
  type RateLimitErrorFacts,
  type RestCall,
  type RestErrorCode,
  type TransportErrorCode,
} from './errors.js';
