import type { Machine } from '@aplomb/base';
import type { EventDraft } from './answers/Answer.js';
import { answerRequest } from './answers/answerRequest.js';
import { firstEvents } from './firstEvents.js';
import { ConnectionLog } from './ConnectionLog.js';
import { FrameLimit, MOST_FRAMES } from './FrameLimit.js';
import { HeartbeatWatch } from './HeartbeatWatch.js';
import type { AuthOutcome } from './GatewayJournal.js';
import type { GatewaySession, SessionListener } from './GatewaySession.js';
import { dispatchAction, type GatewayState } from './GatewayState.js';
import { judgeIdentify, type Identify } from './judgeIdentify.js';
import { judgeResume, type LostSession, type Resume } from './judgeResume.js';
import { CLIENT_OPS, CloseCode, OPEN_OPS, Op, endsSessionFromClient, endsSessionFromServer } from './opcodes.js';
import { readPayload, type ReadPayload } from './readPayload.js';
import { plain, type SessionAction } from './SessionAction.js';
import type { SessionInput } from './SessionInput.js';

// How it works. A machine is the server's end of one connection: HELLO, then it waits for IDENTIFY or RESUME, then it is live with a session,
// then closed. What outlives a connection (sessions, limits, planned faults, the journal) is in the GatewayState that all machines of a bot
// share. Whatever concerns another connection is handed out as a `forward` action.
//
// Where Discord's documents leave something open, this machine decides so:
// * A client that misses its heartbeats is closed with 4000. The docs let it resume, and 4009 would end the session.
// * A RESUME of a session that another connection still carries wins; the old connection is ended without a close frame.
// * After op 9 the connection stays open and may identify again.
// * RESUMED has a number of its own, and is not replayed by a later RESUME.

/** The versions of the gateway that can be asked for; any other is closed with 4012. */
const VERSIONS: ReadonlySet<number> = new Set([9, 10]);

/** What the client asked for when it connected. */
export interface ConnectionRequest {
  /** The gateway version, `NaN` when it is no number. */
  readonly version: number;
  /** Whether the whole stream is compressed: IDENTIFY's `compress` then means nothing. */
  readonly isStreamCompressed: boolean;
}

type Stage =
  | { readonly type: 'new' }
  | { readonly type: 'waiting' }
  | { readonly type: 'live'; readonly session: GatewaySession; readonly listener: SessionListener }
  | { readonly type: 'closed' };

/** Dispatches that are held back until an instant, for ever when it is `Infinity`. `resumed` says whether they are a replay. */
interface Hold {
  readonly untilMs: number;
  readonly since: number;
  readonly resumed: boolean;
}

/**
 * The server's half of a gateway connection: strict, and without sockets, timers or randomness of its own.
 *
 * @example
 * ```ts
 * import { GatewayState, SessionMachine, StillWorld } from '@aplomb/fake-discord/machine';
 *
 * const state = new GatewayState({ token: 'a-token', world: new StillWorld() });
 * const machine = new SessionMachine(state, { version: 10, isStreamCompressed: false });
 * console.log(machine.handle({ type: 'opened' }, 0)); // HELLO
 * console.log(machine.handle({ type: 'payload', text: '{"op":3,"d":null}' }, 10)); // close 4003
 * ```
 */
export class SessionMachine implements Machine<SessionInput, SessionAction> {
  /** Tells this connection apart from all others of its gateway. */
  readonly connectionId: number;
  private readonly state: GatewayState;
  private readonly request: ConnectionRequest;
  private readonly frames = new FrameLimit();
  private readonly hearts: HeartbeatWatch;
  private readonly log: ConnectionLog;
  private stage: Stage = { type: 'new' };
  private helloAtMs = Infinity;
  private leaveAtMs = Infinity;
  private hold: Hold | null = null;
  private actions: SessionAction[] = [];

  constructor(state: GatewayState, request: ConnectionRequest) {
    this.state = state;
    this.request = request;
    this.connectionId = state.nextConnectionId();
    this.log = new ConnectionLog(state.journal, this.connectionId);
    this.hearts = new HeartbeatWatch(state.settings.heartbeatIntervalMs);
  }

  /** The shard that this connection identified or resumed as, or `null` before. */
  get shardId(): number | null {
    return this.log.shardId;
  }

  /** The session that this connection carries, or `null`. */
  get session(): GatewaySession | null {
    return this.stage.type === 'live' ? this.stage.session : null;
  }

  get isClosed(): boolean {
    return this.stage.type === 'closed';
  }

