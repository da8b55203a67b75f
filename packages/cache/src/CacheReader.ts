import type { Cache } from './Cache.js';

/**
 * The part of a {@link Cache} that reads. Whoever only reads takes this, so that something can stand before the cache: what an event took out is still
 * there for the handlers of that event.
 */
export type CacheReader = Pick<
  Cache,
  | 'all'
  | 'application'
  | 'channel'
  | 'count'
  | 'get'
  | 'guild'
  | 'guildData'
  | 'guilds'
  | 'isAvailable'
  | 'member'
  | 'memberData'
  | 'message'
  | 'messages'
  | 'privateChannels'
  | 'role'
  | 'selfId'
  | 'threadMembers'
  | 'user'
>;
