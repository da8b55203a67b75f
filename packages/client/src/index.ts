// A bot
export { Client } from './Client.js';
export type { ClientOptions, ClientRestOptions, GatewayOptions } from './ClientOptions.js';
export type { Context } from './Context.js';
export type { Fetches } from './Fetches.js';
export type { ShutdownOptions, StartOptions } from './LifeOptions.js';

// What it hears
export type { CacheReadyEvent, ClientEvents, DispatchEvents, ErrorEvent, FrameworkEvents, SessionLost, UnknownPacket } from './events.js';
export type { DispatchEvent } from './eventNames.js';
export type { ArgsOf, HandlerOf, ListenOptions, TypedEmitter } from './HandlerEmitter.js';
export type { BeforeView, BeforeViews, DispatchData, DispatchView, RichViews } from './structures/events/dispatchViews.js';
export { EventView } from './structures/EventView.js';
export type { Identified } from './structures/Identified.js';
export { Relation, type RelationSource } from './structures/Relation.js';
export type { Camel } from './structures/camel.js';
export { View, type Source } from './structures/View.js';
export type { ViewPorts, Views } from './structures/Views.js';
export type { BodyOptions } from './structures/wireBody.js';

// Channels and messages
export type {
  AnyChannel,
  GuildBasedChannel,
  PlacedChannel,
  PostChannel,
  PrivateChannel,
  TextBasedChannel,
  VoiceBasedChannel,
} from './structures/channel/AnyChannel.js';
export { AnnouncementChannel } from './structures/channel/AnnouncementChannel.js';
export { CategoryChannel } from './structures/channel/CategoryChannel.js';
export { ChannelHandle } from './structures/channel/ChannelHandle.js';
export type { ChannelChanges } from './structures/channel/ChannelView.js';
export type { Pin } from './structures/channel/Conversation.js';
export { DirectMessage } from './structures/channel/DirectMessage.js';
export { DirectoryChannel } from './structures/channel/DirectoryChannel.js';
export { ForumChannel } from './structures/channel/ForumChannel.js';
export { GroupDirectMessage } from './structures/channel/GroupDirectMessage.js';
export type { CloneChanges, Overwrite, OverwriteChange } from './structures/channel/ListedChannel.js';
export { MediaChannel } from './structures/channel/MediaChannel.js';
export type { OverwriteOptions, OverwriteTarget } from './structures/channel/overwriteBody.js';
export type { InviteOptions, WebhookOptions } from './structures/channel/Place.js';
export type { ForumTag, ForumTagOptions } from './structures/channel/PostPlace.js';
export { StageChannel, type StageOptions } from './structures/channel/StageChannel.js';
export { TextChannel } from './structures/channel/TextChannel.js';
export { Thread, type ThreadParent } from './structures/channel/Thread.js';
export type { ThreadOptions } from './structures/channel/threadBody.js';
export { ThreadMember, type ThreadIds } from './structures/channel/ThreadMember.js';
export type { ArchivedThreadsQuery, PostOptions } from './structures/channel/ThreadPlace.js';
export type { Typing, TypingOptions } from './structures/channel/Typing.js';
export { UnknownChannel } from './structures/channel/UnknownChannel.js';
export { VoiceChannel } from './structures/channel/VoiceChannel.js';
export { MessageAttachment } from './structures/message/MessageAttachment.js';
export { Embed } from './structures/message/Embed.js';
export type { EmojiRef } from './structures/message/emojiText.js';
export type { Mentions } from './structures/message/Mentions.js';
export { Message } from './structures/message/Message.js';
export type { EditOptions, MessageContent, MessageEdit, SendOptions, WireMessage } from './structures/message/messageBody.js';
export { MessageHandle, type PagedUsersQuery } from './structures/message/MessageHandle.js';
export { MessageSnapshot } from './structures/message/MessageSnapshot.js';
export type { MessageIds, MessagePayload } from './structures/message/payloads.js';
export { Poll, type PollAnswer } from './structures/message/Poll.js';
export { Reaction } from './structures/message/Reaction.js';
export { StickerItem } from './structures/message/StickerItem.js';
export { Webhook } from './structures/message/Webhook.js';
export {
  WebhookHandle,
  type WebhookChanges,
  type WebhookIds,
  type WebhookPlace,
  type WebhookSendOptions,
} from './structures/message/WebhookHandle.js';
export type { Paged } from './structures/Paged.js';
export type { Ref } from './structures/refs.js';

