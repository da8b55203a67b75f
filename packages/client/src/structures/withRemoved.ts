import type { CacheReader, GuildEntities, GuildResource, Removed, UserRecord } from '@aplomb/cache';

/**
 * A cache, with what an event has just taken out of it laid over it: a deleted guild still has its channels, for as long as the view of it is kept.
 * `former` is a user that the event has changed, as it was.
 */
export function withRemoved(cache: CacheReader, removed: Removed, former?: UserRecord): CacheReader {
  const gone = <Record>(records: readonly Record[] | undefined, isMeant: (record: Record) => boolean): Record | undefined =>
    records?.find(isMeant);
  const isNamed = (id: string) => (record: { readonly id: string }) => record.id === id;
  const { channels, guilds, messages, roles, threads, users } = removed;
  const guild = (id: string): ReturnType<CacheReader['guild']> => cache.guild(id) ?? gone(guilds, isNamed(id));
  const all: CacheReader['all'] = (resource, guildId) => [...cache.all(resource, guildId), ...goneOf(removed, resource, guildId)];
  const get: CacheReader['get'] = (resource, guildId, id) =>
    cache.get(resource, guildId, id) ?? goneOf(removed, resource, guildId).find((record) => keyOf(record) === id);
  const reader: Partial<CacheReader> = {
    all,
    channel: (id) => cache.channel(id) ?? gone(channels, isNamed(id)) ?? gone(threads, isNamed(id)),
    count: (resource, guildId) => cache.count(resource, guildId) + goneOf(removed, resource, guildId).length,
    get,
    guild,
    member: (guildId, userId) => get('members', guildId, userId),
    message: (channelId, id) => cache.message(channelId, id) ?? gone(messages, (each) => each.id === id && each.channel_id === channelId),
    messages: (channelId) => [...cache.messages(channelId), ...(messages ?? []).filter((each) => each.channel_id === channelId)],
    role: (guildId, id) => cache.role(guildId, id) ?? gone(roles, isNamed(id)),
    user: (id) => (id === former?.id ? former : (cache.user(id) ?? gone(users, isNamed(id)))),
  };
  return Object.assign(Object.create(cache) as CacheReader, reader);
}

/**
 * What was taken out of a guild. Records that do not say their guild went with the one guild or member that the event was about; where several guilds went
 * at once, as with a new session, nobody can tell whose they were.
 */
function goneOf<R extends GuildResource>(removed: Removed, resource: R, guildId: string): readonly GuildEntities[R][] {
  const records = (removed[resource] ?? []) as readonly GuildEntities[R][];
  const isOneGuild = (removed.guilds ?? []).length <= 1;
  return records.filter((record) => ('guild_id' in record ? record.guild_id === guildId : isOneGuild));
}

function keyOf(record: object): unknown {
  return 'user_id' in record ? record.user_id : (record as { readonly id?: unknown }).id;
}
