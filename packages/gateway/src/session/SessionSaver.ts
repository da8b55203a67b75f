import type { CancelTimer, Clock } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import type { SessionStore, ShardKey, StoredSession } from './SessionStore.js';

/** Makes the session as it is now, or `null` while there is none. Called only when a save begins. */
export type SessionSnapshot = () => StoredSession | null;

/** What a {@link SessionSaver} is made of. */
export interface SessionSaverOptions {
  readonly clock: Clock;
  /** What a stored session must match to be resumed, see `fingerprintOf`. */
  readonly fingerprint: string;
  readonly key: ShardKey;
  /** Told with `SESSION_STORE_FAILED` when the store begins to fail, once until it works again. */
  readonly onWarn: (error: GatewayError) => void;
  readonly store: SessionStore;
  /**
   * How long {@link SessionSaver.load} and {@link SessionSaver.flush} wait for the store, in milliseconds.
   *
   * @defaultValue `5_000`
   */
  readonly patienceMs?: number;
  /**
   * The least time between two saves, in milliseconds: what a killed process may have to see again.
   *
   * @defaultValue `250`
   */
  readonly saveEveryMs?: number;
}

/** What is to be written next: the session as it will be then, or nothing more of it. */
type Wanted = { readonly type: 'save'; readonly snapshot: SessionSnapshot } | { readonly type: 'forget' };

/**
 * Saves one shard's session behind the scenes. Nothing on the path of an event waits for the store: {@link SessionSaver.note} leaves a word and returns. There is one write
 * at a time, each takes the state as it is when it begins, so what is stored never goes backwards and never runs ahead of what was delivered.
 */
export class SessionSaver {
  private readonly options: SessionSaverOptions;
  private readonly saveEveryMs: number;
  private readonly patienceMs: number;
  private wanted: Wanted | null = null;
  private cancelTimer: CancelTimer | null = null;
  private writing: Promise<void> | null = null;
  private lastWriteMs = -Infinity;
  private works = true;

  constructor(options: SessionSaverOptions) {
    this.options = options;
    this.saveEveryMs = options.saveEveryMs ?? 250;
    this.patienceMs = options.patienceMs ?? 5_000;
  }

  /** The stored session of this shard if it may be resumed. `null` when there is none, when it belongs to other options, or when the store fails. */
  async load(): Promise<StoredSession | null> {
    const { store, key, fingerprint } = this.options;
    const stored = await this.patiently(
      attempt(() => store.load(key)).catch((cause: unknown) => {
        this.failed('read', cause);
        return null;
      }),
    );
    return stored?.fingerprint === fingerprint ? stored : null;
  }

  /** Something changed: save within the next window. `snapshot` is asked then; hand over the same function each time, and this costs next to nothing. */
  note(snapshot: SessionSnapshot): void {
    if (this.wanted?.type === 'save' && this.wanted.snapshot === snapshot) return;
    this.wanted = { type: 'save', snapshot };
    this.arm();
  }

  /** The session has ended: the store is to forget it. */
  forget(): void {
    this.wanted = { type: 'forget' };
    this.arm();
  }

  /** Saves at once what is noted. Resolves when the store has it, or has failed, or has taken longer than is reasonable. */
  async flush(): Promise<void> {
    await this.patiently(this.drain());
  }

  private arm(): void {
    if (this.cancelTimer !== null || this.writing !== null) return;
    const waitMs = Math.max(0, this.lastWriteMs + this.saveEveryMs - this.options.clock.nowMs());
    this.cancelTimer = this.options.clock.after(waitMs, () => {
      this.cancelTimer = null;
      void this.write();
    });
  }

  private async drain(): Promise<void> {
    await this.writing;
    // Once more for what was noted meanwhile; what comes later is for the next window.
    await (this.wanted === null ? this.writing : this.write());
  }

  private write(): Promise<void> {
    if (this.writing !== null) return this.writing.then(() => this.write());
    const { wanted } = this;
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.wanted = null;
    if (wanted === null) return Promise.resolve();
    this.lastWriteMs = this.options.clock.nowMs();
    this.writing = this.perform(wanted).finally(() => {
      this.writing = null;
      if (this.wanted !== null) this.arm();
    });
    return this.writing;
  }

  private async perform(wanted: Wanted): Promise<void> {
    const { store, key } = this.options;
    try {
      const session = wanted.type === 'save' ? wanted.snapshot() : null;
      if (session !== null) await store.save(session);
      else if (wanted.type === 'forget') await store.delete(key);
      this.works = true;
    } catch (cause) {
      this.failed('written', cause);
    }
  }

  /** `null` when `work` takes longer than is reasonable: a store that never answers must not keep a shard from starting or ending. */
  private async patiently<T>(work: Promise<T>): Promise<T | null> {
    const { clock } = this.options;
    let cancel: CancelTimer | null = null;
    const impatience = new Promise<null>((resolve) => {
      cancel = clock.after(this.patienceMs, () => {
        this.failed('reached in time', undefined);
        resolve(null);
      });
    });
    try {
      return await Promise.race([work, impatience]);
    } finally {
      (cancel as CancelTimer | null)?.();
    }
  }

  private failed(deed: 'read' | 'written' | 'reached in time', cause: unknown): void {
    if (!this.works) return;
    this.works = false;
    const { shardId, shardTotal } = this.options.key;
    const what = `The stored session of shard ${String(shardId)} of ${String(shardTotal)} could not be ${deed}.`;
    const cure =
      'The shard goes on; only a new process would have to identify. Look at the cause: the directory, its permissions, the connection to the store.';
    this.options.onWarn(new GatewayError('SESSION_STORE_FAILED', { what, cure, cause, shardId }));
  }
}

/** `call()`, and a rejection when it throws. */
async function attempt<T>(call: () => Promise<T>): Promise<T> {
  return await call();
}
