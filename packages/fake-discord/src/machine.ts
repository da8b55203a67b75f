// The server's half of the gateway as plain values, for simulations in virtual time: no socket, no timer, no Node.

// A connection
export { SessionMachine, type ConnectionRequest } from './gateway/SessionMachine.js';
export type { SessionInput } from './gateway/SessionInput.js';
export type { CloseAction, CompressPayloadsAction, DropAction, ForwardAction, SendAction, SessionAction } from './gateway/SessionAction.js';

// What all connections of a bot share
export { GatewayState, type DispatchTarget, type GatewayStateOptions } from './gateway/GatewayState.js';
export { GatewaySession, type NumberedDispatch, type SessionListener, type SessionTraits } from './gateway/GatewaySession.js';
export { SessionRegistry } from './gateway/SessionRegistry.js';
export {
  IDENTIFY_WINDOW_MS,
  IdentifyLimits,
  type IdentifyVerdict,
  type StartLimit,
  type StartLimitOptions,
} from './gateway/IdentifyLimits.js';
export {
  GatewayJournal,
  type AuthOutcome,
  type ConnectionFact,
  type DisconnectionFact,
  type FrameFact,
  type GatewayFact,
  type IdentifyFact,
  type ResumeFact,
  type ViolationFact,
} from './gateway/GatewayJournal.js';

// The world that it speaks about
export type { BotVoiceAnswer, BotVoiceRequest, ChannelInfo, GatewayWorld, WorldEvent } from './gateway/GatewayWorld.js';
export { StillWorld } from './gateway/StillWorld.js';

// Faults of the protocol
export { FaultPlan, type CloseWith, type FaultRuleName, type FaultRules, type PlannedFault, type RuleScope } from './faults/FaultPlan.js';

// Tables
export { ALL_INTENTS, Intent, PRIVILEGED_INTENTS, type IntentName } from './gateway/intents.js';
export { CloseCode, Op } from './gateway/opcodes.js';
export { shardFor } from './gateway/shardFor.js';