// What happens to them
export { BulkMessageDeletion } from './structures/events/BulkMessageDeletion.js';
export { MessageDeletion } from './structures/events/MessageDeletion.js';
export { PinsUpdate } from './structures/events/PinsUpdate.js';
export { PollVote } from './structures/events/PollVote.js';
export { ReactionAdd } from './structures/events/ReactionAdd.js';
export { ReactionEmojiClear } from './structures/events/ReactionEmojiClear.js';
export { ReactionRemove } from './structures/events/ReactionRemove.js';
export { ReactionsClear } from './structures/events/ReactionsClear.js';
export { ThreadDeletion } from './structures/events/ThreadDeletion.js';
export { ThreadListSync } from './structures/events/ThreadListSync.js';
export { ThreadMembersUpdate } from './structures/events/ThreadMembersUpdate.js';
export { TypingStart } from './structures/events/TypingStart.js';
export { VoiceEffect } from './structures/events/VoiceEffect.js';
export { VoiceStartTimeUpdate } from './structures/events/VoiceStartTimeUpdate.js';
export { VoiceStatusUpdate } from './structures/events/VoiceStatusUpdate.js';
export { WebhooksUpdate } from './structures/events/WebhooksUpdate.js';

// How its handlers do
export type { DroppableClass } from './handlers/eventClass.js';
export type { HandlerLimitOptions, SerialPlace } from './handlers/HandlerLimits.js';
export type { HandlerQueueStats } from './handlers/HandlerQueue.js';
export type { HandlerStats } from './handlers/handlerStats.js';
export type { DroppedEvents } from './handlers/Overload.js';
export type { WaitedMs } from './handlers/WaitTimes.js';

// What it waits for
export type { CollectOptions, WaitForOptions } from './collectors/collect.js';
export { Collector, type CollectorEnd } from './collectors/Collector.js';
export type { CollectableEvent, EventArgs, EventValue } from './collectors/collectorEvents.js';
export type { CollectorEndReason, CollectorOverflow } from './collectors/CollectorMachine.js';
export type { CollectorConditions, CollectorFilter, CollectorLimits, WaitLimits } from './collectors/CollectorOptions.js';
export type { Change } from './collectors/changes.js';
export type {
  AwaitComponentOptions,
  AwaitModalOptions,
  CollectComponentsOptions,
  ComponentUse,
  ModalSubmission,
} from './collectors/interactions.js';
export type { AwaitMessageOptions, CollectMessagesOptions } from './collectors/messages.js';
export type { CollectPollVoteChangesOptions, CollectPollVotesOptions, PollVoteChange } from './collectors/pollVotes.js';
export type {
  AwaitReactionOptions,
  CollectReactionChangesOptions,
  CollectReactionsOptions,
  ReactionChange,
} from './collectors/reactions.js';

// Commands, components and forms that people use
export type { AnyInteraction } from './interactions/AnyInteraction.js';
export type { FirstAnswer } from './interactions/AnswerState.js';
export { ApplicationCommandInteraction } from './interactions/ApplicationCommandInteraction.js';
export { AutocompleteInteraction, type Suggestion } from './interactions/AutocompleteInteraction.js';
export { ButtonInteraction } from './interactions/ButtonInteraction.js';
export { CommandInteraction } from './interactions/CommandInteraction.js';
export { CommandOptions, type RequiredOptions } from './interactions/CommandOptions.js';
export { ComponentInteraction } from './interactions/ComponentInteraction.js';
export { EntryPointInteraction } from './interactions/EntryPointInteraction.js';
export { FormOpeningInteraction } from './interactions/FormOpeningInteraction.js';
export { Interaction } from './interactions/Interaction.js';
export { InteractionMessage, type InteractionMessageKey } from './interactions/InteractionMessage.js';
export { MessageCommandInteraction } from './interactions/MessageCommandInteraction.js';
export { ModalFields } from './interactions/ModalFields.js';
export { ModalInteraction } from './interactions/ModalInteraction.js';
export type { QuickField, QuickFields, QuickModalOptions, QuickModalResult } from './interactions/quickModal.js';
export { RepliableInteraction, type DeferOptions } from './interactions/RepliableInteraction.js';
export { Resolved } from './interactions/Resolved.js';
export { SelectInteraction, type SelectKind } from './interactions/SelectInteraction.js';
export { UnknownInteraction } from './interactions/UnknownInteraction.js';
export { UserCommandInteraction } from './interactions/UserCommandInteraction.js';

