import type { Clock } from '@aplomb/base';
import type { GatewayError } from '../errors.js';
import { SessionSaver } from '../session/SessionSaver.js';
import type { SessionStore, StoredSession } from '../session/SessionStore.js';
import type { Session } from './Session.js';

/** What a {@link SessionKeeper} needs of its shard. */
export interface SessionKeeperOptions {
  readonly clock: Clock;
  readonly fingerprint: string;
  readonly onWarn: (error: GatewayError) => void;
  readonly shardId: number;
  readonly shardTotal: number;
  readonly store: SessionStore;
  /** The session as it was handed to the user so far, and where to resume it. */
  readonly delivered: () => { readonly session: Session | null; readonly resumeUrl: string | null };
}

/** Keeps one shard's session for the next process, with what that process has to know besides: who the bot is and which guilds it has seen. */
export class SessionKeeper {
  private readonly saver: SessionSaver;
  private readonly options: SessionKeeperOptions;
  private applicationId: string | null = null;
  private userId: string | null = null;
  private guildIds = new Set<string>();
  /** The guilds as a list, until one comes or goes: saves are frequent, joins are not. */
  private guildList: readonly string[] | null = null;

  constructor(options: SessionKeeperOptions) {
    const { clock, fingerprint, onWarn, shardId, shardTotal, store } = options;
    this.options = options;
    this.saver = new SessionSaver({ clock, fingerprint, onWarn, store, key: { shardId, shardTotal } });
  }

  async load(): Promise<StoredSession | null> {
    const stored = await this.saver.load();
    if (stored === null) return null;
    this.applicationId = stored.applicationId;
    this.userId = stored.userId;
    this.setGuilds(stored.guildIds);
    return stored;
  }

  /** Something was delivered: save within the next window. */
  note(): void {
    this.saver.note(this.snapshot);
  }

  /** READY came. */
  ready(ids: { readonly applicationId: string | null; readonly userId: string | null; readonly guildIds: readonly string[] }): void {
    this.applicationId = ids.applicationId;
    this.userId = ids.userId;
    this.setGuilds(ids.guildIds);
    this.note();
  }

  guildSeen(guildId: string): void {
    if (this.guildIds.has(guildId)) return;
    this.guildIds.add(guildId);
    this.guildList = null;
  }

  guildLeft(guildId: string): void {
    if (this.guildIds.delete(guildId)) this.guildList = null;
  }

  forget(): void {
    this.saver.forget();
  }

  /** Resolves when the store has what was noted. */
  flush(): Promise<void> {
    return this.saver.flush();
  }

  private setGuilds(guildIds: readonly string[]): void {
    this.guildIds = new Set(guildIds);
    this.guildList = null;
  }

  private readonly snapshot = (): StoredSession | null => {
    const { session, resumeUrl } = this.options.delivered();
    if (session === null) return null;
    const { clock, fingerprint, shardId, shardTotal } = this.options;
    const { applicationId, userId } = this;
    const guildIds = (this.guildList ??= [...this.guildIds]);
    return { ...session, resumeUrl, shardId, shardTotal, applicationId, userId, guildIds, savedAtMs: clock.wallMs(), fingerprint };
  };
}
