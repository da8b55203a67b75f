import type { Machine } from '@aplomb/base';
import type { ConnectionEnd } from '../transport/GatewayTransport.js';
import { closeRuleOf, endsSession, type CloseRule } from './closeCodes.js';
import { CommandBudget } from './CommandBudget.js';
import { CommandQueue, type SettledCommand } from './CommandQueue.js';
import type { ConnectionStage } from './ConnectionStage.js';
import { Heartbeat, readIntervalMs } from './Heartbeat.js';
import { ReconnectPolicy } from './ReconnectPolicy.js';
import { hostFailureOf, ResumeHost } from './ResumeHost.js';
import { SequenceTracker } from './SequenceTracker.js';
import type { ShardAction, ShardNote } from './ShardAction.js';
import type { ShardInput } from './ShardInput.js';
import type { ShardProtocolOptions } from './ShardProtocolOptions.js';
import { Silence, type SilenceVerdict } from './Silence.js';
import type { Session } from './Session.js';
import type { ShardStageCause } from './stageCauses.js';

/*
 * Theory of operation
 *
 * One shard's life without its socket. Inputs say what happened, actions say what to do; between two inputs nothing moves. The stage is a union that
 * carries what only that stage knows, and every change of it goes through `enter`, which tells everyone.
 *
 * Three things that other libraries tie together are separate here. The *session* (id and sequence) ends only when Discord says so. The *resume URL*
 * is a property of a host and dies with it. The *connection* is replaced at the first doubt: a new one costs a round trip, RESUME is free, and whatever was
 * missed is replayed. IDENTIFY alone is dear (a thousand a day), so every road that leads to it passes through the identify queue.
 *
 * Dispatches do not travel as inputs: `receive` is the fast path, two comparisons and two writes.
 */

/** The close code with which we leave a connection whose session goes on. Any but 1000 and 1001 would do. */
const KEEP_SESSION = 4000;
const END_SESSION = 1000;
/** What a connection that ended without a close frame is said to have closed with. */
const NO_CLOSE_FRAME = 1006;

/** How late a deadline must be to show that this process did not run. */
const SLEPT_MS = 5_000;
/** How far the clocks must drift apart to show that this machine did not run. */
const SUSPENDED_MS = 2_000;
/** After a sleep, what came meanwhile is still in the socket: a stage whose time ran out gets this long to see it. */
const GRACE_MS = 1_000;
/** A link that lived less than this and carried nothing was no success. */
const BARREN_MS = 5_000;
/** How often the same message may break a connection before it is passed over. */
const STRIKES_PER_MESSAGE = 3;
/** An unanswered ping is counted by host; at this count the host is not pinged again. */
const UNANSWERED_PINGS = 2;

type Stage =
  | { readonly name: 'Disconnected' }
  | { readonly name: 'Backoff'; readonly untilMs: number }
  | { readonly name: 'Connecting'; readonly untilMs: number }
  | { readonly name: 'Handshake'; readonly untilMs: number }
  | { readonly name: 'Queued'; readonly link: Link }
  | { readonly name: 'Identifying'; readonly link: Link; readonly sinceMs: number; readonly untilMs: number }
  | { readonly name: 'Resuming'; readonly link: Link; readonly untilMs: number }
  | {
      readonly name: 'Connected';
      readonly link: Link;
      readonly sinceMs: number;
      readonly isNewSession: boolean;
      readonly healthyMs: number;
    }
  | { readonly name: 'Closing'; readonly untilMs: number }
  | { readonly name: 'Failed' };

/** One connection from HELLO on. */
interface Link {
  readonly heartbeat: Heartbeat;
  readonly silence: Silence;
  /** When the network is to have taken what we wrote, and how much of it was waiting at the last look. */
  writes: { readonly dueMs: number; readonly bytesBuffered: number } | null;
}

export class ShardProtocol implements Machine<ShardInput, ShardAction> {
  readonly commandBudget = new CommandBudget();
  private readonly commands: CommandQueue;
  private readonly options: ShardProtocolOptions;
  private readonly policy: ReconnectPolicy;
  private readonly host: ResumeHost;
  private readonly tracker = new SequenceTracker();
  /** Pings that hosts left unanswered. */
  private readonly unansweredPings = new Map<string, number>();

