import { OptionsError, shown, type AplombError, type Clock } from '@aplomb/base';
import type { CacheReader, PermissionQueries } from '@aplomb/cache';
import type { ShardMessenger } from '@aplomb/gateway';
import type { APIVoiceState, GatewayVoiceServerUpdateDispatchData } from 'discord-api-types/v10';
import { refusalOf } from './refusalOf.js';
import { VoiceError } from './VoiceError.js';
import { VoiceSessions, type VoiceSession } from './VoiceSessions.js';
import { VoiceWait } from './VoiceWait.js';
import type { VoiceAdapterCreator, VoiceAdapterMethods, VoicePacket } from './voiceAdapter.js';

/** How the bot joins a voice channel. */
export interface JoinVoiceOptions {
  /** Whether it hears nothing. @defaultValue `false` */
  readonly selfDeaf?: boolean;
  /** Whether it says nothing. @defaultValue `false` */
  readonly selfMute?: boolean;
  /** Gives up waiting; the bot may come into the channel all the same. */
  readonly signal?: AbortSignal;
  /**
   * How long to wait for Discord, which does not answer at all where it refuses, in milliseconds.
   *
   * @defaultValue `10_000`
   */
  readonly timeoutMs?: number;
}

/** What {@link ClientVoice} needs of the client. */
export interface VoicePorts {
  readonly cache: CacheReader;
  readonly clock: Clock;
  readonly messengerFor: (guildId: string) => ShardMessenger | undefined;
  readonly permissions: PermissionQueries;
  /** The bot's own id, as far as it is known. */
  readonly userId: () => string | null;
  readonly warn: (error: AplombError) => void;
}

/** A join that Discord has not answered. */
interface Join {
  readonly channelId: string;
  readonly wait: VoiceWait<VoiceSession>;
}

const TIMEOUT_MS = 10_000;
const SNOWFLAKE = /^\d{1,20}$/;

/**
 * The bot's presence in voice channels. It joins, moves and leaves, and hands over what a voice library needs; the sound itself is that library's.
 *
 * @example
 * ```ts
 * import type { Client } from 'aplomb';
 *
 * export async function visit(client: Client, guildId: string, channelId: string): Promise<void> {
 *   const { endpoint } = await client.voice.join(guildId, channelId, { selfDeaf: true });
 *   console.log(`The sound goes over ${endpoint}`);
 *   await client.voice.leave(guildId);
 * }
 * ```
 * @see {@link https://docs.discord.com/developers/topics/voice-connections | Voice connections}
 */
export class ClientVoice {
  private readonly ports: VoicePorts;
  private readonly sessions = new VoiceSessions();
  private readonly joins = new Map<string, Join>();
  private readonly leaves = new Map<string, VoiceWait<void>>();
  private readonly adapters = new Map<string, VoiceAdapterMethods>();
  private readonly listeners = new Set<(packet: VoicePacket) => void>();
  private hasSpoken = false;

  /** @internal Clients make it. */
  constructor(ports: VoicePorts) {
    this.ports = ports;
  }

  /** The channel of a guild that the bot is in; `null` where it is in none, or came there before this process. */
  channelOf(guildId: string): string | null {
    return this.sessions.channelOf(guildId);
  }

  /** What a voice library needs to connect; `undefined` while Discord has not told all of it. */
  session(guildId: string): VoiceSession | undefined {
    return this.sessions.session(guildId, this.ports.userId() ?? '');
  }

  /**
   * Joins a voice channel, or moves there from another one of the guild. Resolves with what a voice library needs to connect.
   *
   * Discord refuses in silence. So what the cache knows is looked at first: permissions, the kind of the channel, whether it is full; and who gets no
   * answer in time is told what may be the reason.
   *
   * @throws {@link VoiceError} `VOICE_FORBIDDEN`, `VOICE_NO_ANSWER`, `VOICE_SHARD_AWAY`, `VOICE_SUPERSEDED` when another join comes before the answer,
   * `VOICE_ENDED` when the bot is disconnected meanwhile; {@link OptionsError} for ids that are none; the signal's reason
   */
  async join(guildId: string, channelId: string, options: JoinVoiceOptions = {}): Promise<VoiceSession> {
    const { selfDeaf = false, selfMute = false, signal, timeoutMs = TIMEOUT_MS } = options;
    checkIds({ guildId, channelId });
    signal?.throwIfAborted();
    const refusal = this.refusal(guildId, channelId);
    if (refusal !== null) throw refusal;
    const shard = this.shardOf(guildId);
    this.joins.get(guildId)?.wait.reject(superseded(guildId));
    const tooLate = (): VoiceError => noAnswer(channelId, timeoutMs);
    const wait = new VoiceWait<VoiceSession>({ clock: this.ports.clock, signal, timeoutMs, tooLate });
    this.joins.set(guildId, { channelId, wait });
    this.hasSpoken = true;
    try {
      await Promise.all([wait.promise, shard.updateVoiceState(guildId, { channelId, selfDeaf, selfMute })]);
      return await wait.promise;
    } finally {
      if (this.joins.get(guildId)?.wait === wait) this.joins.delete(guildId);
    }
  }

