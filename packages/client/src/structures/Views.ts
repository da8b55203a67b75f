import type { Clock } from '@aplomb/base';
import { PermissionQueries, permissionReaderOf, type CacheReader, type Removed } from '@aplomb/cache';
import type { ShardMessenger } from '@aplomb/gateway';
import type { Rest } from '@aplomb/rest';
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { Message } from './message/Message.js';
import { withRemoved } from './withRemoved.js';
import type { Source } from './View.js';

/** What views need of the client. */
export interface ViewPorts {
  readonly cache: CacheReader;
  readonly clock: Clock;
  readonly rest: Rest;
  /** The id of the bot's application; `null` before it is known. */
  readonly applicationId: () => string | null;
  /** Speaks to the shard of a guild; `undefined` while that shard does not run here. */
  readonly messengerFor: (guildId: string) => ShardMessenger | undefined;
}

/**
 * Makes every view, and is the only place that knows all of their classes: the views import each other as types only. It is also what a view reaches the
 * rest of the world through.
 */
export class Views {
  readonly cache: CacheReader;
  readonly permissions: PermissionQueries;
  readonly ports: ViewPorts;
  readonly rest: Rest;

  constructor(ports: ViewPorts) {
    this.cache = ports.cache;
    this.ports = ports;
    this.rest = ports.rest;
    this.permissions = new PermissionQueries(permissionReaderOf(ports.cache), ports.clock);
  }

  /** Views that still see what an event took out: the channels of a guild that was left. */
  seeing(removed: Removed): Views {
    return new Views({ ...this.ports, cache: withRemoved(this.cache, removed) });
  }

  message(source: Source<GatewayMessageCreateDispatchData>): Message {
    return new Message(source, this);
  }
}
