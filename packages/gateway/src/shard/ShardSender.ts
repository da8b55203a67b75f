import type { GatewayCommand } from './commands.js';
import type { Session } from './Session.js';

/** What a {@link ShardSender} speaks through. */
export interface SenderTarget {
  readonly isShutDown: boolean;
  command(command: GatewayCommand): Promise<void>;
  send(text: string): Promise<void>;
  close(code?: number, reason?: string): Promise<Session | null>;
}

/** A shard's mouth without its ears: give it to code that should speak and not listen. */
export class ShardSender {
  private readonly shard: SenderTarget;

  constructor(shard: SenderTarget) {
    this.shard = shard;
  }

  /** Whether the shard has ended: nothing can be sent any more. */
  get isClosed(): boolean {
    return this.shard.isShutDown;
  }

  /** See {@link Shard.command}. */
  command(command: GatewayCommand): Promise<void> {
    return this.shard.command(command);
  }

  /** See {@link Shard.send}. */
  send(text: string): Promise<void> {
    return this.shard.send(text);
  }

  /** See {@link Shard.close}. */
  close(code?: number, reason?: string): Promise<Session | null> {
    return this.shard.close(code, reason);
  }
}
