import { refuseUnknownOptions, OptionsError, Secret } from '@aplomb/base';
import { FaultPlan } from '../faults/FaultPlan.js';
import { GatewayJournal } from './GatewayJournal.js';
import { GatewaySession, type NumberedDispatch, type SessionTraits } from './GatewaySession.js';
import type { GatewayWorld, WorldEvent } from './GatewayWorld.js';
import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { IdentifyLimits, type StartLimitOptions } from './IdentifyLimits.js';
import { PRIVILEGED_INTENTS } from './intents.js';
import type { ForwardAction } from './SessionAction.js';
import { SessionRegistry } from './SessionRegistry.js';
import { guildAsSeenBy } from './guildAsSeenBy.js';
import { isContentHidden, isVisible, withoutContent } from './visibility.js';

/** How strict and how large this Discord is. All times in milliseconds. */
export interface GatewayStateOptions {
  /** The bot's token; any other is refused with 4004. */
  readonly token: string;
  /** The world that the gateway speaks about. */
  readonly world: GatewayWorld;
  /**
   * How long after op 7 Discord closes by itself.
   *
   * @defaultValue `5_000`
   */
  readonly closeAfterReconnectMs?: number;
  /**
   * What HELLO asks for.
   *
   * @defaultValue `41_250`
   */
  readonly heartbeatIntervalMs?: number;
  /**
   * How long the server waits before HELLO. A planned `helloDelayMs` comes in its place.
   *
   * @defaultValue `0`
   */
  readonly helloDelayMs?: number;
  /**
   * The most guilds that one shard may have; more are refused with 4011.
   *
   * @defaultValue `2_500`
   */
  readonly maxGuildsPerShard?: number;
  /**
   * Members per GUILD_MEMBERS_CHUNK.
   *
   * @defaultValue `1_000`
   */
  readonly membersPerChunk?: number;
  /**
   * The privileged intents that are switched on for the application, as bits.
   *
   * @defaultValue all three
   */
  readonly privilegedIntents?: number;
  /**
   * Where session ids come from: numbers in [0, 1).
   *
   * @defaultValue `Math.random`
   */
  readonly random?: () => number;
  /**
   * How many characters the dispatches of a session have that can be replayed; of more the oldest are forgotten.
   *
   * @defaultValue `4_194_304`
   */
  readonly replayCharacters?: number;
  /**
   * How many dispatches of a session can be replayed; of more the oldest are forgotten.
   *
   * @defaultValue `20_000`
   */
  readonly replayLimit?: number;
  /**
   * The least total of shards; less is refused with 4011.
   *
   * @defaultValue `1`
   */
  readonly requiredShards?: number;
  /**
   * The URL that READY tells to resume at.
   *
   * @defaultValue `wss://gateway-fake.discord.gg`
   */
  readonly resumeUrl?: string;
  /**
   * How long a session without a connection can be resumed.
   *
   * @defaultValue `180_000`
   */
  readonly sessionRetentionMs?: number;
  /**
   * What `GET /gateway/bot` tells of IDENTIFYs, and what is enforced.
   *
   * @defaultValue 1,000 a day, all left, one per 5 seconds
   */
  readonly startLimit?: Partial<StartLimitOptions>;
}

const DEFAULTS = {
  closeAfterReconnectMs: 5_000,
  heartbeatIntervalMs: 41_250,
  helloDelayMs: 0,
  maxGuildsPerShard: 2_500,
  membersPerChunk: 1_000,
  privilegedIntents: PRIVILEGED_INTENTS,
  random: Math.random,
  replayCharacters: 4_194_304,
  replayLimit: 20_000,
  requiredShards: 1,
  resumeUrl: 'wss://gateway-fake.discord.gg',
  sessionRetentionMs: 180_000,
  startLimit: {} as Partial<StartLimitOptions>,
};

type Settings = Readonly<Omit<typeof DEFAULTS, 'resumeUrl' | 'startLimit'>>;

/** Whom a dispatch goes to that no world event made. Without either: every session. */
export interface DispatchTarget {
  readonly shardId?: number;
  readonly sessionId?: string;
}

/**
 * What Discord knows of one bot, over all its connections: sessions, limits, planned faults and the journal. It is a plain value without
 * sockets or timers; a {@link SessionMachine} per connection works on it.
 */
export class GatewayState {
  readonly world: GatewayWorld;
  readonly settings: Settings;
  readonly sessions: SessionRegistry;
  readonly limits: IdentifyLimits;
  readonly journal = new GatewayJournal();
  readonly faults = new FaultPlan();
  /** When each guild's whole member list was last asked for. */
  readonly memberListsAskedAtMs = new Map<string, number>();
  /** The URL that READY tells to resume at. */
  resumeUrl: string;
  private readonly token: Secret;
  private connections = 0;

  constructor(options: GatewayStateOptions) {
    const { token, world, resumeUrl, startLimit, ...settings } = resolveOptions(options);
    this.world = world;
    this.token = new Secret(token);
    this.resumeUrl = resumeUrl;
    this.settings = settings;
    this.sessions = new SessionRegistry(settings.sessionRetentionMs);
    this.limits = new IdentifyLimits(startLimit);
  }

