import { GatewayError, type GatewayErrorCode } from '../errors.js';
import { noteCodes } from './noteCodes.js';
import type { ShardNote } from './ShardAction.js';
import type { ShardEvents } from './shardEvents.js';

/** Calls the listeners of one event. */
export type EmitShardEvent = <Name extends keyof ShardEvents>(name: Name, ...event: Parameters<ShardEvents[Name]>) => void;

/** Tells a shard's listeners, and survives them. */
export class ShardTeller {
  private readonly shardId: number;
  private readonly emit: EmitShardEvent;

  constructor(shardId: number, emit: EmitShardEvent) {
    this.shardId = shardId;
    this.emit = emit;
  }

  tell<Name extends keyof ShardEvents>(name: Name, ...event: Parameters<ShardEvents[Name]>): void {
    this.emit(name, ...event);
  }

  /** A listener threw or rejected; one of `warn` has nobody left to be told to. */
  listenerFailed(event: string, cause: unknown): void {
    if (event !== 'warn') this.warn('LISTENER_THREW', `A listener of \`${event}\` threw.`, 'Mend that listener; the shard goes on.', cause);
  }

  warn(code: GatewayErrorCode, what: string, cure: string, cause?: unknown): void {
    this.tell('warn', new GatewayError(code, { shardId: this.shardId, what, cure, cause }));
  }

  note(note: ShardNote): void {
    const rule = noteCodes[note.kind];
    if (rule === undefined) this.tell('debug', `shard ${this.shardId}: ${note.text}`);
    else this.warn(rule.code, note.text, rule.cure);
  }
}
