import type { Machine } from '@aplomb/base';
import { endsSession } from './closeCodes.js';
import { CommandBudget } from './CommandBudget.js';
import { CommandQueue } from './CommandQueue.js';
import type { ConnectionStage } from './ConnectionStage.js';
import type { Heartbeat } from './Heartbeat.js';
import type { LinkVerdict, LinkView } from './Link.js';
import type { SequenceTracker } from './SequenceTracker.js';
import type { Session } from './Session.js';
import type { ShardAction } from './ShardAction.js';
import { ShardHearing } from './ShardHearing.js';
import type { RestoredSession, ShardInput } from './ShardInput.js';
import { KEEP_SESSION, ShardLife } from './ShardLife.js';
import { ShardOutgoing } from './ShardOutgoing.js';
import type { ShardProtocolOptions } from './ShardProtocolOptions.js';
import { SleepWatch } from './SleepWatch.js';
import { stageDeadlineMs, type Stage } from './Stage.js';

/*
 * Theory of operation
 *
 * One shard's life without its socket. Inputs say what happened, actions say what to do; between two inputs nothing moves. Four objects share it: here
 * stands what the owner wants and what time brings; `ShardHearing` knows what the connection says, `ShardOutgoing` what we say, and `ShardLife` how to get from
 * one stage to the next. No input is illegal anywhere: an unexpected one is a note.
 *
 * Three things that are easily tied together are separate. The *session* (id and sequence) ends only when Discord says so. The *resume URL* is a
 * property of a host and dies with it. The *connection* is replaced at the first doubt: a new one costs a round trip, RESUME is free, and whatever was
 * missed is replayed. IDENTIFY alone is dear (a thousand a day), so every road that leads to it passes through the identify queue.
 *
 * Dispatches do not travel as inputs: `receive` is the fast path, two comparisons and a few writes.
 */

const END_SESSION = 1000;
/** After a sleep, what came meanwhile is still in the socket: a stage whose time ran out gets this long to see it. */
const GRACE_MS = 1_000;

type Deadline = ShardInput & { readonly type: 'deadline' };

/** The life of one shard as a pure machine: what comes in decides what is to be done. A {@link Shard} is this with a socket and a clock. */
export class ShardProtocol implements Machine<ShardInput, ShardAction> {
  readonly commandBudget = new CommandBudget();
  private readonly life: ShardLife;
  private readonly hearing: ShardHearing;
  private readonly outgoing: ShardOutgoing;
  private readonly sleep = new SleepWatch();
  private readonly options: ShardProtocolOptions;
  private presence: unknown;

  constructor(options: ShardProtocolOptions) {
    this.options = options;
    this.life = new ShardLife(options);
    this.outgoing = new ShardOutgoing(this.life, new CommandQueue(this.commandBudget, options.rateLimitCommands), this.commandBudget);
    this.hearing = new ShardHearing(this.life, this.outgoing, options);
    this.presence = options.presence;
  }

  get stage(): ConnectionStage {
    return this.life.stage.name;
  }

  /** The session that the next connection would resume. */
  get session(): Session | null {
    return this.life.session.value;
  }

  /** Where to resume it; `null` means the main URL. */
  get resumeUrl(): string | null {
    return this.life.session.host.url;
  }

  /** The heart of the present or, between connections, of the last connection. */
  get heartbeat(): Heartbeat | null {
    return this.life.heartbeat;
  }

  /** What is known about the sequence: duplicates, gaps, dispatches without one. */
  get sequences(): SequenceTracker {
    return this.life.session.sequence;
  }

  get deadlineMs(): number | null {
    const { link, nowMs, pausedSinceMs, stage } = this.life;
    const linkMs = link === null ? Infinity : Math.min(link.deadlineMs(pausedSinceMs !== null), this.lagDeadlineMs);
    const dueMs = Math.min(stageDeadlineMs(stage), linkMs, this.outgoing.commands.deadlineMs(nowMs, stage.name === 'Connected'));
    return dueMs === Infinity ? null : dueMs;
  }

  /**
   * The fast path of a dispatch: says whether to deliver it. READY and RESUMED are inputs of their own and do not come here.
   * A sequence that is no integer is delivered and not tracked.
   */
  receive(sequence: number, nowMs: number): boolean {
    this.life.silence.lastFrameMs = nowMs;
    return this.life.session.sequence.receive(sequence);
  }

