import { drive, type Clock, type Driver } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import { MemberChunks, type MembersAction, type MembersInput, type MembersRequest, type MembersResult } from './MemberChunks.js';

/** What {@link MemberRequests} needs of its shard. */
export interface MemberRequestsOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Queues a command; the promise settles when it was written or given up. */
  readonly send: (text: string) => Promise<void>;
  readonly shardId: number;
}

interface Promised {
  readonly resolve: (result: MembersResult) => void;
  readonly reject: (error: Error) => void;
}

const NONCE_LENGTH = 16;

/** Asks for members and collects the chunks: {@link MemberChunks} with its clock and its promises. */
export class MemberRequests {
  private readonly chunks = new MemberChunks();
  private readonly driver: Driver<MembersInput>;
  private readonly promises = new Map<string, Promised>();
  private readonly options: MemberRequestsOptions;

  constructor(options: MemberRequestsOptions) {
    this.options = options;
    this.driver = drive(this.chunks, {
      clock: options.clock,
      deadline: () => ({ type: 'deadline' }),
      perform: (action) => {
        this.perform(action);
      },
    });
  }

  /** Whether answers are awaited. */
  get isWaiting(): boolean {
    return this.promises.size > 0;
  }

  /** Asks once. `payload` is the `d` of op 8 without its nonce. */
  ask(guildId: string, payload: object, nonce: string | undefined, signal: AbortSignal | undefined): Promise<MembersResult> {
    signal?.throwIfAborted();
    const own = nonce !== undefined && !this.promises.has(nonce) ? nonce : this.makeNonce();
    const request: MembersRequest = {
      nonce: own,
      guildId,
      text: JSON.stringify({ op: 8, d: { ...payload, nonce: own } }),
      isWhole: 'query' in payload && payload.query === '' && 'limit' in payload && payload.limit === 0,
    };
    return new Promise((resolve, reject) => {
      const abandon = (): void => {
        this.driver.feed({ type: 'abandon', nonce: own });
        this.promises.delete(own);
        reject(signal?.reason as Error);
      };
      const settled = (): void => signal?.removeEventListener('abort', abandon);
      this.promises.set(own, {
        resolve: (result) => {
          settled();
          resolve(result);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
      signal?.addEventListener('abort', abandon, { once: true });
      this.driver.feed({ type: 'request', request });
    });
  }

  chunk(d: unknown): void {
    this.driver.feed({ type: 'chunk', d });
  }

  rateLimited(d: unknown): void {
    this.driver.feed({ type: 'rateLimited', d });
  }

  newSession(): void {
    this.driver.feed({ type: 'newSession' });
  }

  resumed(): void {
    this.driver.feed({ type: 'resumed' });
  }

  /** Rejects everything that is open and stops the timer. */
  close(error: GatewayError): void {
    for (const nonce of [...this.promises.keys()]) this.driver.feed({ type: 'failed', nonce, error });
  }

  private perform(action: MembersAction): void {
    if (action.type === 'send') return this.send(action.nonce, action.text);
    const promised = this.promises.get(action.nonce);
    this.promises.delete(action.nonce);
    if (action.type === 'resolve') promised?.resolve(action.result);
    else promised?.reject(action.type === 'reject' ? (action.error as Error) : this.timedOut(action.guildId));
  }

  private send(nonce: string, text: string): void {
    this.options.send(text).then(
      () => {
        this.driver.feed({ type: 'sent', nonce });
      },
      (error: unknown) => {
        this.driver.feed({ type: 'failed', nonce, error });
      },
    );
  }

  private timedOut(guildId: string): GatewayError {
    return new GatewayError('MEMBERS_TIMED_OUT', {
      shardId: this.options.shardId,
      what: `Discord sent no members of guild ${guildId} within 10 seconds.`,
      cure: 'Check that the bot is in that guild and that this shard is responsible for it (`shardIdFor`); then ask again.',
    });
  }

  private makeNonce(): string {
    let nonce = '';
    while (nonce.length < NONCE_LENGTH) nonce += Math.floor(this.options.random() * 36).toString(36);
    return this.promises.has(nonce) ? `${nonce.slice(0, 8)}${this.promises.size.toString(36)}` : nonce;
  }
}