  /**
   * Leaves a guild's voice. Resolves when Discord says so, or at once where the bot is in no channel.
   *
   * @throws {@link VoiceError} `VOICE_NO_ANSWER`, `VOICE_SHARD_AWAY`
   */
  async leave(guildId: string, { signal, timeoutMs = TIMEOUT_MS }: Pick<JoinVoiceOptions, 'signal' | 'timeoutMs'> = {}): Promise<void> {
    checkIds({ guildId });
    this.joins.get(guildId)?.wait.reject(superseded(guildId));
    const shard = this.shardOf(guildId);
    const leaving = shard.updateVoiceState(guildId, { channelId: null });
    if (this.channelOf(guildId) === null) return leaving;
    const tooLate = (): VoiceError => noAnswer(null, timeoutMs);
    const wait = new VoiceWait<void>({ clock: this.ports.clock, signal, timeoutMs, tooLate });
    this.leaves.get(guildId)?.resolve();
    this.leaves.set(guildId, wait);
    await Promise.all([wait.promise, leaving]);
  }

  /**
   * What `joinVoiceChannel` of `@discordjs/voice` takes as `adapterCreator`. One library at a time looks after a guild.
   *
   * @example
   * ```ts
   * import type { Client, VoiceAdapterCreator } from 'aplomb';
   *
   * export const adapterCreatorOf = (client: Client, guildId: string): VoiceAdapterCreator => client.voice.adapter(guildId);
   * ```
   */
  adapter(guildId: string): VoiceAdapterCreator {
    checkIds({ guildId });
    return (methods) => {
      this.adapters.get(guildId)?.destroy();
      this.adapters.set(guildId, methods);
      this.hasSpoken = true;
      return {
        sendPayload: (payload) => this.sendPayload(guildId, payload),
        destroy: () => {
          if (this.adapters.get(guildId) === methods) this.adapters.delete(guildId);
        },
      };
    };
  }

  /**
   * Sends what a voice library has made, a payload of op 4, over the shard of the guild. False when that shard does not run here; the rest is told as a
   * warning, as libraries expect no promise.
   */
  sendPayload(guildId: string, payload: unknown): boolean {
    const shard = this.ports.messengerFor(guildId);
    const command = voiceCommand(payload);
    if (shard === undefined || command === null) return false;
    this.hasSpoken = true;
    shard.send(4, command).catch((cause: unknown) => {
      this.ports.warn(cause as AplombError);
    });
    return true;
  }