  handle(input: ShardInput, nowMs: number): readonly ShardAction[] {
    const dueMs = input.type === 'deadline' ? this.deadlineMs : null;
    this.life.begin(nowMs);
    this.take(input, dueMs);
    this.outgoing.flush();
    return this.life.finish();
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
        this.outgoing.beatEarly();
        return;
      case 'command':
        return this.outgoing.take(input.command);
      case 'presence':
        this.presence = input.payload;
        return this.outgoing.commands.setPresence(input.text);
      case 'voiceState':
        return this.outgoing.commands.setVoiceState(input.guildId, input.text, input.stays);
      case 'backpressure':
        return this.backpressure(input.isOn);
      case 'permit':
        return this.permit();
      case 'permitRefused':
        return this.permitRefused(input.message);
      case 'deadline':
        return this.deadline(input, dueMs);
      default:
        return this.hearing.hear(input);
    }
  }

  // --- What the owner asks for ---------------------------------------------------------------------------------------------------------------

  private start(session: RestoredSession | undefined): void {
    const { life } = this;
    if (life.stage.name !== 'Disconnected' && life.stage.name !== 'Failed') return life.unexpected('start');
    if (session !== undefined && !life.session.begin(session.id, session.sequence, session.resumeUrl))
      life.refuseResumeUrl(session.resumeUrl);
    life.policy.healthy();
    life.connectAfter(0, 'start');
  }

  private close(code: number, reason: string): void {
    const { life } = this;
    this.outgoing.close();
    const { name } = life.stage;
    if (name === 'Closing') return;
    if (name !== 'Failed' && endsSession(code)) life.endSession();
    if (name === 'Disconnected' || name === 'Failed') return life.act({ type: 'closed' });
    life.withdrawPermit();
    if (name === 'Connecting') life.act({ type: 'release', code, reason });
    if (name === 'Connecting' || name === 'Backoff') return life.finishClosing('close asked');
    life.act({ type: 'closeSocket', code, reason });
    life.enter({ name: 'Closing', untilMs: life.nowMs + this.options.closeTimeoutMs }, 'close asked');
  }

  private reconnect(resume: boolean): void {
    const { life } = this;
    if (life.stage.name === 'Backoff' && !resume) return life.loseSession('reconnect asked');
    if (life.stage.name !== 'Connected') return life.unexpected('reconnect');
    if (!resume) life.loseSession('reconnect asked');
    life.letGo(resume ? KEEP_SESSION : END_SESSION, 'reconnect asked');
    life.connectAfter(0, 'reconnect asked');
  }

  private backpressure(isOn: boolean): void {
    const { life } = this;
    life.pausedSinceMs = isOn ? (life.pausedSinceMs ?? life.nowMs) : null;
    if (isOn) return;
    life.link?.forgive(life.nowMs);
    if (life.stage.name === 'Backoff' && life.stage.untilMs === Infinity) life.connectAfter(0, 'consumer caught up');
  }

  private permit(): void {
    const { life } = this;
    if (life.stage.name !== 'Queued') {
      if (life.stage.name !== 'Identifying') life.act({ type: 'withdrawPermit' });
      return life.unexpected('permit');
    }
    const { link } = life.stage;
    life.session.sequence.clear();
    this.outgoing.commands.identified(life.nowMs);
    const firstLookMs = Math.min(this.options.readyNoticeMs, this.options.readyTimeoutMs);
    life.enter({ name: 'Identifying', link, sinceMs: life.nowMs, untilMs: life.nowMs + firstLookMs }, 'permit');
    this.outgoing.write({ type: 'identify', presence: this.presence });
    life.act({ type: 'permitSpent' });
  }

  private permitRefused(message: string): void {
    const { life } = this;
    if (life.stage.name !== 'Queued') return life.unexpected('refused permit');
    life.note('connect failed', `The identify queue refused: ${message}`);
    life.dropLink('permit refused', life.policy.afterIdentifyMs());
  }

  // --- Time ----------------------------------------------------------------------------------------------------------------------------------

  private get lagDeadlineMs(): number {
    const { pausedSinceMs } = this.life;
    return pausedSinceMs === null ? Infinity : pausedSinceMs + this.options.lagTimeoutMs;
  }

  private deadline(input: Deadline, dueMs: number | null): void {
    const { life } = this;
    this.outgoing.expire();
    const view = { ...input, isPaused: life.pausedSinceMs !== null, mayPing: life.mayPing() };
    const hasSlept = this.sleep.look(life.nowMs, input.wallMs, dueMs);
    if (hasSlept) this.wake(view);
    this.stageDeadline(hasSlept, input.identifyBudgetLeft);
    if (life.link !== null && life.nowMs >= this.lagDeadlineMs) return this.giveUpLagging();
    for (const verdict of life.link?.check(life.nowMs, view) ?? []) this.obey(verdict);
  }

  private wake(view: LinkView): void {
    const { life } = this;
    if (life.link === null) return;
    life.note('slept', 'This process did not run for a while; the connection is being probed.');
    for (const verdict of life.link.wake(life.nowMs, view)) this.obey(verdict);
  }

  private obey(verdict: LinkVerdict): void {
    const { life } = this;
    if (verdict === 'ping') return life.act({ type: 'ping' });
    if (verdict === 'ping unanswered') return life.pingUnanswered();
    if (verdict === 'beat') return this.outgoing.beat();
    if (verdict === 'early beat') return this.probe();
    if (verdict === 'ack missing') return life.note('ack missing', 'A heartbeat was not acknowledged, but messages flow: the link lives.');
    if (verdict === 'message incomplete')
      return this.hearing.hear({ type: 'unreadable', what: 'stream', message: 'the rest of a message did not come' });
    // A live session is worth the fastest way back; what had not come up yet waits its turn.
    life.dropLink(verdict, life.stage.name === 'Connected' ? 0 : life.delayAfterLink(false));
  }

  /** Asks a silent link by a heartbeat. Without room for one in Discord's limit, the next regular beat has to ask. */
  private probe(): void {
    if (!this.outgoing.beatEarly()) this.life.link?.silence.answered(this.life.nowMs);
  }

  private stageDeadline(hasSlept: boolean, identifyBudgetLeft: number): void {
    const { life } = this;
    const { stage } = life;
    if (life.nowMs < stageDeadlineMs(stage)) return;
    if (stage.name === 'Backoff') return life.connect();
    if (hasSlept && 'untilMs' in stage) return this.postpone(stage, GRACE_MS);
    switch (stage.name) {
      case 'Connected':
        life.policy.healthy();
        life.stage = { ...stage, healthyMs: Infinity };
        return;
      case 'Connecting':
        return this.connectTimedOut();
      case 'Handshake':
        return life.giveUpHandshake('hello timed out');
      case 'Identifying':
        return this.readyLate(stage, identifyBudgetLeft);
      case 'Resuming':
        return this.resumedLate(stage);
      case 'Closing':
        life.act({ type: 'release', code: KEEP_SESSION, reason: '' });
        return life.finishClosing('closed');
      case 'Disconnected':
      case 'Queued':
      case 'Failed':
      // These wait for no instant of their own.
    }
  }

  private postpone(stage: Extract<Stage, { readonly untilMs: number }>, byMs: number): void {
    this.life.stage = { ...stage, untilMs: this.life.nowMs + byMs };
  }

  private connectTimedOut(): void {
    const { life } = this;
    if (life.target.isResumeHost) life.session.host.failed('unwell');
    life.act({ type: 'release', code: KEEP_SESSION, reason: 'connect timed out' });
    life.connectAfter(life.policy.afterFailureMs(), 'connect timed out');
  }

  /** Discord asks to keep beating in an outage: the session comes later. Only after minutes, and with budget to spare, is another IDENTIFY worth it. */
  private readyLate(stage: Stage & { readonly name: 'Identifying' }, identifyBudgetLeft: number): void {
    const { life } = this;
    const { readyTimeoutMs } = this.options;
    const waitedMs = life.nowMs - stage.sinceMs;
    life.act({ type: 'waitingForReady', waitedMs });
    if (waitedMs < readyTimeoutMs) return this.postpone(stage, readyTimeoutMs - waitedMs);
    if (identifyBudgetLeft <= 0.5) return this.postpone(stage, readyTimeoutMs);
    life.dropLink('ready timed out', life.policy.afterIdentifyMs());
  }

  /** Every replayed dispatch moves the deadline; ACKs and pongs do not: they prove the link, not the replay. */
  private resumedLate(stage: Stage & { readonly name: 'Resuming' }): void {
    const { life } = this;
    if (life.session.sequence.takeProgress()) return this.postpone(stage, this.options.resumedTimeoutMs);
    life.dropLink('resumed timed out', life.delayAfterLink(false));
  }

  private giveUpLagging(): void {
    this.life.withdrawPermit();
    this.life.letGo(KEEP_SESSION, 'consumer lagging');
    this.life.connectAfter(0, 'consumer lagging');
  }
}
