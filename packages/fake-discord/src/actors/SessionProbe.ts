import type { Clock } from '@aplomb/base';
import type { GatewayConnection } from '../gateway/GatewayConnection.js';
import type { GatewayFact } from '../gateway/GatewayJournal.js';
import type { GatewayServer } from '../gateway/GatewayServer.js';
import type { GatewaySession } from '../gateway/GatewaySession.js';
import { patiently } from './patiently.js';

const HEARTBEAT = 1;
/** A session that has not answered after so long (in real time) is under a fault, and not asked again before it says something. */
const PATIENCE_MS = 1_000;
/**
 * So many answers may a bot be asked for: it has 120 frames a minute for everything, its own commands come first, and a careful library leaves more than five
 * requests in ten seconds unanswered. The second more is for what is under way.
 */
const PROBES_PER_WINDOW = 5;
const WINDOW_MS = 11_000;
/** How long (in real time) a session that lost its connection is waited for: a careful client is back long before, and one that stays away means it. */
const RETURN_MS = 1_000;

/** What came of asking every session. */
export interface ProbeResult {
  /** Whether every session has proved that it has read all that was sent to it. */
  readonly isProven: boolean;
  /** How many sessions are live. */
  readonly sessions: number;
}

/**
 * Asks live sessions for a heartbeat (op 1) and waits until each has answered with the number of the last event that was sent to it:
 * the proof that it has read that event. Sessions under a fault are left alone.
 */
export class SessionProbe {
  private readonly clock: Clock;
  /** Sessions that were waited for in vain. */
  private readonly away = new WeakSet<GatewaySession>();
  private readonly deaf = new Set<number>();
  private readonly gateway: GatewayServer;
  private readonly askedAtMs = new Map<number, number[]>();

  constructor(gateway: GatewayServer, clock: Clock) {
    this.gateway = gateway;
    this.clock = clock;
    gateway.journal.observe((fact) => {
      this.observe(fact);
    });
  }

  async probe(): Promise<ProbeResult> {
    const live = this.gateway.connections.filter(({ machine }) => machine.session !== null);
    const asked = live.filter((connection) => this.isSound(connection) && this.spend(connection.id));
    const answers = await Promise.all(asked.map((connection) => this.ask(connection)));
    return { isProven: answers.length === live.length && answers.every((isProof) => isProof), sessions: live.length };
  }

  /**
   * Resolves when every session that lost its connection has been resumed, or replaced by another of its shard: only then have clients that come back heard
   * what happened meanwhile. Who stays away for `atMostMs` is not waited for again until it was there.
   */
  async returns(atMostMs = RETURN_MS): Promise<void> {
    const awaited = this.gateway.sessions.filter((session) => this.isAwaited(session));
    await Promise.all(awaited.map((session) => this.comesBack(session, Math.min(atMostMs, RETURN_MS))));
  }

  private isAwaited(session: GatewaySession): boolean {
    if (session.listener !== null) this.away.delete(session);
    return session.listener === null && !this.away.has(session) && !this.isReplaced(session);
  }

  private isReplaced({ shardId, total }: GatewaySession): boolean {
    return this.gateway.sessions.some((other) => other.listener !== null && other.shardId === shardId && other.total === total);
  }

  private async comesBack(session: GatewaySession, ms: number): Promise<void> {
    const isBack = await patiently<true>(ms, (end) =>
      this.gateway.sent.listen(() => {
        if (!this.isAwaited(session)) end(true);
      }),
    );
    if (isBack === null) this.away.add(session);
  }

  private isSound({ id, machine, writer }: GatewayConnection): boolean {
    return machine.session?.listener?.held === false && !machine.isClosed && !writer.isMuted && !this.deaf.has(id);
  }

  /**
   * Resolves with whether the answer proves anything. An answer with an old number is a heartbeat that was under way, or one of a library
   * that counts late: it is asked once more.
   */
  private async ask(connection: GatewayConnection): Promise<boolean> {
    const sequence = connection.machine.session?.sequence ?? 0;
    const first = await this.nextHeartbeat(connection);
    if (first === null || first >= sequence) return first !== null;
    const second = await this.nextHeartbeat(connection);
    return second !== null && second >= sequence;
  }

  /** Resolves with the number in the next heartbeat, or `null` when none comes. */
  private async nextHeartbeat(connection: GatewayConnection): Promise<number | null> {
    const answer = await patiently<number | 'gone'>(PATIENCE_MS, (end) => {
      const forget = this.gateway.journal.observe((fact) => {
        if (fact.type === 'disconnection' && fact.connectionId === connection.id) end('gone');
        if (fact.type === 'frame' && fact.connectionId === connection.id && fact.op === HEARTBEAT) end(Number(fact.d));
      });
      connection.feed({ type: 'requestHeartbeat' });
      return forget;
    });
    if (answer === null) this.deaf.add(connection.id);
    return typeof answer === 'number' ? answer : null;
  }

  /** Whether this connection may be asked once more; counted if so. */
  private spend(connectionId: number): boolean {
    const nowMs = this.clock.nowMs();
    const recent = (this.askedAtMs.get(connectionId) ?? []).filter((atMs) => nowMs - atMs < WINDOW_MS);
    const isAffordable = recent.length < PROBES_PER_WINDOW;
    this.askedAtMs.set(connectionId, isAffordable ? [...recent, nowMs] : recent);
    return isAffordable;
  }

  private observe(fact: GatewayFact): void {
    if (fact.type === 'frame') this.deaf.delete(fact.connectionId);
    if (fact.type !== 'disconnection') return;
    this.deaf.delete(fact.connectionId);
    this.askedAtMs.delete(fact.connectionId);
  }
}
