import type { ConnectionEnd } from '../transport/GatewayTransport.js';
import type { FatalClose } from './closeCodes.js';
import { describeEnd, receivedCodeOf, toldCodeOf } from './connectionEnds.js';
import { Heartbeat } from './Heartbeat.js';
import { Link } from './Link.js';
import { ReconnectPolicy } from './ReconnectPolicy.js';
import { ShardSession } from './ShardSession.js';
import type { ShardAction, ShardNote } from './ShardAction.js';
import type { ShardProtocolOptions } from './ShardProtocolOptions.js';
import { Silence } from './Silence.js';
import type { Stage } from './Stage.js';
import type { ShardStageCause } from './stageCauses.js';

/** The close code with which we leave a connection whose session goes on. Any but 1000 and 1001 would do. */
export const KEEP_SESSION = 4000;
/** A link that lived less than this and carried nothing was no success. */
const BARREN_MS = 5_000;
/** A host that left so many pings unanswered is not pinged again. */
const UNANSWERED_PINGS = 2;
/** Hosts remembered for that; resume hosts come and go. */
const REMEMBERED_HOSTS = 16;

/**
 * The stage of a shard and every way from one to the next. {@link ShardProtocol} says *when* to go; here is *how*: what has to be let go, counted,
 * told and begun on the way. Every change goes through `enter`, so that nobody can miss one.
 */
export class ShardLife {
  readonly policy: ReconnectPolicy;
  readonly session: ShardSession;
  stage: Stage = { name: 'Disconnected' };
  /** Where the present connection leads. */
  target: { readonly url: string; readonly isResumeHost: boolean };
  /** The heart of the present or, between connections, of the last connection. */
  heartbeat: Heartbeat | null = null;
  /** Signs of life of the present connection, written by the fast path; between connections nobody reads it. */
  silence: Silence;
  nowMs = 0;
  /** Up to this instant, what we wrote has arrived; what was written later may have died with its connection. */
  confirmedMs = -Infinity;
  /** Since when reading is stopped because the consumer of the events lags, or `null`. */
  pausedSinceMs: number | null = null;

  private actions: ShardAction[] = [];
  private readonly unansweredPings = new Map<string, number>();
  private readonly options: ShardProtocolOptions;

  constructor(options: ShardProtocolOptions) {
    this.options = options;
    this.policy = new ReconnectPolicy(options.random);
    this.session = new ShardSession(options.url, options.followsResumeUrl);
    this.target = this.session.host.target(false);
    this.silence = new Silence(options.silence, 0);
  }

  /** The link, in the stages that have one. */
  get link(): Link | null {
    return 'link' in this.stage ? this.stage.link : null;
  }

  /** Begins a step at this instant; {@link finish} returns what it came to. */
  begin(nowMs: number): void {
    this.nowMs = nowMs;
    this.actions = [];
  }

  finish(): readonly ShardAction[] {
    return this.actions;
  }

  act(action: ShardAction): void {
    this.actions.push(action);
  }

  note(kind: ShardNote['kind'], text: string): void {
    this.act({ type: 'note', note: { kind, text } });
  }

  unexpected(what: string): void {
    this.note('unexpected input', `${what} came while ${this.stage.name}.`);
  }

  /** The one way from stage to stage. */
  enter(next: Stage, cause: ShardStageCause, closeCode: number | null = null): void {
    const { id: shardId } = this.options;
    const before = this.stage.name;
    const retryInMs = next.name === 'Backoff' ? next.untilMs - this.nowMs : 0;
    this.stage = next;
    this.act({ type: 'stage', event: { shardId, before, after: next.name, cause, closeCode, attempt: this.policy.failures, retryInMs } });
  }

  connectAfter(delayMs: number, cause: ShardStageCause, closeCode: number | null = null): void {
    // A connection that nobody reads would not even hear HELLO.
    const untilMs = this.pausedSinceMs === null ? this.options.pacer.book(this.nowMs + delayMs) : Infinity;
    this.enter({ name: 'Backoff', untilMs }, cause, closeCode);
    if (untilMs <= this.nowMs) this.connect();
  }

  connect(): void {
    this.target = this.session.host.target(this.session.exists);
    this.enter({ name: 'Connecting', untilMs: this.nowMs + this.options.connectTimeoutMs }, 'backoff over');
    this.act({ type: 'connect', url: this.target.url });
  }

  /** HELLO has come: the heart begins to beat. */
  makeLink(intervalMs: number): Link {
    this.session.host.worked();
    this.silence = new Silence(this.options.silence, this.nowMs);
    this.heartbeat = new Heartbeat(intervalMs, this.nowMs, this.options.random);
    return new Link(this.heartbeat, this.silence, this.options.silence);
  }