  get deadlineMs(): number | null {
    if (this.stage.type === 'closed') return null;
    const dueMs = Math.min(this.helloAtMs, this.hearts.deadlineMs, this.leaveAtMs, this.hold?.untilMs ?? Infinity);
    return dueMs === Infinity ? null : dueMs;
  }

  handle(input: SessionInput, nowMs: number): readonly SessionAction[] {
    if (this.stage.type === 'closed') return [];
    this.actions = [];
    this.take(input, nowMs);
    return this.actions;
  }

  private take(input: SessionInput, nowMs: number): void {
    switch (input.type) {
      case 'opened':
        return this.open(nowMs);
      case 'payload':
        return this.receive(readPayload(input.text), nowMs);
      case 'binary':
        return this.receive({ type: 'undecodable', offence: 'a binary frame', bytes: input.bytes }, nowMs);
      case 'closed':
        return this.finish('client', input.code, endsSessionFromClient(input.code), nowMs);
      case 'deadline':
        return this.passTime(nowMs);
      default:
        return this.obey(input, nowMs);
    }
  }

  /** What Discord does of its own accord. */
  private obey(input: Exclude<SessionInput, { type: 'opened' | 'payload' | 'binary' | 'closed' | 'deadline' }>, nowMs: number): void {
    switch (input.type) {
      case 'reconnect':
        return this.askToLeave(nowMs);
      case 'invalidate':
        return this.invalidate(input.resumable, nowMs);
      case 'requestHeartbeat':
        return this.send(Op.Heartbeat, null);
      case 'close':
        return this.close(input.code, input.reason, nowMs);
      case 'zombify':
        this.hearts.swallows = true;
        return;
      case 'delayAcks':
        this.hearts.ackDelayMs = input.ms;
        return;
      case 'skipSequence':
        if (this.stage.type === 'live') this.stage.session.sequence += input.count;
        return;
    }
  }

  private open(nowMs: number): void {
    const { faults } = this.state;
    this.log.opened(nowMs);
    this.stage = { type: 'waiting' };
    if (!VERSIONS.has(this.request.version)) {
      this.punish(CloseCode.InvalidVersion, `connected with v=${this.request.version}`, nowMs);
      return;
    }
    const first = faults.take('firstFrame', null);
    if (first !== undefined) this.send(first.op, first.d);
    else if (faults.take('withholdHello', null) === undefined)
      this.helloAtMs = nowMs + (faults.take('helloDelayMs', null) ?? this.state.settings.helloDelayMs);
    this.hearts.restart(nowMs);
    if (this.helloAtMs <= nowMs) this.greet(nowMs);
  }

  private greet(nowMs: number): void {
    this.helloAtMs = Infinity;
    const absurd = this.state.faults.strike('heartbeatInterval', null);
    this.send(Op.Hello, { heartbeat_interval: absurd === undefined ? this.state.settings.heartbeatIntervalMs : absurd.value });
    this.hearts.restart(nowMs);
  }

  private receive(payload: ReadPayload, nowMs: number): void {
    this.log.received(payload, nowMs);
    if (this.hasLostItsSession()) return;
    if (!this.frames.admit(nowMs)) return this.punish(CloseCode.RateLimited, `sent more than ${MOST_FRAMES} payloads in 60 s`, nowMs);
    if (payload.type !== 'payload') return this.punish(CloseCode.DecodeError, `sent ${payload.offence}`, nowMs);
    this.obeyOp(payload.op, payload.d, nowMs);
  }

  private obeyOp(op: number, d: unknown, nowMs: number): void {
    if (this.helloAtMs !== Infinity) this.log.violated(`sent op ${op} before HELLO`, null, nowMs);
    if (!CLIENT_OPS.has(op)) return this.punish(CloseCode.UnknownOpcode, `sent op ${op}`, nowMs);
    if (op === Op.Heartbeat) return this.beat(d, nowMs);
    const { stage } = this;
    if (stage.type === 'live') {
      if (op === Op.Identify || op === Op.Resume) this.punish(CloseCode.AlreadyAuthenticated, `sent op ${op} in a session`, nowMs);
      else this.answer(op, d, stage.session, nowMs);
      return;
    }
    if (!OPEN_OPS.has(op)) return this.punish(CloseCode.NotAuthenticated, `sent op ${op} before IDENTIFY`, nowMs);
    if (op === Op.Identify) this.identify(d, nowMs);
    else this.resume(d, nowMs);
  }

