import { ConnectPacer } from '../../src/shard/ConnectPacer.js';
import type { CommandOutcome } from '../../src/shard/CommandQueue.js';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import type { ShardAction } from '../../src/shard/ShardAction.js';
import type { ShardInput } from '../../src/shard/ShardInput.js';
import { ShardProtocol } from '../../src/shard/ShardProtocol.js';
import { protocolDefaults, type ShardProtocolOptions } from '../../src/shard/ShardProtocolOptions.js';
import type { ConnectionEnd } from '../../src/transport/GatewayTransport.js';
import { LifeWatch } from './LifeWatch.js';

export const MAIN_URL = 'wss://gateway.discord.gg/?v=10&encoding=json';
/** What READY says, and where that leads: the query belongs to every connect. */
export const RESUME_URL = 'wss://gateway-us-east1-b.discord.gg';
export const RESUME_AT = `${RESUME_URL}/?v=10&encoding=json`;
export const INTERVAL_MS = 41_250;
const WALL_MS = Date.UTC(2026, 0, 1);

export type ActionOf<Type extends ShardAction['type']> = Extract<ShardAction, { readonly type: Type }>;

/** A shard's protocol in virtual time, with a peer that says what a test makes it say. Every step is watched by {@link LifeWatch}. */
export class ProtocolRig {
  readonly protocol: ShardProtocol;
  readonly watch: LifeWatch;
  /** Everything that was to be done, with its instant. */
  readonly log: { readonly atMs: number; readonly action: ShardAction }[] = [];
  nowMs = 0;
  /** What the socket's counters say, and what is left of the daily IDENTIFYs. */
  world = { bytesReceived: 0, bytesBuffered: 0, identifyBudgetLeft: 1 };
  /** Plays the peer: called for each action, after its step. */
  peer: (action: ShardAction) => void = () => undefined;
  private wallOffsetMs = WALL_MS;
  private taken = 0;
  private readonly plans: { readonly atMs: number; readonly deed: () => void }[] = [];

  constructor(options: Partial<ShardProtocolOptions> = {}) {
    this.protocol = new ShardProtocol({
      ...protocolDefaults,
      id: 0,
      url: MAIN_URL,
      followsResumeUrl: true,
      presence: undefined,
      rateLimitCommands: true,
      random: () => 0,
      pacer: new ConnectPacer(),
      ...options,
    });
    this.watch = new LifeWatch(this.protocol);
  }

  get stage(): ConnectionStage {
    return this.protocol.stage;
  }

  // --- Inputs --------------------------------------------------------------------------------------------------------------------------------

  /** Feeds one input and returns what is to be done. */
  feed(input: ShardInput): readonly ShardAction[] {
    const actions = this.protocol.handle(input, this.nowMs);
    this.watch.step(input, actions, this.nowMs);
    for (const action of actions) this.log.push({ atMs: this.nowMs, action });
    for (const action of actions) this.peer(action);
    return actions;
  }

  /** A dispatch with this sequence; says whether it is delivered. */
  dispatch(sequence: number): boolean {
    return this.protocol.receive(sequence, this.nowMs);
  }

  control(op: number, d: unknown = null): readonly ShardAction[] {
    return this.feed({ type: 'control', op, d });
  }

  start(): this {
    this.feed({ type: 'start' });
    return this;
  }

  open(): this {
    this.feed({ type: 'opened' });
    return this;
  }

  hello(intervalMs: unknown = INTERVAL_MS): this {
    this.control(10, { heartbeat_interval: intervalMs });
    return this;
  }

  permit(): this {
    this.feed({ type: 'permit' });
    return this;
  }

  ready(sessionId = 's1', sequence = 1, resumeUrl: unknown = RESUME_URL): this {
    this.feed({ type: 'ready', d: { session_id: sessionId, resume_gateway_url: resumeUrl }, sequence });
    return this;
  }

  resumed(sequence = this.protocol.sequences.last + 1): this {
    this.feed({ type: 'resumed', sequence });
    return this;
  }

  ack(): this {
    this.control(11);
    return this;
  }

  closed(end: ConnectionEnd | number = { type: 'dropped', message: 'the socket ended' }): readonly ShardAction[] {
    return this.feed({ type: 'closed', end: typeof end === 'number' ? { type: 'close-frame', code: end, reason: '' } : end });
  }

  command(id: number, text = `{"op":8,"d":${id}}`, expiresMs = this.nowMs + 30_000): readonly ShardAction[] {
    return this.feed({ type: 'command', command: { id, text, expiresMs } });
  }