  private current: Stage = { name: 'Disconnected' };
  private sessionId: string | null = null;
  /** Discord closed with a code that says the session may be over; the next RESUME tells. */
  private isSessionDoubtful = false;
  private target: { readonly url: string; readonly isResumeHost: boolean };
  private lastHeartbeat: Heartbeat | null = null;
  /** Life signs of the present connection, written by the fast path; between connections nobody reads it. */
  private silence: Silence;
  private presence: unknown;
  private pausedSinceMs: number | null = null;
  /** The sequence after which a message could not be read, and how often. */
  private unreadable = { after: -1, strikes: 0 };
  private clocksApartMs: number | null = null;

  private nowMs = 0;
  private actions: ShardAction[] = [];

  constructor(options: ShardProtocolOptions) {
    this.options = options;
    this.policy = new ReconnectPolicy(options.random);
    this.host = new ResumeHost(options.url, options.followsResumeUrl);
    this.target = this.host.target(false);
    this.commands = new CommandQueue(this.commandBudget, options.rateLimitCommands);
    this.silence = new Silence(options.silence, 0);
    this.presence = options.presence;
  }

  get stage(): ConnectionStage {
    return this.current.name;
  }

  /** The session that the next connection would resume. */
  get session(): Session | null {
    return this.sessionId === null ? null : { id: this.sessionId, sequence: this.tracker.last };
  }

  get resumeUrl(): string | null {
    return this.host.url;
  }

  /** The heart of the present or, between connections, of the last connection. */
  get heartbeat(): Heartbeat | null {
    return this.lastHeartbeat;
  }

  /** Connects in a row that led to nothing. */
  get attempt(): number {
    return this.policy.failures;
  }

  /** Duplicates that were dropped, and dispatches without a sequence. */
  get sequences(): SequenceTracker {
    return this.tracker;
  }

  get deadlineMs(): number | null {
    const link = this.link;
    const stageMs =
      'untilMs' in this.current ? this.current.untilMs : this.current.name === 'Connected' ? this.current.healthyMs : Infinity;
    const commandsMs = this.commands.deadlineMs(this.nowMs, this.current.name === 'Connected');
    const linkMs = link === null ? Infinity : this.linkDeadlineMs(link);
    const dueMs = Math.min(stageMs, linkMs, commandsMs);
    return dueMs === Infinity ? null : dueMs;
  }

  /**
   * The fast path of a dispatch: says whether to deliver it. READY and RESUMED are inputs of their own and do not come here.
   * A sequence that is no integer is delivered and not tracked.
   */
  receive(sequence: number, nowMs: number): boolean {
    this.silence.lastFrameMs = nowMs;
    return this.tracker.receive(sequence);
  }

  /** Notes that a whole message of any kind came. */
  heard(nowMs: number): void {
    this.silence.lastFrameMs = nowMs;
  }

  handle(input: ShardInput, nowMs: number): readonly ShardAction[] {
    const dueMs = input.type === 'deadline' ? this.deadlineMs : null;
    this.nowMs = nowMs;
    this.actions = [];
    this.take(input, dueMs);
    this.flushCommands();
    return this.actions;
  }

  private take(input: ShardInput, dueMs: number | null): void {
    switch (input.type) {
      case 'start':
        return this.start(input.session);
      case 'close':
        return this.close(input.code, input.reason);
      case 'reconnect':
        return this.reconnect(input.resume);
      case 'heartbeat':
        return this.beatEarly();
      case 'command':
        return this.command(input.command);
      case 'presence':
        this.presence = input.payload;
        return this.commands.setPresence(input.text);
      case 'voiceState':
        return this.commands.setVoiceState(input.guildId, input.text, input.stays);
      case 'backpressure':
        return this.backpressure(input.isOn);
      case 'opened':
        return this.opened();
      case 'closed':
        return this.closed(input.end);
      case 'pong':
        return this.pong();
      case 'control':
        return this.control(input.op, input.d);
      case 'ready':
        return this.ready(input.d, input.sequence);
      case 'resumed':
        return this.resumed(input.sequence);
      case 'unreadable':
        return this.couldNotRead(input.what, input.message);
      case 'stalled':
        return this.dropLink('writes stalled', 0);
      case 'permit':
        return this.permit();
      case 'permitRefused':
        return this.permitRefused(input.message);
      case 'deadline':
        return this.deadline(input, dueMs);
    }
  }

  // --- What the owner asks for ---------------------------------------------------------------------------------------------------------------

