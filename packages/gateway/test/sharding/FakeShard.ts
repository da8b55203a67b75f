import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { EventEmitter } from 'eventemitter3';
import { GatewayClosedError, type GatewayClosedCode } from '../../src/errors.js';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import type { GatewayCommand } from '../../src/shard/commands.js';
import { Latency } from '../../src/shard/Latency.js';
import type { Session } from '../../src/shard/Session.js';
import type { ShardEvents } from '../../src/shard/shardEvents.js';
import type { ShardOptions } from '../../src/shard/ShardOptions.js';
import type { ShardStageCause } from '../../src/shard/stageCauses.js';
import type { ShardLike } from '../../src/sharding/ShardLike.js';

/** A shard without a socket, moved by a test. */
export class FakeShard extends EventEmitter<ShardEvents> implements ShardLike {
  readonly options: ShardOptions;
  readonly id: number;
  readonly total: number;
  readonly log: string[] = [];
  readonly commands: GatewayCommand[] = [];
  readonly latency = new Latency();
  readonly commandBudget = { available: 116, max: 116, refillInMs: 0 };
  readonly inflater = { bytesIn: 0, bytesOut: 0, plainMessages: 0 };
  readonly resumeUrl = null;
  stage: ConnectionStage = 'Disconnected';
  session: Session | null = null;
  presence: ShardLike['presence'];
  isShutDown = false;
  /** What `close` waits for. */
  closing: Promise<void> = Promise.resolve();
  failsToStart = 0;
  private waiting: (() => void) | null = null;
  private readonly buffered: GatewayDispatchPayload[] = [];

  constructor(options: ShardOptions) {
    super();
    this.options = options;
    this.id = options.id;
    this.total = options.total;
  }

  start(): void {
    this.failsToStart -= 1;
    if (this.failsToStart >= 0) throw new Error('no memory');
    this.isShutDown = false;
    this.log.push('start');
    this.move('Connecting', 'start');
  }

  async close(code = 1000): Promise<Session | null> {
    this.log.push(`close ${String(code)}`);
    this.isShutDown = true;
    await this.closing;
    if (code === 1000) this.session = null;
    this.move('Disconnected', 'closed');
    this.waiting?.();
    return this.session;
  }

  reconnect({ resume }: { readonly resume: boolean }): void {
    this.log.push(resume ? 'reconnect, resume' : 'reconnect');
  }

  command(command: GatewayCommand): Promise<void> {
    this.commands.push(command);
    if (command.op === 3) this.presence = command.d as ShardLike['presence'];
    return this.isShutDown ? Promise.reject(new Error('closed')) : Promise.resolve();
  }

  chunkGuild(guildId: string): Promise<void> {
    return this.command({ op: 8, d: guildId });
  }

  requestMembers(): ReturnType<ShardLike['requestMembers']> {
    return Promise.resolve({ members: [], presences: [], notFound: [], isComplete: true });
  }

  /** How many events wait for a `for await`. */
  get waitingEvents(): number {
    return this.buffered.length;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<GatewayDispatchPayload> {
    while (!this.isShutDown || this.buffered.length > 0) {
      const next = this.buffered.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }

  // What a test has it live through.

  move(after: ConnectionStage, cause: ShardStageCause): void {
    const before = this.stage;
    this.stage = after;
    this.emit('stage', { shardId: this.id, before, after, cause, closeCode: null, attempt: 0, retryInMs: 0 });
  }

  /** From the socket to READY. */
  connect(): void {
    this.move('Queued', 'hello');
    this.move('Identifying', 'permit');
    this.session = { id: `session ${String(this.id)} of ${String(this.total)}`, sequence: 1 };
    this.move('Connected', 'ready');
    this.emit('ready', { shardId: this.id, sessionId: this.session.id, applicationId: '1', userId: '2', guildIds: [] });
  }

  dispatch(t: string, d: unknown = {}): void {
    const packet = { op: 0, s: 2, t, d } as GatewayDispatchPayload;
    this.emit('dispatch', packet, false);
    this.buffered.push(packet);
    this.waiting?.();
  }

  fail(closeCode: number, code: GatewayClosedCode): void {
    this.isShutDown = true;
    this.waiting?.();
    this.move('Failed', 'fatal close');
    this.emit('failed', new GatewayClosedError(code, { what: 'Closed.', cure: 'Mend it.', shardId: this.id, closeCode }));
  }
}
