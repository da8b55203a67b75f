/**
 * The gateway's operation codes, as far as bots use them.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes | Gateway opcodes}
 */
export const Op = {
  Dispatch: 0,
  Heartbeat: 1,
  Identify: 2,
  PresenceUpdate: 3,
  VoiceStateUpdate: 4,
  Resume: 6,
  Reconnect: 7,
  RequestGuildMembers: 8,
  InvalidSession: 9,
  Hello: 10,
  HeartbeatAck: 11,
  RequestSoundboardSounds: 31,
  RequestChannelInfo: 43,
} as const;

/** What a client may send. Everything else is "unknown" from its mouth, also the ops that only the server sends. */
export const CLIENT_OPS: ReadonlySet<number> = new Set([
  Op.Heartbeat,
  Op.Identify,
  Op.PresenceUpdate,
  Op.VoiceStateUpdate,
  Op.Resume,
  Op.RequestGuildMembers,
  Op.RequestSoundboardSounds,
  Op.RequestChannelInfo,
]);

/** What a client may send before it is authenticated; the rest is answered with 4003. */
export const OPEN_OPS: ReadonlySet<number> = new Set([Op.Heartbeat, Op.Identify, Op.Resume]);

/**
 * The close codes that Discord punishes with.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes | Gateway close event codes}
 */
export const CloseCode = {
  UnknownError: 4000,
  UnknownOpcode: 4001,
  DecodeError: 4002,
  NotAuthenticated: 4003,
  AuthenticationFailed: 4004,
  AlreadyAuthenticated: 4005,
  InvalidSequence: 4007,
  RateLimited: 4008,
  SessionTimedOut: 4009,
  InvalidShard: 4010,
  ShardingRequired: 4011,
  InvalidVersion: 4012,
  InvalidIntents: 4013,
  DisallowedIntents: 4014,
} as const;

/**
 * The codes after which the session is gone when *Discord* closes with them: its explanations of these three ask for a new session.
 * All other codes, and a connection that ends without one, leave the session to be resumed.
 */
const SESSION_ENDING_SERVER_CODES: ReadonlySet<number> = new Set([
  CloseCode.NotAuthenticated,
  CloseCode.InvalidSequence,
  CloseCode.SessionTimedOut,
]);

export function endsSessionFromServer(code: number): boolean {
  return SESSION_ENDING_SERVER_CODES.has(code);
}

/** A *client* ends its session with 1000 and 1001: the bot goes offline at once. */
export function endsSessionFromClient(code: number | null): boolean {
  return code === 1000 || code === 1001;
}
