import type { Machine } from '@aplomb/base';
import type { APIGuildMember, GatewayPresenceUpdate } from 'discord-api-types/v10';

/*
 * Theory of operation
 *
 * Op 8 has no answer of its own: members come as dispatches that carry the request's nonce, a thousand at a time. This machine keeps one record per
 * nonce: waiting (the guild was asked for all its members less than 30 seconds ago), handed over (to the command queue), asked (written; chunks are coming),
 * and settles each exactly once: with everything, with a part when the rest does not come, or with an error.
 */

/** Discord takes a request for all members once per guild in 30 seconds; a tenth more, since its clock is not ours. */
const WHOLE_GUILD_EVERY_MS = 30_100;
/** How long to wait after the last chunk, plus this much for each chunk that came: a large guild takes longer. */
const QUIET_MS = 10_000;
const QUIET_PER_CHUNK_MS = 50;

/** One op 8 request. */
export interface MembersRequest {
  readonly nonce: string;
  readonly guildId: string;
  /** The text to write. */
  readonly text: string;
  /** Whether it asks for all members. */
  readonly isWhole: boolean;
}

/** What came of it. */
export interface MembersResult {
  readonly members: readonly APIGuildMember[];
  /** Only with `presences: true`. */
  readonly presences: readonly GatewayPresenceUpdate[];
  /** Ids that belong to no member, as strings. */
  readonly notFound: readonly string[];
  /** False when some chunks never came: what did come is here. */
  readonly isComplete: boolean;
}

export type MembersInput =
  | { readonly type: 'request'; readonly request: MembersRequest }
  /** The request was written. */
  | { readonly type: 'sent'; readonly nonce: string }
  /** The request could not be written. */
  | { readonly type: 'failed'; readonly nonce: string; readonly error: unknown }
  /** GUILD_MEMBERS_CHUNK. */
  | { readonly type: 'chunk'; readonly d: unknown }
  /** RATE_LIMITED. */
  | { readonly type: 'rateLimited'; readonly d: unknown }
  /** A new session began: what the old one was asked is forgotten there. */
  | { readonly type: 'newSession' }
  /** The session goes on with a new connection, and everything that Discord had sent for it has come. */
  | { readonly type: 'resumed' }
  | { readonly type: 'abandon'; readonly nonce: string }
  | { readonly type: 'deadline' };

export type MembersAction =
  | { readonly type: 'send'; readonly nonce: string; readonly text: string }
  | { readonly type: 'resolve'; readonly nonce: string; readonly result: MembersResult }
  | { readonly type: 'timedOut'; readonly nonce: string; readonly guildId: string }
  | { readonly type: 'reject'; readonly nonce: string; readonly error: unknown };

interface Pending {
  readonly request: MembersRequest;
  stage: 'waiting' | 'handed over' | 'asked';
  /** `waiting`: when to ask. `asked`: when to give up. */
  dueMs: number;
  hasRepeated: boolean;
  readonly members: APIGuildMember[];
  readonly presences: GatewayPresenceUpdate[];
  readonly notFound: string[];
  readonly seen: Set<number>;
}

export class MemberChunks implements Machine<MembersInput, MembersAction> {
  private readonly pending = new Map<string, Pending>();
  /** When each guild may next be asked for everything. */
  private readonly wholeGuildMs = new Map<string, number>();
  private actions: MembersAction[] = [];

  /** How many requests are open. */
  get size(): number {
    return this.pending.size;
  }

  get deadlineMs(): number | null {
    let dueMs = Infinity;
    for (const { dueMs: ownMs } of this.pending.values()) dueMs = Math.min(dueMs, ownMs);
    return dueMs === Infinity ? null : dueMs;
  }

  handle(input: MembersInput, nowMs: number): readonly MembersAction[] {
    this.actions = [];
    this.take(input, nowMs);
    return this.actions;
  }

  private take(input: MembersInput, nowMs: number): void {
    switch (input.type) {
      case 'request':
        return this.request(input.request, nowMs);
      case 'sent':
        return this.sent(input.nonce, nowMs);
      case 'failed':
        return this.failed(input.nonce, input.error);
      case 'chunk':
        return this.chunk(input.d, nowMs);
      case 'rateLimited':
        return this.rateLimited(input.d, nowMs);
      case 'newSession':
        return this.newSession(nowMs);
      case 'resumed':
        return this.resumed();
      case 'abandon':
        this.pending.delete(input.nonce);
        return;
      case 'deadline':
        return this.deadline(nowMs);
    }
  }

  private request(request: MembersRequest, nowMs: number): void {
    const pending: Pending = {
      request,
      stage: 'waiting',
      dueMs: nowMs,
      hasRepeated: false,
      members: [],
      presences: [],
      notFound: [],
      seen: new Set(),
    };
    this.pending.set(request.nonce, pending);
    this.ask(pending, nowMs);
  }

  /** Hands the request over, or makes it wait for its guild's turn. */
  private ask(pending: Pending, nowMs: number): void {
    const { request } = pending;
    if (request.isWhole) {
      this.forgetTurns(nowMs);
      const turnMs = Math.max(nowMs, this.wholeGuildMs.get(request.guildId) ?? -Infinity);
      this.wholeGuildMs.set(request.guildId, turnMs + WHOLE_GUILD_EVERY_MS);
      if (turnMs > nowMs) return this.wait(pending, turnMs);
    }
    this.handOver(pending);
  }