  presence(name: string): readonly ShardAction[] {
    return this.feed({ type: 'presence', text: `{"op":3,"d":"${name}"}`, payload: name });
  }

  /** The deadline input, as the driver makes it. */
  deadline(): readonly ShardAction[] {
    return this.feed({ type: 'deadline', wallMs: this.nowMs + this.wallOffsetMs, ...this.world });
  }

  // --- Time ----------------------------------------------------------------------------------------------------------------------------------

  /** Does `deed` in `ms`, while time is wound. */
  later(ms: number, deed: () => void): void {
    const plan = { atMs: this.nowMs + ms, deed };
    const index = this.plans.findIndex(({ atMs }) => atMs > plan.atMs);
    this.plans.splice(index === -1 ? this.plans.length : index, 0, plan);
  }

  /** Winds time by `ms`: each plan and each deadline at its instant. */
  wind(ms: number): this {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const planMs = this.plans[0]?.atMs ?? Infinity;
      const dueMs = Math.max(this.protocol.deadlineMs ?? Infinity, this.nowMs);
      if (Math.min(planMs, dueMs) > untilMs) break;
      this.nowMs = Math.min(planMs, dueMs);
      if (planMs <= dueMs) this.plans.shift()?.deed();
      else this.deadline();
    }
    this.nowMs = untilMs;
    return this;
  }

  /** Winds until this stage is reached, an hour at most. */
  windTo(stage: ConnectionStage): this {
    const giveUpMs = this.nowMs + 3_600_000;
    while (this.stage !== stage && this.protocol.deadlineMs !== null && this.protocol.deadlineMs <= giveUpMs) {
      this.nowMs = Math.max(this.nowMs, this.protocol.deadlineMs);
      this.deadline();
    }
    return this;
  }

  /** The process stands still for `ms`, then finds its deadline late. */
  stall(ms: number): readonly ShardAction[] {
    this.nowMs += ms;
    return this.deadline();
  }

  /** The machine is suspended: the wall clock runs on, monotonic time does not. */
  suspend(ms: number): void {
    this.wallOffsetMs += ms;
  }

  // --- What came of it -----------------------------------------------------------------------------------------------------------------------

  /** All actions of one type. */
  all<Type extends ShardAction['type']>(type: Type): ActionOf<Type>[] {
    return this.log.map(({ action }) => action).filter((action): action is ActionOf<Type> => action.type === type);
  }

  count(type: ShardAction['type']): number {
    return this.all(type).length;
  }

  /** The instants of all actions of these types. */
  instants(...types: readonly ShardAction['type'][]): number[] {
    return this.log.filter(({ action }) => types.includes(action.type)).map(({ atMs }) => atMs);
  }

  /** What was done since the last look, without what only tells. */
  deeds(): string[] {
    const news = this.log.slice(this.taken).map(({ action }) => deedOf(action));
    this.taken = this.log.length;
    return news.filter((deed) => deed !== null);
  }

  /** Forgets what was done so far. */
  forget(): this {
    this.taken = this.log.length;
    return this;
  }

  /** The texts that were written, heartbeats left out. */
  get texts(): string[] {
    return this.all('send')
      .map(({ text }) => text)
      .filter((text) => !text.startsWith('{"op":1,'));
  }

  /** What became of the commands. */
  get outcomes(): Readonly<Record<number, CommandOutcome>> {
    return Object.fromEntries(this.all('settle').map(({ command }) => [command.id, command.outcome]));
  }

  /** Kinds of notes so far. */
  get notes(): string[] {
    return this.all('note').map(({ note }) => note.kind);
  }

  get lastStage(): ActionOf<'stage'>['event'] | undefined {
    return this.all('stage').at(-1)?.event;
  }
}

const told: readonly ShardAction['type'][] = [
  'stage',
  'note',
  'disconnect',
  'sessionLost',
  'ready',
  'resumed',
  'waitingForReady',
  'saveSession',
  'settle',
];

function deedOf(action: ShardAction): string | null {
  if (told.includes(action.type)) return null;
  if (action.type === 'connect') return `connect ${action.url}`;
  if (action.type === 'send') return `send ${action.text}`;
  if (action.type === 'resume') return `resume ${action.session.id} at ${action.session.sequence}`;
  if (action.type === 'release' || action.type === 'closeSocket') return `${action.type} ${action.code}`;
  return action.type;
}