  /**
   * Calls a listener with every dispatch about voice, as it came: what Lavalink clients want to hear. Returns what ends it.
   *
   * @example
   * ```ts
   * import type { Client } from 'aplomb';
   *
   * export function connectLavalink(client: Client, lavalink: { sendRawData(packet: unknown): unknown }): () => void {
   *   return client.voice.onPacket((packet) => void lavalink.sendRawData(packet));
   * }
   * ```
   */
  onPacket(listener: (packet: VoicePacket) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether a dispatch must be parsed for this. @internal */
  wants(type: string): boolean {
    return (this.hasSpoken || this.listeners.size > 0) && (type === 'VOICE_STATE_UPDATE' || type === 'VOICE_SERVER_UPDATE');
  }

  /** A dispatch came. @internal */
  hear(type: string, data: unknown): void {
    if (!this.wants(type)) return;
    if (type === 'VOICE_SERVER_UPDATE') this.hearServer(data as GatewayVoiceServerUpdateDispatchData);
    else this.hearState(data as APIVoiceState);
    for (const listener of [...this.listeners])
      this.safely(() => {
        listener({ op: 0, t: type as VoicePacket['t'], d: data });
      });
  }

  /** The client ends: nobody is answered any more. @internal */
  close(): void {
    const over = (): VoiceError => ended('The client was shut down.');
    for (const { wait } of this.joins.values()) wait.reject(over());
    for (const wait of this.leaves.values()) wait.resolve();
    for (const adapter of this.adapters.values())
      this.safely(() => {
        adapter.destroy();
      });
    this.adapters.clear();
  }

  private hearServer(data: GatewayVoiceServerUpdateDispatchData): void {
    const { endpoint, guild_id: guildId, token } = data;
    this.sessions.server({ endpoint, guildId, token });
    this.adapterOf(guildId, (adapter) => {
      adapter.onVoiceServerUpdate(data);
    });
    this.complete(guildId);
  }

  private hearState(data: APIVoiceState): void {
    const { channel_id: channelId, guild_id: guildId, session_id: sessionId, user_id: userId } = data;
    if (guildId === undefined || userId !== this.ports.userId()) return;
    this.sessions.state({ channelId, guildId, sessionId });
    this.adapterOf(guildId, (adapter) => {
      adapter.onVoiceStateUpdate(data);
    });
    if (channelId === null) this.left(guildId);
    else this.complete(guildId);
  }

  private left(guildId: string): void {
    this.leaves.get(guildId)?.resolve();
    this.leaves.delete(guildId);
    this.joins.get(guildId)?.wait.reject(ended('The bot was disconnected from voice while it was joining.'));
  }

  private complete(guildId: string): void {
    const join = this.joins.get(guildId);
    const session = this.session(guildId);
    if (session !== undefined && session.channelId === join?.channelId) join.wait.resolve(session);
  }

  private refusal(guildId: string, channelId: string): VoiceError | null {
    const { cache, permissions, userId } = this.ports;
    return refusalOf({ cache, channelId, guildId, permissions, userId: userId() });
  }

  private shardOf(guildId: string): ShardMessenger {
    const shard = this.ports.messengerFor(guildId);
    if (shard !== undefined) return shard;
    throw new VoiceError('VOICE_SHARD_AWAY', {
      what: `The shard of guild ${guildId} does not run here.`,
      cure: 'Start the client first, or ask the instance that runs this shard.',
    });
  }

  private adapterOf(guildId: string, tell: (adapter: VoiceAdapterMethods) => void): void {
    const adapter = this.adapters.get(guildId);
    if (adapter !== undefined)
      this.safely(() => {
        tell(adapter);
      });
  }

  /** A voice library that throws must not stop the socket. */
  private safely(tell: () => void): void {
    try {
      tell();
    } catch (cause) {
      this.ports.warn(
        new VoiceError('VOICE_LIBRARY_FAILED', {
          what: 'A voice library threw while it was told an event.',
          cure: 'Mend it, or its version.',
          cause,
        }),
      );
    }
  }
}

/** The payload of op 4, as the library wrote it: whole, or its `d` alone. */
function voiceCommand(payload: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { op, d } = payload as { readonly op?: unknown; readonly d?: unknown };
  if (op === 4 && typeof d === 'object' && d !== null) return d as Readonly<Record<string, unknown>>;
  return op === undefined && 'guild_id' in payload ? payload : null;
}

function checkIds(ids: Readonly<Record<string, unknown>>): void {
  for (const [name, id] of Object.entries(ids)) {
    if (typeof id === 'string' && SNOWFLAKE.test(id)) continue;
    throw new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${shown(id)}, which is no id.`, cure: 'Give the digits as a text.' });
  }
}

function superseded(guildId: string): VoiceError {
  return new VoiceError('VOICE_SUPERSEDED', {
    what: `The bot was told to go elsewhere in guild ${guildId} before Discord had answered.`,
    cure: 'Await one join before the next, or ignore this.',
  });
}

function ended(what: string): VoiceError {
  return new VoiceError('VOICE_ENDED', { what, cure: 'Look at who did it in the audit log; join again if the bot is to stay.' });
}

function noAnswer(channelId: string | null, timeoutMs: number): VoiceError {
  const where = channelId === null ? 'about leaving voice' : `about joining channel ${channelId}`;
  return new VoiceError('VOICE_NO_ANSWER', {
    what: `Discord did not answer ${where} within ${String(timeoutMs)} ms. It refuses in silence.`,
    cure: 'Look whether the bot may see the channel and connect (VIEW_CHANNEL, CONNECT), whether it is full or gone, and whether the shard is connected.',
  });
}