  private start(session: (Session & { readonly resumeUrl: string | null }) | undefined): void {
    if (this.current.name !== 'Disconnected' && this.current.name !== 'Failed') return this.unexpected('start');
    if (session !== undefined) this.restore(session);
    this.policy.healthy();
    this.connectAfter(0, 'start');
  }

  private restore(session: Session & { readonly resumeUrl: string | null }): void {
    this.sessionId = session.id;
    this.tracker.begin(session.sequence);
    if (!this.host.set(session.resumeUrl)) this.refuseResumeUrl(session.resumeUrl);
  }

  private close(code: number, reason: string): void {
    for (const command of this.commands.close()) this.settle(command);
    if (this.current.name === 'Disconnected' || this.current.name === 'Failed') return this.act({ type: 'closed' });
    if (this.current.name === 'Closing') return;
    this.withdrawPermit();
    if (endsSession(code)) this.endSession();
    if (this.current.name === 'Backoff') return this.finishClosing('close asked');
    if (this.current.name === 'Connecting') {
      this.act({ type: 'release', code, reason });
      return this.finishClosing('close asked');
    }
    this.act({ type: 'closeSocket', code, reason });
    this.enter({ name: 'Closing', untilMs: this.nowMs + this.options.closeTimeoutMs }, 'close asked');
  }

  private finishClosing(cause: ShardStageCause): void {
    this.enter({ name: 'Disconnected' }, cause);
    this.act({ type: 'closed' });
  }

  private reconnect(resume: boolean): void {
    if (this.current.name === 'Backoff' && !resume) return this.loseSession('reconnect asked');
    if (this.current.name !== 'Connected') return this.unexpected('reconnect');
    if (!resume) this.loseSession('reconnect asked');
    this.leaveLink(resume ? KEEP_SESSION : END_SESSION, 'reconnect asked');
    this.connectAfter(0, 'reconnect asked');
  }

  private command(command: { readonly id: number; readonly text: string; readonly expiresMs: number }): void {
    const name = this.current.name;
    if (name === 'Closing' || name === 'Failed') return this.settle({ id: command.id, outcome: 'closed' });
    if (!this.commands.push(command)) this.settle({ id: command.id, outcome: 'queue-full' });
  }

  private backpressure(isOn: boolean): void {
    this.pausedSinceMs = isOn ? (this.pausedSinceMs ?? this.nowMs) : null;
    if (isOn) return;
    this.link?.silence.forgive(this.nowMs);
    this.link?.heartbeat.excuse();
    if (this.current.name === 'Backoff' && this.current.untilMs === Infinity) this.connectAfter(0, 'consumer caught up');
  }

  // --- What the connection says --------------------------------------------------------------------------------------------------------------

  private opened(): void {
    if (this.current.name !== 'Connecting') return this.unexpected('opened');
    this.enter({ name: 'Handshake', untilMs: this.nowMs + this.options.helloTimeoutMs }, 'socket opened');
  }

  private closed(end: ConnectionEnd): void {
    switch (this.current.name) {
      case 'Connecting':
        return this.connectFailed(end);
      case 'Handshake':
        return this.handshakeEnded(end);
      case 'Closing':
        return this.finishClosing('closed');
      case 'Queued':
      case 'Identifying':
      case 'Resuming':
      case 'Connected':
        return this.linkEnded(end);
      default:
        return this.unexpected('closed');
    }
  }

  private connectFailed(end: ConnectionEnd): void {
    if (this.target.isResumeHost) this.host.failed(hostFailureOf(end));
    this.note('connect failed', `Connecting to ${this.target.url} failed: ${describeEnd(end)}.`);
    const askedMs = end.type === 'connect-failed' ? (end.retryAfterMs ?? 0) : 0;
    this.connectAfter(Math.max(this.policy.afterFailureMs(), askedMs), 'connect failed');
  }

  private handshakeEnded(end: ConnectionEnd): void {
    const rule = ruleOf(end);
    this.tellDisconnect(end);
    if (rule.then === 'stop') return this.fail(end, rule);
    if (rule.then === 'identify') this.loseSession('close frame');
    if (this.target.isResumeHost) this.host.failed('unwell');
    this.connectAfter(this.policy.afterFailureMs(), causeOf(end), closeCodeOf(end));
  }

