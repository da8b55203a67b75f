import type { InteractionNews, SeenChannel, SeenGuild } from '@aplomb/fake-discord';
import type { APIGuildMember, APIMessage, APIRole, APIUser, APIVoiceState, GatewayPresenceUpdate } from 'discord-api-types/v10';

/** The messages of a channel that the page has, oldest first; ids ascend. */
export interface Room {
  readonly hasMore: boolean;
  /** Whether the newest messages have been fetched. Before that, what comes is kept, and merged then. */
  readonly isLoaded: boolean;
  readonly messages: readonly APIMessage[];
}

/** A guild, with what changes in it by id. Its channels stand in {@link PersonState.channels}. */
export interface GuildState {
  readonly guild: SeenGuild;
  readonly members: ReadonlyMap<string, APIGuildMember>;
  readonly presences: ReadonlyMap<string, GatewayPresenceUpdate['status']>;
  readonly roles: ReadonlyMap<string, APIRole>;
  readonly voice: ReadonlyMap<string, APIVoiceState>;
}

/** Who is typing where, until when by the page's own clock. */
export interface Typing {
  readonly channelId: string;
  readonly untilMs: number;
  readonly userId: string;
}

/** All that the page knows of what one person sees. It is replaced, never changed. */
export interface PersonState {
  readonly channels: ReadonlyMap<string, SeenChannel>;
  readonly guilds: ReadonlyMap<string, GuildState>;
  /** The person's own interactions that are open, or that failed. */
  readonly interactions: ReadonlyMap<string, InteractionNews>;
  readonly me: APIUser;
  /** The modal that waits to be filled in. */
  readonly modal: InteractionNews | null;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly typing: readonly Typing[];
  /** Channels in which something was said since they were looked at. */
  readonly unread: ReadonlySet<string>;
  readonly users: ReadonlyMap<string, APIUser>;
}

export const emptyRoom: Room = { hasMore: false, isLoaded: false, messages: [] };

/** A map with one entry more, or another one. */
export function withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value);
}

/** A map without an entry. */
export function withoutEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
