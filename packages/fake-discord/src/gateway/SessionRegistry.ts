import type { GatewaySession } from './GatewaySession.js';
import { shardFor } from './shardFor.js';

/**
 * All sessions of a bot, found by id and by what they hear. Several sessions of the same shard, and of different totals, may live at once:
 * each event goes to every one whose shard it matches.
 */
export class SessionRegistry {
  private readonly retentionMs: number;
  private readonly byId = new Map<string, GatewaySession>();
  private readonly layouts = new Map<number, Map<number, Set<GatewaySession>>>();

  /** @param retentionMs - How long a session without a connection can be resumed. */
  constructor(retentionMs: number) {
    this.retentionMs = retentionMs;
  }

  get all(): IterableIterator<GatewaySession> {
    return this.byId.values();
  }

  add(session: GatewaySession): void {
    this.byId.set(session.id, session);
    const shards = this.layouts.get(session.total) ?? new Map<number, Set<GatewaySession>>();
    const peers = shards.get(session.shardId) ?? new Set<GatewaySession>();
    this.layouts.set(session.total, shards.set(session.shardId, peers.add(session)));
  }

  /** The session with that id, unless it has been without a connection for too long. */
  find(id: string, nowMs: number): GatewaySession | undefined {
    const session = this.byId.get(id);
    return session === undefined || this.forgetIfStale(session, nowMs) ? undefined : session;
  }

  remove(session: GatewaySession): void {
    this.byId.delete(session.id);
    this.layouts.get(session.total)?.get(session.shardId)?.delete(session);
  }

  /** Calls `visit` for every session that hears of that guild (`null`: of what belongs to no guild). */
  forEachHearing(guildId: string | null, nowMs: number, visit: (session: GatewaySession) => void): void {
    for (const [total, shards] of this.layouts) {
      for (const session of shards.get(shardFor(guildId, total)) ?? []) {
        if (!this.forgetIfStale(session, nowMs)) visit(session);
      }
    }
  }

  /** Forgets every session that can no longer be resumed. */
  sweep(nowMs: number): void {
    for (const session of this.byId.values()) this.forgetIfStale(session, nowMs);
  }

  private forgetIfStale(session: GatewaySession, nowMs: number): boolean {
    if (session.listener !== null || nowMs - session.detachedAtMs <= this.retentionMs) return false;
    this.remove(session);
    return true;
  }
}