  /** The number of the next connection. */
  nextConnectionId(): number {
    this.connections += 1;
    return this.connections;
  }

  /**
   * Discord takes the bare token, and the one with `Bot` before it that REST wants: eris sends that.
   *
   * @see {@link https://github.com/discord/discord-api-docs/issues/119#issuecomment-245772465 | Both are taken}
   */
  isToken(text: unknown): boolean {
    const token = this.token.reveal();
    return text === token || text === `Bot ${token}`;
  }

  /** A new session, without a connection as yet. */
  startSession(traits: Omit<SessionTraits, 'id' | 'replayCharacters' | 'replayLimit'>, nowMs: number): GatewaySession {
    const { random, replayCharacters, replayLimit } = this.settings;
    const { shardId, total, intents, largeThreshold } = traits;
    const kept = { replayCharacters, replayLimit };
    const session = new GatewaySession({ id: sessionId(random), shardId, total, intents, largeThreshold, ...kept });
    session.detachedAtMs = nowMs;
    this.sessions.sweep(nowMs);
    this.sessions.add(session);
    return session;
  }

  /** Tells every session that may hear of it. Returns what is to be sent, by connection; sessions without one keep it for their RESUME. */
  publish(event: WorldEvent, nowMs: number): readonly ForwardAction[] {
    const botId = this.world.botUser.id;
    const out: ForwardAction[] = [];
    let whole: string | undefined;
    this.sessions.forEachHearing(event.guildId, nowMs, (session) => {
      const viewer = { botId, intents: session.intents, largeThreshold: session.largeThreshold };
      if (!isVisible(event, viewer)) return;
      if (isFullGuild(event)) deliver(session, event.t, JSON.stringify(guildAsSeenBy(event.d, viewer)), out);
      else if (isContentHidden(event, viewer)) deliver(session, event.t, JSON.stringify(withoutContent(event.t, event.d, botId)), out);
      else deliver(session, event.t, (whole ??= JSON.stringify(event.d ?? null)), out);
    });
    return out;
  }

  /** Sends a dispatch of any name and content to sessions, whatever their intents and guilds. `json` is the text of `d`. */
  dispatch(t: string, json: string, target: DispatchTarget, nowMs: number): readonly ForwardAction[] {
    const out: ForwardAction[] = [];
    this.sessions.sweep(nowMs);
    for (const session of this.sessions.all) {
      if (target.shardId !== undefined && session.shardId !== target.shardId) continue;
      if (target.sessionId !== undefined && session.id !== target.sessionId) continue;
      deliver(session, t, json, out);
    }
    return out;
  }
}

/** The action that sends a numbered dispatch. */
export function dispatchAction({ t, s, text }: NumberedDispatch): { type: 'send'; op: 0; t: string; s: number; text: string } {
  return { type: 'send', op: 0, t, s, text };
}

/** 32 hexadecimal digits, as Discord's. */
function sessionId(random: () => number): string {
  return Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
}

function deliver(session: GatewaySession, t: string, json: string, out: ForwardAction[]): void {
  const dispatch = session.append(t, json);
  const { listener } = session;
  if (listener !== null && !listener.held) out.push({ type: 'forward', to: listener.connectionId, action: dispatchAction(dispatch) });
}

function isFullGuild(event: WorldEvent): event is WorldEvent & { readonly d: GatewayGuildCreateDispatchData } {
  return event.t === 'GUILD_CREATE' && typeof event.d === 'object' && event.d !== null && 'members' in event.d && 'presences' in event.d;
}

function resolveOptions(given: GatewayStateOptions): Settings & {
  readonly token: string;
  readonly world: GatewayWorld;
  readonly resumeUrl: string;
  readonly startLimit: StartLimitOptions;
} {
  refuseUnknownOptions('GatewayState', given, ['token', 'world', ...Object.keys(DEFAULTS)]);
  const options = { ...DEFAULTS, ...given };
  const limits = { total: 1_000, remaining: options.startLimit.total ?? 1_000, resetAfterMs: 86_400_000, maxConcurrency: 1 };
  const startLimit = { ...limits, ...options.startLimit };
  requirePositive('heartbeatIntervalMs', options.heartbeatIntervalMs);
  requireNotNegative('helloDelayMs', options.helloDelayMs);
  requirePositive('membersPerChunk', options.membersPerChunk);
  requirePositive('startLimit.maxConcurrency', startLimit.maxConcurrency);
  return { ...options, startLimit };
}

function requirePositive(name: string, value: unknown): void {
  if (typeof value === 'number' && value > 0) return;
  throw new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${String(value)}.`, cure: 'Give a number above 0.' });
}

function requireNotNegative(name: string, value: unknown): void {
  if (typeof value === 'number' && value >= 0) return;
  throw new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${String(value)}.`, cure: 'Give a number of at least 0.' });
}