  private beat(d: unknown, nowMs: number): void {
    if (d !== null && d !== undefined && !Number.isInteger(d)) {
      return this.punish(CloseCode.UnknownOpcode, 'sent a heartbeat without a sequence or null', nowMs);
    }
    if (this.hearts.beat(nowMs)) this.acknowledge();
  }

  private acknowledge(): void {
    // Discord's ACK has no `d` to speak of: it is null.
    this.send(Op.HeartbeatAck, null);
  }

  private identify(d: unknown, nowMs: number): void {
    const judged = judgeIdentify(d, this.state);
    if ('code' in judged) return this.punish(judged.code, judged.offence, nowMs);
    this.log.shardId = judged.shardId;
    const outcome = this.admit(judged, nowMs);
    this.log.identified(judged, this.state.limits.keyOf(judged.shardId), outcome, nowMs);
  }

  /** Lets a well-formed IDENTIFY in, or not. */
  private admit(identify: Identify, nowMs: number): AuthOutcome {
    const { limits, faults } = this.state;
    const verdict = limits.spend(identify.shardId, nowMs);
    if (verdict !== 'allowed') {
      this.log.violated(
        verdict === 'too-soon' ? 'identified twice within 5 s with one rate limit key' : 'identified more often than allowed in a day',
        9,
        nowMs,
      );
      this.send(Op.InvalidSession, false);
      return 'invalid-session';
    }
    const close = faults.take('closeAfterIdentify', identify.shardId);
    if (close !== undefined) {
      this.close(close.code, close.reason ?? '', nowMs);
      return close.code;
    }
    const refusal = faults.strike('invalidateAfterIdentify', identify.shardId);
    if (refusal !== undefined) {
      this.send(Op.InvalidSession, refusal.value);
      return 'invalid-session';
    }
    return this.begin(identify, nowMs);
  }

  private begin(identify: Identify, nowMs: number): AuthOutcome {
    const { state } = this;
    const session = state.startSession(identify, nowMs);
    session.presence = identify.presence;
    if (identify.compress && !this.request.isStreamCompressed) this.actions.push({ type: 'compressPayloads' });
    const heldMs = state.faults.take('withholdReadyMs', session.shardId);
    this.carry(session, heldMs === undefined ? null : { untilMs: nowMs + heldMs, since: 0, resumed: false });
    for (const event of firstEvents(state, session, { version: this.request.version, isSharded: identify.isSharded })) this.dispatch(event);
    return heldMs === undefined ? 'ready' : 'none';
  }

  /** Makes this the connection of that session. */
  private carry(session: GatewaySession, hold: Hold | null): void {
    const { faults } = this.state;
    const before = session.listener;
    if (before !== null) this.actions.push({ type: 'forward', to: before.connectionId, action: { type: 'drop' } });
    session.listener = { connectionId: this.connectionId, held: hold !== null };
    this.hold = hold;
    this.log.shardId = session.shardId;
    this.stage = { type: 'live', session, listener: session.listener };
    this.hearts.swallows ||= faults.take('zombify', session.shardId) !== undefined;
    this.hearts.ackDelayMs = faults.take('ackDelayMs', session.shardId) ?? this.hearts.ackDelayMs;
  }

  private resume(d: unknown, nowMs: number): void {
    const judged = judgeResume(d, this.state, nowMs);
    if ('code' in judged) return this.punish(judged.code, judged.offence, nowMs);
    if ('lost' in judged) return this.refuseResume(judged, nowMs);
    const { session, seq, missed } = judged;
    this.log.shardId = session.shardId;
    const outcome = this.thwartResume(session, nowMs) ?? this.replay(judged, nowMs);
    this.log.resumed({ sessionId: session.id, seq, replayed: outcome === 'resumed' ? missed.length : 0, outcome }, nowMs);
  }

  private refuseResume({ lost, sessionId, seq }: LostSession, nowMs: number): void {
    if (lost !== null) this.state.sessions.remove(lost);
    this.send(Op.InvalidSession, false);
    this.log.resumed({ sessionId, seq, replayed: 0, outcome: 'invalid-session' }, nowMs);
  }

  /** The faults that answer a RESUME in the place of RESUMED. */
  private thwartResume(session: GatewaySession, nowMs: number): AuthOutcome | null {
    const { faults } = this.state;
    const close = faults.take('closeAfterResume', session.shardId);
    if (close !== undefined) {
      if (endsSessionFromServer(close.code)) this.state.sessions.remove(session);
      this.close(close.code, close.reason ?? '', nowMs);
      return close.code;
    }
    const refusal = faults.strike('invalidateAfterResume', session.shardId);
    if (refusal !== undefined) {
      if (refusal.value !== true) this.state.sessions.remove(session);
      this.send(Op.InvalidSession, refusal.value);
      return 'invalid-session';
    }
    if (faults.take('reconnectAfterResume', session.shardId) === undefined) return null;
    this.askToLeave(nowMs);
    return 'none';
  }

