import type { APIVoiceState } from 'discord-api-types/v10';
import type { ShardMessenger } from '../sharding/ShardMessenger.js';

/**
 * The seam for voice: what a voice library has to know of the gateway. aplomb speaks no voice itself; a library implements this port, asks with
 * {@link ShardMessenger.updateVoiceState}, and is told Discord's answers before any handler is.
 *
 * Every call is synchronous and in the order of the wire. What it throws is reported as a warning and goes no further.
 *
 * @see {@link https://docs.discord.com/developers/topics/voice-connections | Voice connections}
 */
export interface VoiceGatewayManager {
  /** The first READY came: who the bot is, and how many shards it has. Called again when the number of shards has changed. */
  initialise(shardCount: number, userId: string): void;
  /** A shard has a session: op 4 can be sent through `sender`. Called again with each new session. */
  registerShard(shardId: number, sender: ShardMessenger): void;
  /** A shard has ended for good. */
  deregisterShard(shardId: number): void;
  /** VOICE_SERVER_UPDATE. `endpoint` is `null` while the voice server is away. */
  serverUpdate(guildId: string, endpoint: string | null, token: string): void;
  /** VOICE_STATE_UPDATE of the bot itself. */
  stateUpdate(guildId: string, voiceState: APIVoiceState): void;
}
