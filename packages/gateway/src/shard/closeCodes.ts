import type { GatewayClosedCode } from '../errors.js';

/** What a received close code means for the session and for us. */
export type CloseRule = SurvivableClose | OurFault | FatalClose;

interface SurvivableClose {
  readonly name: string;
  /**
   * - `resume`: the session lives.
   * - `resume-once`: Discord's table or experience says it is over; one RESUME is free and tells.
   * - `identify`: it is over.
   */
  readonly then: 'resume' | 'resume-once' | 'identify';
  readonly isOurFault?: never;
}

/** The code says that we did something wrong; the session lives. */
export interface OurFault {
  readonly name: string;
  readonly then: 'resume';
  readonly isOurFault: true;
  /** What to do about it. */
  readonly cure: string;
}

/** No reconnect will help. */
export interface FatalClose {
  readonly name: string;
  readonly then: 'stop';
  readonly isOurFault?: never;
  readonly error: GatewayClosedCode;
  /** What to do about it. */
  readonly cure: string;
}

const UNLISTED: CloseRule = { name: 'unlisted', then: 'resume' };

/**
 * Every close code that means something to a shard. Codes that are missing here keep the session.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes | Gateway close event codes}
 */
export const closeRules: ReadonlyMap<number, CloseRule> = new Map<number, CloseRule>([
  [1000, { name: 'NormalClosure', then: 'resume-once' }],
  [1001, { name: 'GoingAway', then: 'resume-once' }],
  [4000, { name: 'UnknownError', then: 'resume' }],
  [4001, { name: 'UnknownOpcode', then: 'resume', isOurFault: true, cure: 'Look at what was sent last: its op or shape is wrong.' }],
  [4002, { name: 'DecodeError', then: 'resume', isOurFault: true, cure: 'Look at what was sent last: it is no JSON or too large.' }],
  [4003, { name: 'NotAuthenticated', then: 'resume-once' }],
  [
    4004,
    {
      name: 'AuthenticationFailed',
      then: 'stop',
      error: 'GATEWAY_AUTHENTICATION_FAILED',
      cure: 'Copy the token again from the Bot page of the Developer Portal and restart with it.',
    },
  ],
  [4005, { name: 'AlreadyAuthenticated', then: 'resume', isOurFault: true, cure: 'Nothing but this shard may send IDENTIFY or RESUME.' }],
  [4007, { name: 'InvalidSequence', then: 'identify' }],
  [4008, { name: 'RateLimited', then: 'resume', isOurFault: true, cure: 'Send fewer commands; leave `rateLimitCommands` on.' }],
  [4009, { name: 'SessionTimedOut', then: 'resume-once' }],
  [
    4010,
    {
      name: 'InvalidShard',
      then: 'stop',
      error: 'GATEWAY_INVALID_SHARD',
      cure: 'Use a shard id below the total, and a total that GET /gateway/bot allows.',
    },
  ],
  [
    4011,
    {
      name: 'ShardingRequired',
      then: 'stop',
      error: 'GATEWAY_SHARDING_REQUIRED',
      cure: 'Start with more shards: `startAutosharded()`, or `shards.setShards(...)` with the recommended total.',
    },
  ],
  [
    4012,
    {
      name: 'InvalidApiVersion',
      then: 'stop',
      error: 'GATEWAY_INVALID_API_VERSION',
      cure: 'Update aplomb: it speaks an API version that Discord has switched off.',
    },
  ],
  [
    4013,
    {
      name: 'InvalidIntents',
      then: 'stop',
      error: 'GATEWAY_INVALID_INTENTS',
      cure: 'Use intents by name: the number given has a bit that Discord does not know.',
    },
  ],
  [
    4014,
    {
      name: 'DisallowedIntents',
      then: 'stop',
      error: 'GATEWAY_DISALLOWED_INTENTS',
      cure: 'Enable the privileged intent on the Bot page of the Developer Portal, or remove it from `intents`.',
    },
  ],
]);

/** The rule for a received close code; codes outside the table keep the session. */
export function closeRuleOf(code: number): CloseRule {
  return closeRules.get(code) ?? UNLISTED;
}

/** Whether closing with this code, from our side, ends the session and takes the bot offline. */
export function endsSession(ourCode: number): boolean {
  return ourCode === 1000 || ourCode === 1001;
}