  private linkEnded(end: ConnectionEnd): void {
    const rule = ruleOf(end);
    if (rule.then === 'stop') return this.fail(end, rule);
    const delayMs = this.delayAfterLink();
    const isRefusedDoubt = this.isSessionDoubtful && this.current.name === 'Resuming' && this.tracker.sinceResume === 0;
    if (rule.then === 'identify' || (rule.then === 'resume-once' && isRefusedDoubt)) this.loseSession('close frame');
    else if (rule.then === 'resume-once') this.isSessionDoubtful = true;
    if (rule.isOurFault === true) this.blameUs(closeCodeOf(end) ?? 0, rule);
    this.tellDisconnect(end);
    this.withdrawPermit();
    this.connectAfter(delayMs, causeOf(end), closeCodeOf(end));
  }

  private blameUs(closeCode: number, rule: CloseRule): void {
    if (closeCode === 4008) this.commands.pause(this.nowMs);
    this.note('close code of our making', `Discord closed with ${closeCode} (${rule.name}). ${rule.cure ?? ''}`);
  }

  private pong(): void {
    this.heard(this.nowMs);
    this.unansweredPings.delete(this.target.url);
  }

  private control(op: number, d: unknown): void {
    this.heard(this.nowMs);
    switch (op) {
      case 1:
        return this.heartbeatRequested();
      case 7:
        return this.reconnectRequested();
      case 9:
        return this.sessionInvalidated(d === true);
      case 10:
        return this.hello(d);
      case 11:
        this.link?.heartbeat.acknowledge(this.nowMs);
        return;
      default:
        return this.note('unknown op', `A message with the unknown op ${op} came.`);
    }
  }

  private hello(d: unknown): void {
    if (this.current.name !== 'Handshake') return this.unexpected('hello');
    const intervalMs = readIntervalMs(isRecord(d) ? d['heartbeat_interval'] : undefined);
    if (intervalMs === null) return this.giveUpHandshake('bad hello');
    this.host.worked();
    const link = this.makeLink(intervalMs);
    if (this.sessionId === null) {
      this.enter({ name: 'Queued', link }, 'hello');
      return this.act({ type: 'requestPermit' });
    }
    this.tracker.resume();
    this.enter({ name: 'Resuming', link, untilMs: this.nowMs + this.options.resumedTimeoutMs }, 'hello');
    this.write({ type: 'resume', session: { id: this.sessionId, sequence: this.tracker.last } });
  }

  private makeLink(intervalMs: number): Link {
    const heartbeat = new Heartbeat(intervalMs, this.nowMs, this.options.random);
    this.silence = new Silence(this.options.silence, this.nowMs);
    this.lastHeartbeat = heartbeat;
    this.commandBudget.reserve(intervalMs);
    return { heartbeat, silence: this.silence, writes: null };
  }

  private giveUpHandshake(cause: 'bad hello' | 'hello timed out' | 'reconnect requested' | 'session invalid' | 'unreadable'): void {
    if (this.target.isResumeHost) this.host.failed(cause === 'reconnect requested' ? 'gone' : 'unwell');
    this.leaveLink(KEEP_SESSION, cause);
    this.connectAfter(this.policy.afterFailureMs(), cause);
  }

  private heartbeatRequested(): void {
    const { link } = this;
    if (link === null) return this.unexpected('heartbeat request');
    if (link.heartbeat.answersRequest(this.nowMs)) return this.beatEarly();
    this.note('heartbeat request refused', 'Discord asked for a heartbeat more than five times in ten seconds.');
  }

  private reconnectRequested(): void {
    switch (this.current.name) {
      case 'Handshake':
        return this.giveUpHandshake('reconnect requested');
      case 'Queued':
      case 'Identifying':
      case 'Resuming':
      case 'Connected':
        return this.dropLink('reconnect requested', this.delayAfterLink());
      default:
        return this.unexpected('reconnect request');
    }
  }

  private sessionInvalidated(isResumable: boolean): void {
    switch (this.current.name) {
      case 'Handshake':
        // Before HELLO nothing was asked for, so this answers nothing: it is the host that is unwell.
        return this.giveUpHandshake('session invalid');
      case 'Queued':
      case 'Identifying':
      case 'Resuming':
      case 'Connected':
        return this.linkInvalidated(isResumable);
      default:
        return this.unexpected('invalid session');
    }
  }

