import type { Cache } from '../src/Cache.js';
import { channelData } from '../src/records/channel.js';
import type { GuildEntities, GuildResource } from '../src/records/entities.js';
import { guildData } from '../src/records/guild.js';
import { messageData } from '../src/records/message.js';
import { plainData } from '../src/records/plain.js';
import { presenceData } from '../src/records/presence.js';
import { roleData } from '../src/records/role.js';
import { userData } from '../src/records/user.js';
import { voiceStateData } from '../src/records/voiceState.js';

type DataOf = { readonly [R in GuildResource]: (record: GuildEntities[R], cache: Cache, guildId: string) => object };

const plain = (record: GuildEntities['emojis']): object => ({ ...plainData(record) });
const people = (cache: Cache, id: string): object => ({
  messages: cache.messages(id).map(messageData),
  people: keyed(cache.threadMembers(id).map((each) => [each.id, plainData(each)] as const)),
});

/** How each kind of entity is told. */
const dataOf: DataOf = {
  autoModerationRules: plain,
  channels: (record, cache) => ({ ...people(cache, record.id), data: channelData(record) }),
  emojis: plain,
  integrations: plain,
  invites: plain,
  members: (record, cache, guildId) => ({ ...cache.memberData(guildId, record.user_id) }),
  presences: (record, _cache, guildId) => presenceData(record, guildId),
  roles: roleData,
  scheduledEvents: plain,
  soundboardSounds: plain,
  stageInstances: plain,
  stickers: plain,
  threads: (record, cache) => ({ ...people(cache, record.id), data: channelData(record) }),
  voiceStates: (record, _cache, guildId) => voiceStateData(record, guildId),
};
const RESOURCES = Object.keys(dataOf) as readonly GuildResource[];

/** Everything that a cache knows, as payloads by id: two caches that know the same tell the same. */
export function told(cache: Cache): Record<string, unknown> {
  const direct = cache.privateChannels().map((each) => [each.id, { ...people(cache, each.id), data: channelData(each) }] as const);
  return {
    self: usersOf(cache, cache.selfId === null ? [] : [cache.selfId]),
    application: cache.application,
    unavailable: [...cache.unavailableGuildIds()].sort(),
    direct: keyed(direct.map(([id, each]) => [id, { ...each, users: usersOf(cache, recipientsOf(each.data)) }])),
    guilds: keyed([...cache.guilds()].map((record) => [record.id, toldGuild(cache, record.id)])),
    users: cache.stats().users,
  };
}

function toldGuild(cache: Cache, guildId: string): Record<string, unknown> {
  const record = cache.guild(guildId)!;
  const kinds = RESOURCES.map((resource) => {
    const entities = cache.all(resource, guildId);
    return [resource, keyed(entities.map((each) => [keyOf(each), dataOf[resource](each as never, cache, guildId)]))] as const;
  });
  return { data: guildData(record), isAvailable: cache.isAvailable(guildId), ...Object.fromEntries(kinds) };
}

function recipientsOf(data: object): readonly string[] {
  const { recipients = [] } = data as { readonly recipients?: readonly { readonly id: string }[] };
  return recipients.map(({ id }) => id);
}

function usersOf(cache: Cache, ids: readonly string[]): readonly unknown[] {
  return ids.map((id) => {
    const user = cache.user(id);
    return user === undefined ? null : userData(user);
  });
}

function keyOf(record: object): string {
  return 'user_id' in record ? String(record.user_id) : (record as { readonly id: string }).id;
}

/** An object of entries, in the order of their keys. */
export function keyed(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
}