  goLive(link: Link, cause: 'ready' | 'resumed'): void {
    const healthyMs = this.nowMs + this.options.healthyAfterMs;
    this.enter({ name: 'Connected', link, sinceMs: this.nowMs, isNewSession: cause === 'ready', healthyMs }, cause);
    if (cause === 'ready') this.confirmedMs = this.nowMs;
    this.act({ type: 'saveSession', session: this.session.value });
  }

  /** Gives up a connection that may still look alive: the old socket goes its way while the new one opens. */
  dropLink(cause: ShardStageCause, delayMs: number): void {
    this.withdrawPermit();
    this.letGo(KEEP_SESSION, cause);
    this.connectAfter(delayMs, cause);
  }

  /** Releases the open socket with this code. */
  letGo(code: number, reason: string): void {
    this.act({ type: 'release', code, reason });
    this.act({ type: 'disconnect', event: { shardId: this.options.id, code, reason, resumable: this.session.exists } });
  }

  /** Gives up a connection on which HELLO never came; its host is to blame. */
  giveUpHandshake(cause: ShardStageCause): void {
    // Op 7 instead of HELLO is how a draining host sends its clients away.
    if (this.target.isResumeHost) this.session.host.failed(cause === 'reconnect requested' ? 'gone' : 'unwell');
    this.letGo(KEEP_SESSION, cause);
    this.connectAfter(this.policy.afterFailureMs(), cause);
  }

  /**
   * How long to wait after the present link, by what it was for. `isTheirs`: Discord ended it, which for a RESUME is an answer of sorts; a link that we
   * gave up says nothing about the session. Asking changes the counters: ask once.
   */
  delayAfterLink(isTheirs: boolean): number {
    switch (this.stage.name) {
      case 'Identifying':
        return this.policy.afterIdentifyMs();
      case 'Resuming':
        return this.delayAfterResume(isTheirs);
      case 'Connected':
        return this.policy.afterLinkMs(this.session.sequence.sinceResume === 0 && this.nowMs - this.stage.sinceMs < BARREN_MS);
      default:
        return this.policy.afterFailureMs();
    }
  }

  private delayAfterResume(isTheirs: boolean): number {
    if (this.session.sequence.sinceResume > 0) {
      this.policy.progressed();
      return this.policy.afterLinkMs(false);
    }
    if (!isTheirs) return this.policy.afterFailureMs();
    const { delayMs, isSessionOver } = this.policy.afterRefusedResume();
    if (isSessionOver) this.loseSession('resume refused');
    return delayMs;
  }

  /** The session is over and could not be resumed: whoever listens is told where the gap begins. */
  loseSession(cause: ShardStageCause): void {
    if (!this.session.exists) return;
    const event = { shardId: this.options.id, from: this.session.sequence.last, to: null, cause };
    this.endSession();
    this.act({ type: 'sessionLost', event });
  }

  /** The session is over because we said so. */
  endSession(): void {
    this.session.end();
    this.act({ type: 'saveSession', session: null });
  }

  /** Gives the permit back on every way out of a stage that holds or waits for one. */
  withdrawPermit(): void {
    if (this.stage.name === 'Queued' || this.stage.name === 'Identifying') this.act({ type: 'withdrawPermit' });
  }

  fail(end: ConnectionEnd, rule: FatalClose): void {
    const closeCode = toldCodeOf(end);
    this.withdrawPermit();
    this.endSession();
    this.tellDisconnect(end);
    this.enter({ name: 'Failed' }, 'fatal close', receivedCodeOf(end));
    this.act({ type: 'fail', code: rule.error, closeCode, reason: describeEnd(end), cure: rule.cure });
  }

  finishClosing(cause: ShardStageCause): void {
    this.enter({ name: 'Disconnected' }, cause);
    this.act({ type: 'closed' });
  }

  tellDisconnect(end: ConnectionEnd): void {
    const event = { shardId: this.options.id, code: toldCodeOf(end), reason: describeEnd(end), resumable: this.session.exists };
    this.act({ type: 'disconnect', event });
  }

  refuseResumeUrl(url: unknown): void {
    const what = `Discord named ${JSON.stringify(url)} to resume at, which is not under the gateway's own domain; the main URL is used.`;
    this.note('resume url refused', what);
  }

  /** Whether the present host is worth pinging: one that never answers pings is asked by heartbeats alone. */
  mayPing(): boolean {
    return (this.unansweredPings.get(this.target.url) ?? 0) < UNANSWERED_PINGS;
  }

  pingUnanswered(): void {
    const { url } = this.target;
    this.unansweredPings.set(url, (this.unansweredPings.get(url) ?? 0) + 1);
    const oldest = this.unansweredPings.size > REMEMBERED_HOSTS ? this.unansweredPings.keys().next().value : undefined;
    if (oldest !== undefined) this.unansweredPings.delete(oldest);
  }

  pingAnswered(): void {
    this.unansweredPings.delete(this.target.url);
  }
}