  private linkInvalidated(isResumable: boolean): void {
    const retryMs = isResumable && this.sessionId !== null ? this.policy.afterResumableInvalidationMs() : null;
    if (retryMs !== null) return this.dropLink('session invalid, resumable', retryMs);
    const wasIdentifying = this.current.name === 'Identifying';
    const isYoung = this.current.name === 'Connected' && this.current.isNewSession && this.current.healthyMs !== Infinity;
    const delayMs = wasIdentifying ? this.policy.afterIdentifyMs() : this.policy.afterInvalidSessionMs(isYoung);
    this.loseSession('session invalid');
    this.dropLink('session invalid', delayMs);
  }

  private ready(d: unknown, sequence: number): void {
    this.heard(this.nowMs);
    const { link } = this;
    if (link === null || this.current.name === 'Queued') return this.unexpected('READY');
    const sessionId = isRecord(d) && typeof d['session_id'] === 'string' ? d['session_id'] : null;
    if (this.sessionId !== null) this.loseSession('ready');
    this.sessionId = sessionId;
    this.tracker.begin(sequence);
    this.isSessionDoubtful = false;
    const resumeUrl = isRecord(d) ? d['resume_gateway_url'] : undefined;
    if (!this.host.set(resumeUrl)) this.refuseResumeUrl(resumeUrl);
    if (sessionId === null) this.note('ready without session', 'READY carried no session_id: the next connection has to identify.');
    this.act({ type: 'permitReady' });
    this.goLive(link, 'ready', true);
    this.act({ type: 'ready', sessionId });
  }

  private resumed(sequence: number): void {
    this.heard(this.nowMs);
    if (this.current.name !== 'Resuming') return this.unexpected('RESUMED');
    this.tracker.follow(sequence);
    this.policy.progressed();
    this.isSessionDoubtful = false;
    this.goLive(this.current.link, 'resumed', false);
    this.act({ type: 'resumed', replayed: this.tracker.sinceResume });
  }

  private goLive(link: Link, cause: 'ready' | 'resumed', isNewSession: boolean): void {
    const healthyMs = this.nowMs + this.options.healthyAfterMs;
    this.enter({ name: 'Connected', link, sinceMs: this.nowMs, isNewSession, healthyMs }, cause);
    this.tracker.countFromHere();
    this.act({ type: 'saveSession', session: this.session });
    if (isNewSession) this.commands.renew();
  }

  /** One unreadable text may be skipped after it broke three connections; a broken stream hides what comes after it, so then the session has to go. */
  private couldNotRead(what: 'text' | 'stream', message: string): void {
    const { link } = this;
    if (link === null)
      return this.current.name === 'Handshake' ? this.giveUpHandshake('unreadable') : this.unexpected('unreadable message');
    const after = this.tracker.last;
    this.unreadable = { after, strikes: this.unreadable.after === after ? this.unreadable.strikes + 1 : 1 };
    const isHopeless = this.unreadable.strikes >= STRIKES_PER_MESSAGE;
    if (isHopeless && what === 'text')
      return this.note('message skipped', `The message after sequence ${after} is unreadable and was skipped: ${message}`);
    if (isHopeless) this.loseSession('unreadable');
    this.dropLink('unreadable', this.delayAfterLink());
  }

  // --- Identify ------------------------------------------------------------------------------------------------------------------------------

  private permit(): void {
    if (this.current.name !== 'Queued') {
      this.act({ type: 'withdrawPermit' });
      return this.unexpected('permit');
    }
    const { link } = this.current;
    this.tracker.clear();
    this.commands.identified(this.nowMs);
    this.enter({ name: 'Identifying', link, sinceMs: this.nowMs, untilMs: this.nowMs + this.options.readyNoticeMs }, 'permit');
    this.write({ type: 'identify', presence: this.presence });
    this.act({ type: 'permitSpent' });
  }

  private permitRefused(message: string): void {
    if (this.current.name !== 'Queued') return this.unexpected('refused permit');
    this.note('connect failed', `The identify queue refused: ${message}`);
    this.dropLink('permit refused', this.policy.afterIdentifyMs());
  }

  /** Takes the permit back on every way out of a stage that holds or waits for one. */
  private withdrawPermit(): void {
    if (this.current.name === 'Queued' || this.current.name === 'Identifying') this.act({ type: 'withdrawPermit' });
  }

  // --- Time ----------------------------------------------------------------------------------------------------------------------------------

