// A bot
export { Client, type ShutdownOptions, type StartOptions } from './Client.js';
export type { ClientOptions, ClientRestOptions, GatewayOptions } from './ClientOptions.js';
export type { Context } from './Context.js';

// What it hears
export type {
  CacheReadyEvent,
  ClientEvents,
  DispatchData,
  DispatchEvents,
  DispatchView,
  ErrorEvent,
  FrameworkEvents,
  UnknownPacket,
} from './events.js';
export type { DispatchEvent } from './eventNames.js';
export type { ArgsOf, HandlerOf, TypedEmitter } from './HandlerEmitter.js';
export { EventView } from './structures/EventView.js';
export { Message, type MessageContent } from './structures/Message.js';

// What it wants and how it looks
export { ActivityData, Intents, PresenceData, type IntentName, type IntentsResolvable, type PresenceStatus } from '@aplomb/gateway';

// Text
export { cdn, type ImageOptions, type ImageSize, type MovingImageOptions, type StillFormat } from './text/cdn.js';
export { colorOf, Colors, type Color, type ColorName } from './text/colors.js';
export { contentSafe, type ContentSafeOptions, type MentionNames } from './text/contentSafe.js';
export { escapeMarkdown } from './text/escapeMarkdown.js';
export { escapeMentions } from './text/escapeMentions.js';
export { links, type AddBotLinkOptions, type ChannelLink, type MessageLink } from './text/links.js';
export { md, type ListItems } from './text/md.js';
export { mention, type CustomEmoji, type GuildPage } from './text/mention.js';
export { MessageBuilder } from './text/MessageBuilder.js';
export { mentionsIn, parseMention, type FoundMention, type Mention } from './text/parseMention.js';
export { safeText } from './text/safeText.js';
export { snowflake, type SnowflakeParts } from './text/snowflake.js';
export type { TimestampStyle } from './text/timestamp.js';

// Errors
export { AplombError, OptionsError, type OptionsErrorCode } from '@aplomb/base';
export { GatewayClosedError, GatewayError, type GatewayClosedCode, type GatewayErrorCode } from '@aplomb/gateway';
export {
  DiscordApiError,
  FileError,
  RateLimitError,
  TransportError,
  type FieldError,
  type FileErrorCode,
  type RestErrorCode,
} from '@aplomb/rest';
export { ClientError, type ClientErrorCode } from './errors.js';

// Shards, for those who look after them
export type {
  ConnectionStage,
  SessionLostEvent,
  ShardDisconnectEvent,
  ShardManager,
  ShardMessenger,
  ShardRange,
  ShardRunnerInfo,
  ShardStageUpdateEvent,
  VoiceGatewayManager,
} from '@aplomb/gateway';

// Sessions and identifying, across processes
export { FileIdentifyLedger, FileSessionStore, InMemoryIdentifyQueue, MemoryIdentifyLedger, MemorySessionStore } from '@aplomb/gateway';
export type { IdentifyLedger, IdentifyQueue, SessionStore, StoredSession } from '@aplomb/gateway';

// REST: calls, files, what it tells
export { attachment, imageData, MemoryRateLimitStore, parseWebhookUrl, Rest, soundData } from '@aplomb/rest';
export type {
  AllowedMentions,
  Attachment,
  AuditedCallOptions,
  CallOptions,
  FileCallOptions,
  FileInput,
  InvalidRequestsEvent,
  Listing,
  RateLimitStore,
  RequestOptions,
  RestOptions,
  RestRateLimitedEvent,
  RestRequestEvent,
  RestResponseEvent,
  RouteText,
  WebhookUrl,
} from '@aplomb/rest';

// Logs
export type { Logger } from './ClientLog.js';
