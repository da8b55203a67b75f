import { AplombError, type AplombErrorOptions } from '@aplomb/base';

/** The codes of errors that the gateway reports while it runs. Wrong arguments are `OptionsError`s. */
export type GatewayErrorCode =
  | 'CLOSED_BY_OUR_FAULT'
  | 'COMMAND_EXPIRED'
  | 'COMMAND_INVALID'
  | 'COMMAND_QUEUE_FULL'
  | 'COMMAND_TOO_LARGE'
  | 'CONNECT_FAILED'
  | 'HEARTBEAT_ACK_MISSING'
  | 'IDENTIFY_BUDGET_SPENT'
  | 'IDENTIFY_LEDGER_FAILED'
  | 'LISTENER_THREW'
  | 'MEMBERS_TIMED_OUT'
  | 'MESSAGE_SKIPPED'
  | 'MESSAGE_UNREADABLE'
  | 'READY_WITHOUT_SESSION'
  | 'RESUME_URL_REFUSED'
  | 'SESSION_STORE_FAILED'
  | 'SHARD_CLOSED'
  | 'SHARD_UNKNOWN'
  | 'STREAM_CORRUPT'
  | 'STREAM_TOO_LARGE';

/** The codes of the ends that no reconnect cures, one per fatal close code of Discord. */
export type GatewayClosedCode =
  | 'GATEWAY_AUTHENTICATION_FAILED'
  | 'GATEWAY_DISALLOWED_INTENTS'
  | 'GATEWAY_INVALID_API_VERSION'
  | 'GATEWAY_INVALID_INTENTS'
  | 'GATEWAY_INVALID_SHARD'
  | 'GATEWAY_SHARDING_REQUIRED';

/** Something that the gateway could not do. The shard lives on; the cure says what to do about this one thing. */
export class GatewayError<Code extends string = GatewayErrorCode> extends AplombError<Code> {
  /** The shard that it happened on, where one is concerned. */
  readonly shardId: number | undefined;

  constructor(code: Code, options: AplombErrorOptions & { readonly shardId?: number | undefined }) {
    super(code, options);
    this.shardId = options.shardId;
  }
}

/**
 * Discord closed a shard with a code that no reconnect cures, and the shard has stopped. Mend the cause, then start again.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes | Gateway close event codes}
 */
export class GatewayClosedError extends GatewayError<GatewayClosedCode> {
  /** Discord's close code, for example 4014. */
  readonly closeCode: number;

  constructor(
    code: GatewayClosedCode,
    options: AplombErrorOptions & { readonly shardId?: number | undefined; readonly closeCode: number },
  ) {
    super(code, options);
    this.closeCode = options.closeCode;
  }
}