  private deadline(input: ShardInput & { readonly type: 'deadline' }, dueMs: number | null): void {
    for (const command of this.commands.expire(this.nowMs)) this.settle(command);
    const hasSlept = this.noticeSleep(input.wallMs, dueMs);
    if (hasSlept) this.wake(input.bytesReceived);
    this.stageDeadline(hasSlept, input.identifyBudgetLeft);
    const { link } = this;
    if (link === null) return;
    this.lagDeadline();
    if (this.link === link) this.writesDeadline(link, input.bytesBuffered);
    if (this.link === link) this.silenceDeadline(link, input.bytesReceived);
    if (this.link === link) this.beatDeadline(link);
  }

  /** Whether this process or its whole machine stood still since the last look. */
  private noticeSleep(wallMs: number, dueMs: number | null): boolean {
    const apartMs = wallMs - this.nowMs;
    const driftMs = this.clocksApartMs === null ? 0 : apartMs - this.clocksApartMs;
    this.clocksApartMs = apartMs;
    const lateMs = dueMs === null ? 0 : this.nowMs - dueMs;
    return driftMs > SUSPENDED_MS || lateMs > SLEPT_MS;
  }

  private wake(bytesReceived: number): void {
    const { link } = this;
    if (link === null || this.pausedSinceMs !== null) return;
    this.note('slept', 'This process did not run for a while; the connection is being probed.');
    link.heartbeat.excuse();
    this.actOnSilence(link.silence.suspect(this.nowMs, bytesReceived, this.mayPing()));
  }

  private stageDeadline(hasSlept: boolean, identifyBudgetLeft: number): void {
    const stage = this.current;
    if (stage.name === 'Connected') return this.healthDeadline(stage);
    if (!('untilMs' in stage) || this.nowMs < stage.untilMs) return;
    if (hasSlept && stage.name !== 'Backoff') {
      this.current = { ...stage, untilMs: this.nowMs + GRACE_MS };
      return;
    }
    switch (stage.name) {
      case 'Backoff':
        return this.connect();
      case 'Connecting':
        return this.connectTimedOut();
      case 'Handshake':
        return this.giveUpHandshake('hello timed out');
      case 'Identifying':
        return this.readyLate(stage, identifyBudgetLeft);
      case 'Resuming':
        return this.resumedLate(stage);
      case 'Closing':
        this.act({ type: 'release', code: KEEP_SESSION, reason: '' });
        return this.finishClosing('closed');
    }
  }

  private healthDeadline(stage: Stage & { readonly name: 'Connected' }): void {
    if (this.nowMs < stage.healthyMs) return;
    this.policy.healthy();
    this.current = { ...stage, healthyMs: Infinity };
  }

  private connectTimedOut(): void {
    if (this.target.isResumeHost) this.host.failed('unwell');
    this.act({ type: 'release', code: KEEP_SESSION, reason: 'connect timed out' });
    this.connectAfter(this.policy.afterFailureMs(), 'connect timed out');
  }

  /** Discord asks to keep beating in an outage: the session comes later. Only after minutes, and with budget to spare, is another IDENTIFY worth it. */
  private readyLate(stage: Stage & { readonly name: 'Identifying' }, identifyBudgetLeft: number): void {
    const waitedMs = this.nowMs - stage.sinceMs;
    this.act({ type: 'waitingForReady', waitedMs });
    if (waitedMs >= this.options.readyTimeoutMs && identifyBudgetLeft > 0.5)
      return this.dropLink('ready timed out', this.policy.afterIdentifyMs());
    const nextMs =
      waitedMs < this.options.readyTimeoutMs ? stage.sinceMs + this.options.readyTimeoutMs : this.nowMs + this.options.readyTimeoutMs;
    this.current = { ...stage, untilMs: nextMs };
  }

  /** Every replayed dispatch moves the deadline; ACKs and pongs do not: they prove the link, not the replay. */
  private resumedLate(stage: Stage & { readonly name: 'Resuming' }): void {
    if (this.tracker.takeProgress()) {
      this.current = { ...stage, untilMs: this.nowMs + this.options.resumedTimeoutMs };
      return;
    }
    this.dropLink('resumed timed out', this.delayAfterLink());
  }

  private lagDeadline(): void {
    if (this.pausedSinceMs === null || this.nowMs < this.pausedSinceMs + this.options.lagTimeoutMs) return;
    this.withdrawPermit();
    this.leaveLink(KEEP_SESSION, 'consumer lagging');
    this.enter({ name: 'Backoff', untilMs: Infinity }, 'consumer lagging');
  }