  private replay({ session, seq }: Resume, nowMs: number): AuthOutcome {
    const { faults } = this.state;
    const earlier = Math.max(0, seq - (faults.take('replayEarlier', session.shardId) ?? 0));
    const since = session.since(earlier) === null ? seq : earlier;
    const heldMs = faults.take('withholdResumedMs', session.shardId);
    const hold: Hold = { untilMs: nowMs + (heldMs ?? 0), since, resumed: true };
    this.carry(session, hold);
    if (heldMs !== undefined) return 'none';
    this.release(hold, session);
    return 'resumed';
  }

  /** Sends what was held back. */
  private release({ since, resumed }: Hold, session: GatewaySession): void {
    this.hold = null;
    if (session.listener !== null) session.listener.held = false;
    for (const missed of session.since(since) ?? []) this.actions.push(dispatchAction(missed));
    if (resumed) this.actions.push(dispatchAction(session.number('RESUMED', '{}')));
  }

  private answer(op: number, d: unknown, session: GatewaySession, nowMs: number): void {
    const { published, own, offence } = answerRequest(op, d, { state: this.state, session, nowMs });
    if (offence?.code != null) return this.punish(offence.code, offence.text, nowMs);
    if (offence !== null) this.log.violated(offence.text, null, nowMs);
    for (const event of published) {
      for (const forward of this.state.publish(event, nowMs))
        this.actions.push(forward.to === this.connectionId ? forward.action : forward);
    }
    for (const event of own) this.dispatch(event);
  }

  private dispatch({ t, d }: EventDraft): void {
    if (this.stage.type !== 'live') return;
    const { session, listener } = this.stage;
    const dispatch = session.append(t, JSON.stringify(d));
    if (!listener.held) this.actions.push(dispatchAction(dispatch));
  }

  private passTime(nowMs: number): void {
    if (this.helloAtMs <= nowMs) this.greet(nowMs);
    for (let acks = this.hearts.takeDueAcks(nowMs); acks > 0; acks -= 1) this.acknowledge();
    if (this.hold !== null && this.hold.untilMs <= nowMs && this.stage.type === 'live') this.release(this.hold, this.stage.session);
    if (this.leaveAtMs <= nowMs) return this.close(CloseCode.UnknownError, 'You were asked to reconnect.', nowMs);
    if (this.hearts.isOverdue(nowMs)) this.punish(CloseCode.UnknownError, 'sent no heartbeat in time', nowMs);
  }

  private askToLeave(nowMs: number): void {
    this.send(Op.Reconnect, null);
    this.leaveAtMs = nowMs + this.state.settings.closeAfterReconnectMs;
  }

  private invalidate(resumable: unknown, nowMs: number): void {
    this.send(Op.InvalidSession, resumable);
    if (this.stage.type !== 'live') return;
    if (resumable !== true) this.state.sessions.remove(this.stage.session);
    this.letGo(nowMs);
    this.stage = { type: 'waiting' };
  }

  private punish(code: number, offence: string, nowMs: number): void {
    this.log.violated(offence, code, nowMs);
    this.close(code, `${offence.charAt(0).toUpperCase()}${offence.slice(1)}.`, nowMs);
  }

  private close(code: number, reason: string, nowMs: number): void {
    this.actions.push({ type: 'close', code, reason });
    this.finish('server', code, endsSessionFromServer(code), nowMs);
  }

  private finish(by: 'client' | 'server', code: number | null, endsSession: boolean, nowMs: number): void {
    if (endsSession && this.stage.type === 'live' && !this.hasLostItsSession()) this.state.sessions.remove(this.stage.session);
    this.letGo(nowMs);
    this.stage = { type: 'closed' };
    this.log.ended(by, code, nowMs);
  }

  /** The session goes on without this connection, if it still is its own. */
  private letGo(nowMs: number): void {
    this.hold = null;
    if (this.stage.type !== 'live' || this.hasLostItsSession()) return;
    this.stage.session.listener = null;
    this.stage.session.detachedAtMs = nowMs;
  }

  /** Whether another connection has resumed the session that this one carried. */
  private hasLostItsSession(): boolean {
    return this.stage.type === 'live' && this.stage.session.listener !== this.stage.listener;
  }

  private send(op: number, d: unknown): void {
    this.actions.push(plain(op, d));
  }
}
