import { guildPayload, type GuildSize, type Json } from '../cache/guildPayload.js';
import type { SeededRandom } from '../../sim/world/SeededRandom.js';

/** How large a world is. */
export interface WorldSize extends GuildSize {
  readonly guilds: number;
  /** Nobody is online or speaks: the guilds are as {@link guildPayload} makes them. */
  readonly isQuiet?: boolean;
}

/** What a library must hold of a world. Counted in the model, and read from each library in its own words. */
export interface Held {
  readonly guilds: number;
  readonly members: number;
  readonly channels: number;
  readonly roles: number;
  readonly messages: number;
  /** Letters of all nicknames together: who missed an update has others. */
  readonly nickLetters: number;
  /** Members that are seen online, idle or busy. */
  readonly online: number;
  readonly inVoice: number;
}

/** How many messages of a channel everybody keeps. */
export const MESSAGES_PER_CHANNEL = 100;

type Payload = Record<string, unknown>;

/** A guild of the model: what was sent of it, brought up to date. */
export interface WorldGuild {
  readonly id: string;
  readonly payload: Json;
  readonly members: Json[];
  /** Where each user is in `members`. */
  readonly places: Map<string, number>;
  readonly roleIds: readonly string[];
  readonly textChannels: Json[];
  readonly voiceChannels: readonly Json[];
  /** The last messages by channel, the oldest first. */
  readonly messages: Map<string, Json[]>;
  readonly statuses: Map<string, string>;
  readonly voice: Map<string, string>;
}

const ONLINE_SHARE = 0.3;
const IN_VOICE_SHARE = 0.01;

/** The guilds of a benchmark as its events have made them. */
export class BotWorld {
  readonly guilds: readonly WorldGuild[];
  private readonly random: SeededRandom;
  private lastId = 1_300_000_000_000_000_000n;

  constructor({ guilds, isQuiet = false, ...size }: WorldSize, random: SeededRandom) {
    this.random = random;
    this.guilds = Array.from({ length: guilds }, (_, index) => this.makeGuild(guildPayload(index, size), isQuiet));
  }

  /** A new id, younger than all before. */
  id(): string {
    this.lastId += BigInt(this.random.whole(4_194_304, 42_949_672));
    return String(this.lastId);
  }

  guild(): WorldGuild {
    return this.some(this.guilds);
  }

  /** One of these; the first ones more often, as some guilds, channels and members are busier than others. */
  some<T>(values: readonly T[]): T {
    const value = values[Math.floor(values.length * this.random.next() ** 2)];
    if (value === undefined) throw new RangeError('there is nothing to choose from');
    return value;
  }

  /** What a library must hold now. */
  held(): Held {
    const sum = (count: (guild: WorldGuild) => number): number => this.guilds.reduce((total, guild) => total + count(guild), 0);
    const nick = (member: Json): number => ((member['nick'] as string | null) ?? '').length;
    return {
      guilds: this.guilds.length,
      members: sum(({ members }) => members.length),
      channels: sum(({ payload }) => (payload['channels'] as readonly Json[]).length),
      roles: sum(({ roleIds }) => roleIds.length),
      messages: sum(({ messages }) => [...messages.values()].reduce((total, kept) => total + kept.length, 0)),
      nickLetters: sum(({ members }) => members.reduce((total, member) => total + nick(member), 0)),
      online: sum(({ statuses }) => [...statuses.values()].filter((status) => status !== 'offline').length),
      inVoice: sum(({ voice }) => voice.size),
    };
  }

  private makeGuild(payload: Json, isQuiet: boolean): WorldGuild {
    const list = (name: string): readonly Json[] => payload[name] as readonly Json[];
    const [members, channels] = [list('members'), list('channels')];
    const channelsOf = (type: number): Json[] => channels.filter((channel) => channel['type'] === type);
    const some = (share: number): Json[] => members.filter(() => !isQuiet && this.random.chance(share));
    const statuses = new Map(some(ONLINE_SHARE).map((member) => [userIdOf(member), 'online']));
    const voiceChannels = channelsOf(2);
    const speakers = voiceChannels.length === 0 ? [] : some(IN_VOICE_SHARE);
    const voice = new Map(speakers.map((member) => [userIdOf(member), idOf(this.some(voiceChannels))]));
    const presences = [...statuses].map(([id, status]) => presence({ id }, status, []));
    const voice_states = [...voice].map(([userId, channelId]) => voiceState(userId, channelId));
    return {
      id: idOf(payload),
      payload: { ...payload, presences, voice_states },
      members: [...members],
      places: new Map(members.map((member, place) => [userIdOf(member), place])),
      roleIds: list('roles').map(idOf),
      textChannels: channelsOf(0),
      voiceChannels,
      messages: new Map(),
      statuses,
      voice,
    };
  }
}

export function idOf(entity: Json): string {
  return entity['id'] as string;
}

export function userOf(member: Json): Json {
  return member['user'] as Json;
}

export function userIdOf(member: Json): string {
  return idOf(userOf(member));
}

/** What `GUILD_CREATE` and `PRESENCE_UPDATE` bring of a presence. */
export function presence(user: Json, status: string, activities: readonly Json[]): Payload {
  return { user, status, activities, client_status: status === 'offline' ? {} : { desktop: status } };
}

/** What `GUILD_CREATE` brings of a voice state; `VOICE_STATE_UPDATE` adds guild and member. */
export function voiceState(userId: string, channelId: string | null): Payload {
  const session_id = `session-${userId}`;
  const marks = { deaf: false, mute: false, self_deaf: false, self_mute: true, self_video: false, suppress: false };
  return { user_id: userId, channel_id: channelId, session_id, ...marks, request_to_speak_timestamp: null };
}
