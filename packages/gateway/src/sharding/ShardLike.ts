import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { EventEmitter } from 'eventemitter3';
import type { Shard } from '../shard/Shard.js';
import type { ShardEvents } from '../shard/shardEvents.js';

/** What a {@link ShardManager} needs of a shard. A {@link Shard} is one. */
export type ShardLike = EventEmitter<ShardEvents> &
  AsyncIterable<GatewayDispatchPayload> &
  Pick<
    Shard,
    | 'chunkGuild'
    | 'close'
    | 'command'
    | 'commandBudget'
    | 'id'
    | 'inflater'
    | 'isShutDown'
    | 'latency'
    | 'presence'
    | 'reconnect'
    | 'requestMembers'
    | 'resumeUrl'
    | 'session'
    | 'stage'
    | 'start'
    | 'total'
  >;
