import { Cache } from '@aplomb/cache';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Json } from './guildPayload.js';
import type { KeeperKind } from './protocol.js';
import { readerOf, type Reader } from './Reader.js';

/** What a run needs of a library: to take a guild in, and to give its parts back. */
export interface Keeper extends Reader {
  keep(guild: Json): void;
}

/** Makes an empty keeper. */
export function makeKeeper(kind: KeeperKind): Keeper {
  return kind === '@aplomb/cache' ? ourKeeper() : kind === 'parsed JSON' ? jsonKeeper() : peerKeeper();
}

function ourKeeper(): Keeper {
  const cache = new Cache({ policy: { members: { limit: Infinity } } });
  return { ...readerOf(cache), keep: (guild) => void cache.apply({ t: 'GUILD_CREATE', d: guild }, { shardId: 0 }) };
}

/** The floor of everything that keeps payloads as they come: nothing is indexed. */
function jsonKeeper(): Keeper {
  const guilds = new Map<string, Json>();
  const part = (guildId: string, list: string, id: string): Json | undefined =>
    (guilds.get(guildId)?.[list] as readonly Json[]).find((each) => (each['id'] ?? (each['user'] as Json)['id']) === id);
  return {
    keep: (guild) => void guilds.set(guild['id'] as string, guild),
    member: (guildId, userId) => part(guildId, 'members', userId),
    channel: (guildId, channelId) => part(guildId, 'channels', channelId),
    role: (guildId, roleId) => part(guildId, 'roles', roleId),
  };
}

interface PeerClient {
  readonly guilds: {
    readonly cache: ReadonlyMap<string, Readonly<Record<'channels' | 'members' | 'roles', { readonly cache: ReadonlyMap<string, Json> }>>>;
  };
}

/** discord.js without a connection: its own packet handler takes the event. What it gives back has another shape, so only presence is compared. */
function peerKeeper(): Keeper {
  const require = createRequire(import.meta.url);
  const { Client } = require('discord.js') as { readonly Client: new (options: { readonly intents: number }) => PeerClient };
  const handlers = require(join(dirname(require.resolve('discord.js')), 'client/websocket/handlers/index.js')) as Readonly<
    Record<'GUILD_CREATE', (client: PeerClient, packet: unknown, shard: unknown) => void>
  >;
  const client = new Client({ intents: 0 });
  return {
    keep: (guild) => handlers.GUILD_CREATE(client, { t: 'GUILD_CREATE', d: guild }, { id: 0 }),
    member: (guildId, userId) => client.guilds.cache.get(guildId)?.members.cache.get(userId),
    channel: (guildId, channelId) => client.guilds.cache.get(guildId)?.channels.cache.get(channelId),
    role: (guildId, roleId) => client.guilds.cache.get(guildId)?.roles.cache.get(roleId),
  };
}
