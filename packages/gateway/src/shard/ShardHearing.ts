import type { ConnectionEnd } from '../transport/GatewayTransport.js';
import type { CloseRule, FatalClose, OurFault } from './closeCodes.js';
import { causeOf, describeEnd, receivedCodeOf, ruleOf } from './connectionEnds.js';
import { readIntervalMs } from './Heartbeat.js';
import { hostFailureOf } from './ResumeHost.js';
import type { HeardInput } from './ShardInput.js';
import type { ShardLife } from './ShardLife.js';
import type { ShardOutgoing } from './ShardOutgoing.js';
import type { ShardProtocolOptions } from './ShardProtocolOptions.js';

/** How often the same message may break a connection before it is passed over. */
const STRIKES_PER_MESSAGE = 3;

/** What it means, in each stage, when the connection opens, speaks or ends. */
export class ShardHearing {
  /** The sequence after which a message could not be read, and how often. */
  private unreadable = { after: -1, strikes: 0 };
  private readonly life: ShardLife;
  private readonly outgoing: ShardOutgoing;
  private readonly options: ShardProtocolOptions;

  constructor(life: ShardLife, outgoing: ShardOutgoing, options: ShardProtocolOptions) {
    this.life = life;
    this.outgoing = outgoing;
    this.options = options;
  }

  /** What the connection says. */
  hear(input: HeardInput): void {
    switch (input.type) {
      case 'opened':
        return this.opened();
      case 'closed':
        return this.closed(input.end);
      case 'pong':
        this.life.silence.answered(this.life.nowMs);
        return this.life.pingAnswered();
      case 'partial':
        return this.life.link?.partial(this.life.nowMs, input.isOn);
      case 'control':
        return this.control(input.op, input.d);
      case 'ready':
        return this.ready(input.d, input.sequence);
      case 'resumed':
        return this.resumed(input.sequence);
      case 'unreadable':
        return this.couldNotRead(input.what, input.message);
      case 'stalled':
        return this.life.link === null ? this.life.unexpected('stalled writes') : this.life.dropLink('writes stalled', 0);
    }
  }

  private opened(): void {
    const { life } = this;
    if (life.stage.name !== 'Connecting') return life.unexpected('opened');
    life.enter({ name: 'Handshake', untilMs: life.nowMs + this.options.helloTimeoutMs }, 'socket opened');
  }

  private closed(end: ConnectionEnd): void {
    const { life } = this;
    if (life.stage.name === 'Connecting') return this.connectFailed(end);
    if (life.stage.name === 'Handshake') return this.handshakeEnded(end);
    if (life.stage.name === 'Closing') return life.finishClosing('closed');
    return life.link === null ? life.unexpected('closed') : this.linkEnded(end);
  }

  private connectFailed(end: ConnectionEnd): void {
    const { life } = this;
    if (life.target.isResumeHost) life.session.host.failed(hostFailureOf(end));
    life.note('connect failed', `Connecting to ${life.target.url} failed: ${describeEnd(end)}.`);
    const askedMs = end.type === 'connect-failed' ? (end.retryAfterMs ?? 0) : 0;
    life.connectAfter(Math.max(life.policy.afterFailureMs(), askedMs), 'connect failed');
  }

  private handshakeEnded(end: ConnectionEnd): void {
    const { life } = this;
    const rule = ruleOf(end);
    if (rule.then === 'stop') return this.fail(end, rule);
    if (rule.then === 'identify') life.loseSession('close frame');
    if (life.target.isResumeHost) life.session.host.failed('unwell');
    life.tellDisconnect(end);
    life.connectAfter(life.policy.afterFailureMs(), causeOf(end), receivedCodeOf(end));
  }

  private linkEnded(end: ConnectionEnd): void {
    const { life } = this;
    const rule = ruleOf(end);
    if (rule.then === 'stop') return this.fail(end, rule);
    const delayMs = life.delayAfterLink(true);
    this.judgeSession(rule);
    if (rule.isOurFault === true) this.blameUs(receivedCodeOf(end), rule);
    life.tellDisconnect(end);
    life.withdrawPermit();
    life.connectAfter(delayMs, causeOf(end), receivedCodeOf(end));
  }

  /** Some codes say that the session may be over: one RESUME tells, and if that ends the same way, it is. */
  private judgeSession(rule: CloseRule): void {
    const { session, stage } = this.life;
    const wasTold = session.isDoubtful && stage.name === 'Resuming' && session.sequence.sinceResume === 0;
    if (rule.then === 'identify' || (rule.then === 'resume-once' && wasTold)) this.life.loseSession('close frame');
    else if (rule.then === 'resume-once') session.isDoubtful = true;
  }

  private blameUs(closeCode: number | null, rule: OurFault): void {
    if (closeCode === 4008) this.outgoing.commands.pause(this.life.nowMs);
    this.life.note('close code of our making', `Discord closed with ${closeCode} (${rule.name}). ${rule.cure}`);
  }

  private fail(end: ConnectionEnd, rule: FatalClose): void {
    this.outgoing.close();
    this.life.fail(end, rule);
  }