// The application
export { Application } from './structures/application/Application.js';
export { ApplicationCommand } from './structures/application/ApplicationCommand.js';
export {
  ApplicationHandle,
  type ApplicationChanges,
  type CommandPlace,
  type FetchCommandsOptions,
  type NewCommand,
} from './structures/application/ApplicationHandle.js';
export { Entitlement } from './structures/application/Entitlement.js';
export { Sku } from './structures/application/Sku.js';
export { Subscription } from './structures/application/Subscription.js';

// Events that are about nothing else
export { AutoModExecution } from './structures/events/AutoModExecution.js';
export { ChannelInfo, type FastChannel } from './structures/events/ChannelInfo.js';
export { CommandPermissionsUpdate } from './structures/events/CommandPermissionsUpdate.js';
export { GuildEvent } from './structures/events/GuildEvent.js';

export { GuildIntegrationsUpdate } from './structures/events/GuildIntegrationsUpdate.js';
export { MemberEvent } from './structures/events/MemberEvent.js';
export { MembersChunk } from './structures/events/MembersChunk.js';
export { RateLimited } from './structures/events/RateLimited.js';
export { Ready } from './structures/events/Ready.js';
export { VoiceServerUpdate } from './structures/events/VoiceServerUpdate.js';

// Guilds and who and what is in them
export { EmojisUpdate } from './structures/events/EmojisUpdate.js';
export { GuildDeletion } from './structures/events/GuildDeletion.js';
export type { GuildBeforeViews, GuildRichViews } from './structures/events/guildViews.js';
export { IntegrationDeletion } from './structures/events/IntegrationDeletion.js';
export { InviteDeletion } from './structures/events/InviteDeletion.js';
export { MemberRemoval } from './structures/events/MemberRemoval.js';
export { RoleDeletion } from './structures/events/RoleDeletion.js';
export { ScheduledEventInterest } from './structures/events/ScheduledEventInterest.js';
export { SoundDeletion } from './structures/events/SoundDeletion.js';
export { SoundsUpdate, type SoundsPayload } from './structures/events/SoundsUpdate.js';
export { StickersUpdate } from './structures/events/StickersUpdate.js';
export { AuditLogEntry, type AuditLogChange } from './structures/guild/AuditLogEntry.js';
export { AutoModRule, type AutoModRuleChanges } from './structures/guild/AutoModRule.js';
export { Ban, type BanPayload } from './structures/guild/Ban.js';
export type { BanOptions } from './structures/guild/banBody.js';
export { ClientUser } from './structures/guild/ClientUser.js';
export { Emoji, type EmojiChanges } from './structures/guild/Emoji.js';
export { Guild, type GuildPayload } from './structures/guild/Guild.js';
export type {
  AutoModRuleOptions,
  ChannelOptions,
  EmojiOptions,
  RoleOptions,
  ScheduledEventOptions,
  SoundboardSoundOptions,
  StickerOptions,
} from './structures/guild/GuildContents.js';
export { GuildHandle } from './structures/guild/GuildHandle.js';
export type { BulkBan, RequestedMembers } from './structures/guild/GuildPeople.js';
export { GuildPreview } from './structures/guild/GuildPreview.js';
export type {
  GuildChanges,
  IncidentActions,
  OnboardingOptions,
  WelcomeScreenChanges,
  WidgetSettings,
} from './structures/guild/GuildSettings.js';
export { Integration } from './structures/guild/Integration.js';
export { Invite, type InvitePayload } from './structures/guild/Invite.js';
export { Member, type MemberPayload } from './structures/guild/Member.js';
export { MemberHandle, type MemberChanges, type MemberIds } from './structures/guild/MemberHandle.js';
export { Onboarding } from './structures/guild/Onboarding.js';
export { Presence, type Activity } from './structures/guild/Presence.js';
export type { GuildItemResource, GuildItems } from './structures/guild/recordViews.js';
export { Role, type RoleChanges, type RolePayload } from './structures/guild/Role.js';
export { ScheduledEvent, type ScheduledEventChanges, type ScheduledEventUser } from './structures/guild/ScheduledEvent.js';
export { SoundboardSound, type SoundboardSoundChanges } from './structures/guild/SoundboardSound.js';
export { StageInstance, type StageInstancePayload } from './structures/guild/StageInstance.js';
export { Sticker, type StickerChanges } from './structures/guild/Sticker.js';
export { StickerPack } from './structures/guild/StickerPack.js';
export { Template } from './structures/guild/Template.js';
export { User } from './structures/guild/User.js';
export { UserHandle } from './structures/guild/UserHandle.js';
export { VoiceState } from './structures/guild/VoiceState.js';
export { WelcomeScreen } from './structures/guild/WelcomeScreen.js';
export { Widget } from './structures/guild/Widget.js';
export type { ImageBodyOptions, ImageInput } from './structures/imageBody.js';

