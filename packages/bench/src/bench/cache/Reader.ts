import { channelData, roleData, type Cache } from '@aplomb/cache';
import type { Json } from './guildPayload.js';

/** Reads what a library keeps through its public API, in Discord's words; `undefined` when it is not there. */
export interface Reader {
  member(guildId: string, userId: string): Json | undefined;
  channel(guildId: string, channelId: string): Json | undefined;
  role(guildId: string, roleId: string): Json | undefined;
}

/** Reads our cache. */
export function readerOf(cache: Cache): Reader {
  return {
    member: (guildId, userId) => cache.memberData(guildId, userId) as Json | undefined,
    channel: (_guildId, channelId) => {
      const record = cache.channel(channelId);
      if (record === undefined) return undefined;
      const { guild_id: _added, ...sent } = channelData(record) as unknown as Json;
      return sent;
    },
    role: (guildId, roleId) => {
      const record = cache.role(guildId, roleId);
      return record && (roleData(record) as unknown as Json);
    },
  };
}