  private writesDeadline(link: Link, bytesBuffered: number): void {
    if (link.writes === null || this.nowMs < link.writes.dueMs) return;
    if (bytesBuffered > 0 && link.writes.bytesBuffered > 0 && bytesBuffered >= link.writes.bytesBuffered)
      return this.dropLink('writes stalled', 0);
    link.writes = bytesBuffered > 0 ? { dueMs: this.nowMs + this.options.silence.quietMs, bytesBuffered } : null;
  }

  private silenceDeadline(link: Link, bytesReceived: number): void {
    if (this.pausedSinceMs !== null || this.nowMs < link.silence.deadlineMs) return;
    const wasPinged = link.silence.isPinged;
    const verdict = link.silence.check(this.nowMs, bytesReceived, this.mayPing());
    if (wasPinged && verdict === 'beat') this.unansweredPings.set(this.target.url, (this.unansweredPings.get(this.target.url) ?? 0) + 1);
    this.actOnSilence(verdict);
  }

  private actOnSilence(verdict: SilenceVerdict): void {
    if (verdict === 'ping') this.act({ type: 'ping' });
    else if (verdict === 'beat') this.beatEarly();
    else if (verdict !== 'nothing') this.dropLink(verdict, this.current.name === 'Connected' ? 0 : this.delayAfterLink());
  }

  private mayPing(): boolean {
    return (this.unansweredPings.get(this.target.url) ?? 0) < UNANSWERED_PINGS;
  }

  private beatDeadline(link: Link): void {
    if (this.nowMs < link.heartbeat.nextMs) return;
    if (this.pausedSinceMs === null) {
      if (link.heartbeat.isZombie(link.silence.lastFrameMs))
        return this.dropLink('zombie', this.current.name === 'Connected' ? 0 : this.delayAfterLink());
      if (!link.heartbeat.isAcknowledged) this.note('ack missing', 'A heartbeat was not acknowledged, but events flow: the link lives.');
    }
    link.heartbeat.beat(this.nowMs);
    this.writeBeat();
  }

  private beatEarly(): void {
    const { link } = this;
    if (link === null) return this.unexpected('heartbeat');
    link.heartbeat.beatEarly(this.nowMs);
    this.writeBeat();
  }

  private writeBeat(): void {
    this.write({ type: 'send', text: `{"op":1,"d":${this.tracker.hasSequence ? this.tracker.last : null}}` });
  }

  // --- Connections and stages ----------------------------------------------------------------------------------------------------------------

  private connectAfter(delayMs: number, cause: ShardStageCause, closeCode: number | null = null): void {
    const untilMs = this.options.pacer.book(this.nowMs + delayMs);
    this.enter({ name: 'Backoff', untilMs }, cause, closeCode);
    if (untilMs <= this.nowMs) this.connect();
  }

  private connect(): void {
    this.target = this.host.target(this.sessionId !== null);
    this.enter({ name: 'Connecting', untilMs: this.nowMs + this.options.connectTimeoutMs }, 'backoff over');
    this.act({ type: 'connect', url: this.target.url });
  }

  /** Gives up a connection that may still look alive: the old socket goes its way while the new one opens. */
  private dropLink(cause: ShardStageCause, delayMs: number): void {
    if (this.link === null) return this.unexpected(cause);
    this.withdrawPermit();
    this.leaveLink(KEEP_SESSION, cause);
    this.connectAfter(delayMs, cause);
  }

  private leaveLink(code: number, reason: string): void {
    this.act({ type: 'release', code, reason });
    this.act({ type: 'disconnect', event: { shardId: this.options.id, code, reason, resumable: this.sessionId !== null } });
  }

  /** How long to wait after the present link, by what it was for. Asking changes the counters: ask once. */
  private delayAfterLink(): number {
    switch (this.current.name) {
      case 'Identifying':
        return this.policy.afterIdentifyMs();
      case 'Resuming':
        return this.delayAfterResume();
      case 'Connected':
        return this.policy.afterLinkMs(this.tracker.sinceLive === 0 && this.nowMs - this.current.sinceMs < BARREN_MS);
      default:
        return this.policy.afterFailureMs();
    }
  }

  private delayAfterResume(): number {
    if (this.tracker.sinceResume > 0) {
      this.policy.progressed();
      return this.policy.afterLinkMs(false);
    }
    const { delayMs, isSessionOver } = this.policy.afterRefusedResume();
    if (isSessionOver) this.loseSession('resume refused');
    return delayMs;
  }

