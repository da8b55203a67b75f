import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { GatewayError } from '../errors.js';
import type { EventFilter } from '../shard/ShardOptions.js';
import type { ShardMessenger } from '../sharding/ShardMessenger.js';
import type { VoiceGatewayManager } from './VoiceGatewayManager.js';

const VOICE_EVENTS: ReadonlySet<string> = new Set(['VOICE_SERVER_UPDATE', 'VOICE_STATE_UPDATE']);

/** `events`, and those that a voice library needs. */
export function withVoiceEvents(events: EventFilter | undefined): EventFilter | undefined {
  return events === undefined ? undefined : { has: (type) => VOICE_EVENTS.has(type) || events.has(type) };
}

/** Tells a {@link VoiceGatewayManager} what concerns it. What that throws goes no further. */
export class VoiceLink {
  private readonly voice: VoiceGatewayManager;
  private readonly onWarn: (error: GatewayError) => void;
  private userId: string | null = null;
  private shardCount = 0;
  private readonly registered = new Set<number>();

  constructor(voice: VoiceGatewayManager, onWarn: (error: GatewayError) => void) {
    this.voice = voice;
    this.onWarn = onWarn;
  }

  /** A shard has a session, new or taken over from an earlier process or layout. `userId` is `null` where it was told before. */
  sessionBegan(sender: ShardMessenger, shardCount: number, userId: string | null): void {
    this.safely(() => {
      this.introduce(shardCount, userId ?? this.userId);
    });
    this.registered.add(sender.shardId);
    this.safely(() => {
      this.voice.registerShard(sender.shardId, sender);
    });
  }

  /** A shard has ended. */
  ended(shardId: number): void {
    if (!this.registered.delete(shardId)) return;
    this.safely(() => {
      this.voice.deregisterShard(shardId);
    });
  }

  dispatch({ t, d }: GatewayDispatchPayload): void {
    if (!VOICE_EVENTS.has(t)) return;
    this.safely(() => {
      if (t === 'VOICE_SERVER_UPDATE') this.voice.serverUpdate(d.guild_id, d.endpoint, d.token);
      else if (t === 'VOICE_STATE_UPDATE' && d.user_id === this.userId && d.guild_id !== undefined) this.voice.stateUpdate(d.guild_id, d);
    });
  }

  private introduce(shardCount: number, userId: string | null): void {
    if (userId === null || (userId === this.userId && shardCount === this.shardCount)) return;
    this.userId = userId;
    this.shardCount = shardCount;
    this.voice.initialise(shardCount, userId);
  }

  private safely(tell: () => void): void {
    try {
      tell();
    } catch (cause) {
      this.onWarn(
        new GatewayError('LISTENER_THREW', { what: 'The voice manager threw.', cure: 'Mend it, or its version; the shards go on.', cause }),
      );
    }
  }
}