  private wait(pending: Pending, untilMs: number): void {
    pending.stage = 'waiting';
    pending.dueMs = untilMs;
  }

  private handOver(pending: Pending): void {
    pending.stage = 'handed over';
    pending.dueMs = Infinity;
    this.actions.push({ type: 'send', nonce: pending.request.nonce, text: pending.request.text });
  }

  private sent(nonce: string, nowMs: number): void {
    const pending = this.pending.get(nonce);
    if (pending?.stage !== 'handed over') return;
    pending.stage = 'asked';
    this.extend(pending, nowMs);
  }

  private failed(nonce: string, error: unknown): void {
    if (this.pending.delete(nonce)) this.actions.push({ type: 'reject', nonce, error });
  }

  private chunk(d: unknown, nowMs: number): void {
    if (!isRecord(d) || typeof d['nonce'] !== 'string') return;
    const pending = this.pending.get(d['nonce']);
    if (pending === undefined || d['guild_id'] !== pending.request.guildId) return;
    const index = typeof d['chunk_index'] === 'number' ? d['chunk_index'] : 0;
    const count = typeof d['chunk_count'] === 'number' ? d['chunk_count'] : 1;
    if (!pending.seen.has(index)) this.collect(pending, index, d);
    if (pending.seen.size >= count) return this.finish(pending, true);
    pending.stage = 'asked';
    this.extend(pending, nowMs);
  }

  private collect(pending: Pending, index: number, d: Readonly<Record<string, unknown>>): void {
    pending.seen.add(index);
    if (Array.isArray(d['members'])) pending.members.push(...(d['members'] as APIGuildMember[]));
    if (Array.isArray(d['presences'])) pending.presences.push(...(d['presences'] as GatewayPresenceUpdate[]));
    // An id too small for a snowflake comes back as a number.
    if (Array.isArray(d['not_found'])) pending.notFound.push(...d['not_found'].map(String));
  }

  private rateLimited(d: unknown, nowMs: number): void {
    if (!isRecord(d) || d['opcode'] !== 8 || !isRecord(d['meta'])) return;
    const { nonce, guild_id: guildId } = d['meta'];
    const retryMs = nowMs + 1_000 * (typeof d['retry_after'] === 'number' && d['retry_after'] > 0 ? d['retry_after'] : 1);
    for (const pending of this.pending.values()) {
      const isMeant =
        typeof nonce === 'string' ? pending.request.nonce === nonce : pending.request.guildId === guildId && pending.stage === 'asked';
      if (isMeant) this.postpone(pending, retryMs);
    }
  }

  private postpone(pending: Pending, untilMs: number): void {
    const { guildId, isWhole } = pending.request;
    if (isWhole) this.wholeGuildMs.set(guildId, Math.max(this.wholeGuildMs.get(guildId) ?? 0, untilMs + WHOLE_GUILD_EVERY_MS));
    this.wait(pending, untilMs);
  }

  /** Asks once more, from the beginning, what the lost session had been asked. */
  private newSession(nowMs: number): void {
    for (const pending of this.pending.values()) if (this.mayRepeat(pending)) this.ask(this.emptied(pending), nowMs);
  }

  /** A request of which nothing has come by now died with the connection that it was written to. If it did not, Discord says RATE_LIMITED. */
  private resumed(): void {
    for (const pending of this.pending.values())
      if (this.mayRepeat(pending) && pending.seen.size === 0) this.handOver(this.emptied(pending));
  }

  private mayRepeat({ hasRepeated, stage }: Pending): boolean {
    return stage === 'asked' && !hasRepeated;
  }

  private emptied(pending: Pending): Pending {
    pending.hasRepeated = true;
    pending.members.length = 0;
    pending.presences.length = 0;
    pending.notFound.length = 0;
    pending.seen.clear();
    return pending;
  }

  private deadline(nowMs: number): void {
    for (const pending of [...this.pending.values()]) {
      if (nowMs < pending.dueMs) continue;
      if (pending.stage === 'waiting') this.handOver(pending);
      else if (pending.seen.size > 0) this.finish(pending, false);
      else this.timeOut(pending);
    }
  }

  private timeOut(pending: Pending): void {
    const { nonce, guildId } = pending.request;
    this.pending.delete(nonce);
    this.actions.push({ type: 'timedOut', nonce, guildId });
  }

  private finish(pending: Pending, isComplete: boolean): void {
    const { members, presences, notFound } = pending;
    const { nonce } = pending.request;
    this.pending.delete(nonce);
    this.actions.push({ type: 'resolve', nonce, result: { members, presences, notFound, isComplete } });
  }

  private extend(pending: Pending, nowMs: number): void {
    pending.dueMs = nowMs + QUIET_MS + QUIET_PER_CHUNK_MS * pending.seen.size;
  }

  private forgetTurns(nowMs: number): void {
    for (const [guildId, turnMs] of this.wholeGuildMs) if (turnMs <= nowMs) this.wholeGuildMs.delete(guildId);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