  private control(op: number, d: unknown): void {
    const { life } = this;
    life.silence.lastFrameMs = life.nowMs;
    if (op === 1) return this.heartbeatRequested();
    if (op === 7) return this.reconnectRequested();
    if (op === 9) return this.sessionInvalidated(d === true);
    if (op === 10) return this.hello(d);
    if (op === 11) return this.acknowledged();
    return life.note('unknown op', `A message with the unknown op ${op} came.`);
  }

  private acknowledged(): void {
    const { life } = this;
    if (life.link === null) return;
    life.link.heartbeat.acknowledge(life.nowMs);
    life.confirmedMs = Math.max(life.confirmedMs, life.link.heartbeat.confirmedMs);
  }

  private hello(d: unknown): void {
    const { life } = this;
    if (life.stage.name !== 'Handshake') return life.unexpected('HELLO');
    const intervalMs = readIntervalMs(isRecord(d) ? d['heartbeat_interval'] : undefined);
    if (intervalMs === null) return life.giveUpHandshake('bad hello');
    const link = life.makeLink(intervalMs);
    this.outgoing.reserve(intervalMs);
    const session = life.session.value;
    if (session === null) {
      life.enter({ name: 'Queued', link }, 'hello');
      return life.act({ type: 'requestPermit' });
    }
    life.session.sequence.resume();
    life.enter({ name: 'Resuming', link, untilMs: life.nowMs + this.options.resumedTimeoutMs }, 'hello');
    this.outgoing.write({ type: 'resume', session });
  }

  private heartbeatRequested(): void {
    const { life } = this;
    if (life.link === null) return life.unexpected('a heartbeat request');
    if (life.link.heartbeat.answersRequest(life.nowMs)) return void this.outgoing.beatEarly();
    life.note('heartbeat refused', 'Discord asked for a heartbeat more than five times in ten seconds.');
  }

  private reconnectRequested(): void {
    const { life } = this;
    if (life.stage.name === 'Handshake') return life.giveUpHandshake('reconnect requested');
    if (life.link === null) return life.unexpected('a reconnect request');
    life.dropLink('reconnect requested', life.delayAfterLink(true));
  }

  private sessionInvalidated(isResumable: boolean): void {
    const { life } = this;
    // Before HELLO nothing was asked for, so this answers nothing: it is the host that is unwell.
    if (life.stage.name === 'Handshake') return life.giveUpHandshake('session invalid');
    if (life.link === null) return life.unexpected('an invalid session');
    const retryMs = isResumable && life.session.exists ? life.policy.afterResumableInvalidationMs() : null;
    if (retryMs !== null) return life.dropLink('session invalid, resumable', retryMs);
    const { stage } = life;
    const isYoung = stage.name === 'Connected' && stage.isNewSession && stage.healthyMs !== Infinity;
    const delayMs = stage.name === 'Identifying' ? life.policy.afterIdentifyMs() : life.policy.afterInvalidSessionMs(isYoung);
    life.loseSession('session invalid');
    life.dropLink('session invalid', delayMs);
  }

  private ready(d: unknown, sequence: number): void {
    const { life } = this;
    const { link } = life;
    life.silence.lastFrameMs = life.nowMs;
    if (link === null || life.stage.name === 'Queued') return life.unexpected('READY');
    const sessionId = isRecord(d) && typeof d['session_id'] === 'string' ? d['session_id'] : null;
    // A replay that goes back to the beginning of the session brings its READY once more.
    if (life.stage.name === 'Resuming' && sessionId === life.session.value?.id) return life.session.sequence.repeated();
    const resumeUrl = isRecord(d) ? d['resume_gateway_url'] : undefined;
    life.loseSession('ready');
    if (!life.session.begin(sessionId, sequence, resumeUrl)) life.refuseResumeUrl(resumeUrl);
    if (sessionId === null) life.note('ready without session', 'READY carried no session_id: the next connection has to identify.');
    life.act({ type: 'permitReady' });
    life.goLive(link, 'ready');
    life.act({ type: 'ready', sessionId });
    this.outgoing.commands.renew();
  }

  private resumed(sequence: number): void {
    const { life } = this;
    life.silence.lastFrameMs = life.nowMs;
    if (life.stage.name !== 'Resuming') return life.unexpected('RESUMED');
    life.session.sequence.follow(sequence);
    life.session.isDoubtful = false;
    life.policy.progressed();
    life.goLive(life.stage.link, 'resumed');
    this.outgoing.commands.repeat(life.confirmedMs);
    life.act({ type: 'resumed', replayed: life.session.sequence.sinceResume });
  }

  /** One unreadable text may be skipped after it broke three connections; a broken stream hides what comes after it, so then the session has to go. */
  private couldNotRead(what: 'text' | 'stream', message: string): void {
    const { life } = this;
    if (life.stage.name === 'Handshake') return life.giveUpHandshake('unreadable');
    if (life.link === null) return life.unexpected('an unreadable message');
    const after = life.session.sequence.last;
    this.unreadable = { after, strikes: this.unreadable.after === after ? this.unreadable.strikes + 1 : 1 };
    const isHopeless = this.unreadable.strikes >= STRIKES_PER_MESSAGE;
    if (isHopeless && what === 'text') return life.note('message skipped', `The message after sequence ${after} is unreadable: ${message}`);
    if (isHopeless) life.loseSession('unreadable');
    life.dropLink('unreadable', life.delayAfterLink(false));
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