  private loseSession(cause: ShardStageCause): void {
    if (this.sessionId === null) return;
    const event = { shardId: this.options.id, from: this.tracker.last, to: null, cause };
    this.endSession();
    this.act({ type: 'sessionLost', event });
  }

  private endSession(): void {
    this.sessionId = null;
    this.isSessionDoubtful = false;
    this.host.set(null);
    this.act({ type: 'saveSession', session: null });
  }

  private fail(end: ConnectionEnd, rule: CloseRule): void {
    const closeCode = closeCodeOf(end) ?? NO_CLOSE_FRAME;
    this.withdrawPermit();
    this.tellDisconnect(end);
    this.endSession();
    for (const command of this.commands.close()) this.settle(command);
    this.enter({ name: 'Failed' }, 'fatal close', closeCode);
    const reason = end.type === 'close-frame' ? end.reason : '';
    if (rule.error !== undefined) this.act({ type: 'fail', code: rule.error, closeCode, reason, cure: rule.cure ?? '' });
  }

  private tellDisconnect(end: ConnectionEnd): void {
    const code = closeCodeOf(end) ?? NO_CLOSE_FRAME;
    this.act({
      type: 'disconnect',
      event: { shardId: this.options.id, code, reason: describeEnd(end), resumable: this.sessionId !== null },
    });
  }

  /** The one way from stage to stage. */
  private enter(next: Stage, cause: ShardStageCause, closeCode: number | null = null): void {
    const before = this.current.name;
    this.current = next;
    const retryInMs = next.name === 'Backoff' ? next.untilMs - this.nowMs : 0;
    this.act({
      type: 'stage',
      event: { shardId: this.options.id, before, after: next.name, cause, closeCode, attempt: this.policy.failures, retryInMs },
    });
  }

  private get link(): Link | null {
    return 'link' in this.current ? this.current.link : null;
  }

  private linkDeadlineMs(link: Link): number {
    const beatMs = link.heartbeat.nextMs;
    const writesMs = link.writes?.dueMs ?? Infinity;
    if (this.pausedSinceMs !== null) return Math.min(beatMs, writesMs, this.pausedSinceMs + this.options.lagTimeoutMs);
    return Math.min(beatMs, writesMs, link.silence.deadlineMs);
  }

  // --- Writing -------------------------------------------------------------------------------------------------------------------------------

  private flushCommands(): void {
    if (this.current.name !== 'Connected') return;
    for (let next = this.commands.next(this.nowMs); next !== null; next = this.commands.next(this.nowMs)) {
      this.write({ type: 'send', text: next.text });
      if (next.id !== null) this.settle({ id: next.id, outcome: 'sent' });
    }
  }

  private write(action: ShardAction & { readonly type: 'send' | 'identify' | 'resume' }): void {
    this.commandBudget.written(this.nowMs);
    if (this.link !== null) this.link.writes ??= { dueMs: this.nowMs + this.options.silence.quietMs, bytesBuffered: 0 };
    this.act(action);
  }

  private settle(command: SettledCommand): void {
    this.act({ type: 'settle', command });
  }

  private refuseResumeUrl(url: unknown): void {
    this.note(
      'resume url refused',
      `READY named ${JSON.stringify(url)} to resume at, which is not under the gateway's own domain; the main URL is used.`,
    );
  }

  private unexpected(what: string): void {
    this.note('unexpected input', `${what} came while ${this.current.name}.`);
  }

  private note(kind: ShardNote['kind'], text: string): void {
    this.act({ type: 'note', note: { kind, text } });
  }

  private act(action: ShardAction): void {
    this.actions.push(action);
  }
}

const KEEPS_SESSION: CloseRule = { name: 'no close frame', then: 'resume' };

function ruleOf(end: ConnectionEnd): CloseRule {
  return end.type === 'close-frame' ? closeRuleOf(end.code) : KEEPS_SESSION;
}

function closeCodeOf(end: ConnectionEnd): number | null {
  return end.type === 'close-frame' ? end.code : null;
}

function causeOf(end: ConnectionEnd): ShardStageCause {
  if (end.type === 'close-frame') return 'close frame';
  return end.type === 'protocol-error' ? 'unreadable' : 'socket dropped';
}

function describeEnd(end: ConnectionEnd): string {
  if (end.type === 'close-frame') return end.reason === '' ? `close code ${end.code}` : `close code ${end.code}: ${end.reason}`;
  return end.type === 'connect-failed' ? `${end.reason}: ${end.message}` : end.message;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