// What it wants and how it looks
export { ActivityData, Intents, PresenceData, type IntentName, type IntentsResolvable, type PresenceStatus } from '@aplomb/gateway';

// Messages and forms, from plain objects
export { allowedMentions } from './builders/allowedMentions.js';
export { button, type ButtonOptions, type ButtonStyle, type LinkButtonOptions } from './builders/button.js';
export type { PremiumButtonOptions, PressButtonOptions } from './builders/button.js';
export type { ChannelTypeName } from './builders/channelType.js';
export { checkbox, checkboxGroup, radioGroup, type CheckboxGroupOptions, type CheckboxOptions } from './builders/choices.js';
export type { GroupChoice, RadioGroupOptions } from './builders/choices.js';
export { embed, type EmbedAuthorOptions, type EmbedFieldOptions, type EmbedFooterOptions, type EmbedOptions } from './builders/embed.js';
export type { EmojiResolvable } from './builders/emoji.js';
export { fileUpload, type FileUploadOptions, type UploadType } from './builders/fileUpload.js';
export { container, section, separator, textDisplay, type ContainerOptions } from './builders/layout.js';
export type { SectionOptions, SeparatorOptions, TextDisplayOptions } from './builders/layout.js';
export { fileDisplay, mediaGallery, thumbnail, type FileDisplayOptions } from './builders/media.js';
export type { MediaGalleryOptions, MediaOptions, ThumbnailOptions } from './builders/media.js';
export { message, type ClassicMessageOptions, type ComponentsMessageOptions, type MessageOptions } from './builders/message.js';
export { label, modal, type LabelOptions, type ModalOptions, type ModalPart } from './builders/modal.js';
export { poll, type PollAnswerOptions, type PollOptions } from './builders/poll.js';
export { row, type ButtonRow, type SelectRow } from './builders/row.js';
export { channelSelect, mentionableSelect, roleSelect, stringSelect, userSelect } from './builders/select.js';
export type {
  ChannelSelectOptions,
  MentionableSelectOptions,
  RoleSelectOptions,
  SelectChoice,
  SelectOptions,
  StringSelectOptions,
  UserSelectOptions,
} from './builders/select.js';
export { textInput, type TextInputOptions } from './builders/textInput.js';

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

// What it keeps, and who may do what
export {
  Cache,
  channelData,
  FileCacheSnapshotStore,
  guildData,
  memberData,
  MemoryCacheSnapshotStore,
  messageData,
  MissingDataError,
  PermissionQueries,
  Permissions,
  presenceData,
  roleData,
  userData,
  voiceStateData,
} from '@aplomb/cache';
export type { CacheChange, CacheMemory, CachePolicy, CacheReader, CacheSnapshotStore, CacheStats, EntityPolicy } from '@aplomb/cache';

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
export { InteractionError, type InteractionErrorCode } from './interactions/InteractionError.js';

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

// Voice
export { ClientVoice, type JoinVoiceOptions, type VoicePorts } from './voice/ClientVoice.js';
export { VoiceError, type VoiceErrorCode } from './voice/VoiceError.js';
export type { VoiceSession } from './voice/VoiceSessions.js';
export type { VoiceAdapter, VoiceAdapterCreator, VoiceAdapterMethods, VoicePacket } from './voice/voiceAdapter.js';

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
