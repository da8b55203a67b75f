import { GatewayError } from '../errors.js';
import type { CommandOutcome, SettledCommand } from './CommandQueue.js';

interface Promised {
  readonly resolve: () => void;
  readonly reject: (error: GatewayError) => void;
}

const REASONS: Readonly<
  Record<
    Exclude<CommandOutcome, 'sent'>,
    { readonly code: 'COMMAND_EXPIRED' | 'COMMAND_QUEUE_FULL' | 'SHARD_CLOSED'; readonly what: string; readonly cure: string }
  >
> = {
  expired: {
    code: 'COMMAND_EXPIRED',
    what: 'A command waited too long for a connection or for its turn and was not sent.',
    cure: 'Send it again, send fewer, or raise `commandTimeoutMs`.',
  },
  'queue-full': {
    code: 'COMMAND_QUEUE_FULL',
    what: 'A thousand commands wait already; another was not taken.',
    cure: 'Wait for the promises of the earlier ones: Discord takes 120 in a minute.',
  },
  closed: { code: 'SHARD_CLOSED', what: 'The shard is closed; a command was not sent.', cure: 'Start the shard first.' },
};

/** The promises of commands that are on their way; each settles exactly once. */
export class CommandPromises {
  private readonly open = new Map<number, Promised>();
  private lastId = 0;
  private readonly shardId: number;

  constructor(shardId: number) {
    this.shardId = shardId;
  }

  /** How many have not settled. */
  get size(): number {
    return this.open.size;
  }

  /** A new command: its id, and the promise that will settle. */
  add(): { readonly id: number; readonly promise: Promise<void> } {
    const id = ++this.lastId;
    const promise = new Promise<void>((resolve, reject) => this.open.set(id, { resolve, reject }));
    return { id, promise };
  }

  settle({ id, outcome }: SettledCommand): void {
    const promised = this.open.get(id);
    this.open.delete(id);
    if (outcome === 'sent') promised?.resolve();
    else promised?.reject(new GatewayError(REASONS[outcome].code, { ...REASONS[outcome], shardId: this.shardId }));
  }
}
