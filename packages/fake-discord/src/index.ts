// A Discord to develop and test against
export { FakeDiscord, type FakeBot } from './FakeDiscord.js';
export type { FakeDiscordOptions, MoreGatewayOptions, SessionStartLimit } from './FakeDiscordOptions.js';

// Who and what is in it
export { Guild, type MemberChange, type MemberOptions } from './actors/Guild.js';
export { Channel } from './actors/Channel.js';
export { Directory } from './actors/Directory.js';
export { User } from './actors/User.js';
export type { PersonAttachment, PersonEdit, PersonMessage, PersonPoll } from './actors/acts/PersonMessage.js';
export type { ForumPost, InviteOptions, JoinOptions, ThreadOptions } from './actors/acts/placeActs.js';
export { Moderator } from './actors/Moderator.js';
export { Interaction, Modal } from './actors/Interaction.js';
export { Message } from './actors/Message.js';
export type { ChannelKindName, ChannelSpec, GuildSpec, OverwriteSpec, RoleSpec } from './world/arrange.js';
export type { OptionValue, OptionValues } from './world/interactions/commandValues.js';
export type { FilledValue } from './world/interactions/componentValues.js';
export type { FilledValues } from './world/interactions/useComponent.js';
export type { Identified, PersonFile } from './world/interactions/Resolution.js';
export type { InteractionRecord, ModalRecord, Suggestion } from './world/interactions/InteractionRecord.js';
export type { SkuSpec } from './world/Entitlements.js';
export type { OAuthScope } from './world/Grants.js';
export type { IntegrationSpec } from './world/guild/integrations.js';
export type { PermissionInput, PermissionName } from './world/permissions.js';
export type { VoiceManner } from './world/voice.js';
export type { PrivilegedIntent, Status } from './world/World.js';

// Watching: what happens, and what a person sees of it
export type {
  ActObservation,
  ConnectionObservation,
  DisconnectionObservation,
  DispatchObservation,
  EventObservation,
  IdentifyObservation,
  InteractionObservation,
  Observation,
  ObservedBucket,
  ObservedFact,
  ReceivedObservation,
  RequestObservation,
  ResponseObservation,
  ResumeObservation,
  SentObservation,
  ViolationObservation,
} from './watch/Observation.js';
export type { InteractionNews, InteractionState } from './watch/InteractionNews.js';
export type { InteractionStateEvent, PersonEvent } from './watch/PersonEvent.js';
export type { PersonView, SeenChannel, SeenGuild } from './watch/PersonView.js';
export type { SeenPage } from './watch/messagesSeen.js';
export type { ChannelPayload } from './world/channelPayloads.js';

// HTTP interactions
export { InteractionsEndpoint } from './http-interactions/InteractionsEndpoint.js';

// Time
export { WorldClock, type MovableClock } from './clock/WorldClock.js';

// Recording: what was done once, again
export { Recording } from './recording/Recording.js';
export { replay } from './recording/replay.js';
export type { TestOptions } from './recording/writeTest.js';
export type {
  ActStep,
  AdvanceStep,
  AnswerStep,
  DeletionStep,
  FaultStep,
  MessageStep,
  ReactionStep,
  RecordedChannel,
  RecordedGuild,
  RecordedMember,
  RecordedMessage,
  RecordedOverwrite,
  RecordedRole,
  RecordedStep,
  RecordedStory,
  RecordedValue,
  RecordedWorld,
} from './recording/RecordedStory.js';

// Expectations
export { expectMessage } from './actors/expectMessage.js';
export type { ExpectationOptions, ExpectedMessage } from './actors/expectation.js';
export {
  fakeDiscordMatchers,
  withFakeDiscord,
  type ChannelExpectations,
  type ExpectWithFakeDiscord,
  type ExtendableExpect,
  type InteractionExpectations,
  type MessageExpectations,
  type Negatable,
} from './jest/fakeDiscordMatchers.js';
export { inDiscord } from './jest/inDiscord.js';

// Faults
export { Faults } from './faults/Faults.js';
export { ConnectionFaults, type CloseOptions } from './faults/ConnectionFaults.js';
export type { DiscordFaults } from './faults/DiscordFaults.js';
export type { PlannedFault, RuleScope } from './faults/FaultPlan.js';
export type { FailureFault, RateLimitFault, ResetFault, RestFaults } from './faults/RestFaults.js';
export type { RestRuleScope } from './faults/RestFaultPlan.js';

// REST: its limits, and what came
export type { RateLimitsOptions } from './rest/limits/RateLimitsOptions.js';
export type { LimitChange, LimitScope } from './rest/limits/RateLimits.js';
export type { RetryAfter } from './rest/limits/limitReplies.js';
export type { RouteLimit } from './rest/limits/RouteLimit.js';
export type { RequestRecord } from './rest/RequestLog.js';

// Bots
export type { AttachedClient } from './actors/BotErrors.js';
export type { Delivery, RestAnswer, RestHeaders, RestInterceptor, RestReply, RestRequest, UnsupportedRequest } from './rest/RestRequest.js';

// Errors
export {
  FakeDiscordError,
  RefusedError,
  type FakeDiscordErrorCode,
  type FormErrorLeaf,
  type FormErrorTree,
  type Refusal,
} from './errors.js';

// The gateway alone
export { GatewayServer, type GatewayServerOptions, type UntilOptions } from './gateway/GatewayServer.js';
export { GatewayJournal, type GatewayFact } from './gateway/GatewayJournal.js';
export type { GatewayWorld, WorldEvent } from './gateway/GatewayWorld.js';
export { StillWorld } from './gateway/StillWorld.js';
export { FakeGatewayError, type FakeGatewayErrorCode } from './gateway/FakeGatewayError.js';
