import type { APIGuildMember, GatewayGuildCreateDispatchData, GatewayPresenceUpdate } from 'discord-api-types/v10';
import { GatewayState, type GatewayStateOptions } from '../../src/gateway/GatewayState.js';
import type { BotVoiceAnswer, BotVoiceRequest, ChannelInfo, WorldEvent } from '../../src/gateway/GatewayWorld.js';
import type { SessionAction } from '../../src/gateway/SessionAction.js';
import { SessionMachine } from '../../src/gateway/SessionMachine.js';
import type { SessionInput } from '../../src/gateway/SessionInput.js';
import { StillWorld } from '../../src/gateway/StillWorld.js';

export const TOKEN = 'the-token';
export const ALL = 53_608_447;

/** Guild ids whose shard is known: `guildOn(2)` lies on shard 2 of every total above 2. */
export function guildOn(shard: number): string {
  return String(BigInt(shard) << 22n);
}

/** A world whose members and voice a test chooses. */
export class ChosenWorld extends StillWorld {
  everyone: APIGuildMember[] = [];
  online: GatewayPresenceUpdate[] = [];
  channels: ChannelInfo[] = [];
  voice: ((request: BotVoiceRequest) => BotVoiceAnswer | null) | null = null;
  down = new Set<string>();

  override members(): readonly APIGuildMember[] {
    return this.everyone;
  }

  override presences(): readonly GatewayPresenceUpdate[] {
    return this.online;
  }

  override channelInfo(): readonly ChannelInfo[] {
    return this.channels;
  }

  override updateBotVoice(request?: BotVoiceRequest): BotVoiceAnswer | null {
    return request === undefined ? null : (this.voice?.(request) ?? null);
  }

  override guildCreatePayload(guildId: string): GatewayGuildCreateDispatchData | null {
    const guild = this.down.has(guildId) ? null : super.guildCreatePayload(guildId);
    if (guild === null) return null;
    return { ...guild, members: this.everyone, presences: this.online, member_count: Math.max(1, this.everyone.length) };
  }
}

export function member(id: string, username = `user${id}`): APIGuildMember {
  return {
    user: { id, username, discriminator: '0', global_name: null, avatar: null },
    roles: [],
    nick: null,
  } as unknown as APIGuildMember;
}

export interface Received {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Record<string, unknown>;
}

/** Connections of one gateway in virtual time. */
export class MachineBench {
  nowMs = 1_000;
  readonly world: ChosenWorld;
  readonly state: GatewayState;
  private readonly wires = new Map<number, Wire>();

  constructor(options: Partial<GatewayStateOptions> = {}, guildIds: readonly string[] = [guildOn(0)]) {
    this.world = new ChosenWorld(guildIds);
    this.state = new GatewayState({ token: TOKEN, world: this.world, ...options });
  }

  connect(version = 10): Wire {
    const wire = new Wire(this, new SessionMachine(this.state, { version, isStreamCompressed: false }));
    this.wires.set(wire.machine.connectionId, wire);
    wire.feed({ type: 'opened' });
    return wire;
  }

  /** A connection that has identified. */
  live(extra: Readonly<Record<string, unknown>> = {}): Wire {
    const wire = this.connect();
    wire.identify(extra);
    return wire;
  }

  publish(event: WorldEvent): void {
    for (const { to, action } of this.state.publish(event, this.nowMs)) this.wires.get(to)?.take(action);
  }

  dispatch(t: string, d: unknown = {}): void {
    for (const { to, action } of this.state.dispatch(t, JSON.stringify(d), {}, this.nowMs)) this.wires.get(to)?.take(action);
  }

  forward(to: number, action: SessionAction): void {
    this.wires.get(to)?.take(action);
  }

  /** Lets time pass; each deadline is met at its instant. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const due = [...this.wires.values()].map((wire) => [wire.machine.deadlineMs ?? Infinity, wire] as const).sort(([a], [b]) => a - b)[0];
      if (due === undefined || due[0] > untilMs) break;
      this.nowMs = Math.max(this.nowMs, due[0]);
      due[1].feed({ type: 'deadline' });
    }
    this.nowMs = untilMs;
  }
}

/** The client's end of one connection: it records. */
export class Wire {
  readonly received: Received[] = [];
  closed: number | null = null;
  dropped = false;
  readonly machine: SessionMachine;
  private readonly bench: MachineBench;

  constructor(bench: MachineBench, machine: SessionMachine) {
    this.bench = bench;
    this.machine = machine;
  }

  feed(input: SessionInput): void {
    for (const action of this.machine.handle(input, this.bench.nowMs)) {
      if (action.type === 'forward') this.bench.forward(action.to, action.action);
      else this.take(action);
    }
  }

  take(action: SessionAction): void {
    if (action.type === 'send') this.received.push(JSON.parse(action.text) as Received);
    else if (action.type === 'close') this.closed = action.code;
    else if (action.type === 'drop') this.dropped = true;
  }

  send(op: number, d: unknown): void {
    this.feed({ type: 'payload', text: JSON.stringify({ op, d }) });
  }

  identify(extra: Readonly<Record<string, unknown>> = {}): void {
    this.send(2, { token: TOKEN, intents: ALL, properties: { os: '', browser: '', device: '' }, ...extra });
  }

  resume(sessionId: string, seq: unknown, token = TOKEN): void {
    this.send(6, { token, session_id: sessionId, seq });
  }

  leave(code: number | null): void {
    this.feed({ type: 'closed', code });
  }

  get sessionId(): string {
    return String(this.of('READY')[0]?.d['session_id']);
  }

  /** Everything received with that op or event name. */
  of(what: number | string): readonly Received[] {
    return this.received.filter(({ op, t }) => op === what || t === what);
  }

  /** The names of the dispatches, in order. */
  get events(): readonly (string | null)[] {
    return this.received.filter(({ op }) => op === 0).map(({ t }) => t);
  }

  /** The last thing received. */
  get last(): Received | undefined {
    return this.received.at(-1);
  }
}
