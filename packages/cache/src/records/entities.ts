import type { ChannelRecord } from './channel.js';
import type { GuildRecord } from './guild.js';
import type { MemberRecord } from './member.js';
import type { MessageRecord } from './message.js';
import type { PlainRecord } from './plain.js';
import type { PresenceRecord } from './presence.js';
import type { RoleRecord } from './role.js';
import type { UserRecord } from './user.js';
import type { VoiceStateRecord } from './voiceState.js';

/** What a guild contains, each with its record. Direct messages are kept as the channels of a guild of their own. */
export interface GuildEntities {
  readonly autoModerationRules: PlainRecord;
  readonly channels: ChannelRecord;
  readonly emojis: PlainRecord;
  readonly integrations: PlainRecord;
  readonly invites: PlainRecord;
  readonly members: MemberRecord;
  readonly presences: PresenceRecord;
  readonly roles: RoleRecord;
  readonly scheduledEvents: PlainRecord;
  readonly soundboardSounds: PlainRecord;
  readonly stageInstances: PlainRecord;
  readonly stickers: PlainRecord;
  readonly threads: ChannelRecord;
  readonly voiceStates: VoiceStateRecord;
}

/** What a channel contains, each with its record. */
export interface ChannelEntities {
  readonly messages: MessageRecord;
  readonly threadMembers: PlainRecord;
}

/** Everything that the cache can be told to keep or not, each with its record. */
export interface Entities extends GuildEntities, ChannelEntities {
  readonly guilds: GuildRecord;
  readonly privateChannels: ChannelRecord;
  readonly users: UserRecord;
}

/** The kinds of entities that live in a guild. */
export type GuildResource = keyof GuildEntities;

/** The kinds of entities that live in a channel. */
export type ChannelResource = keyof ChannelEntities;

/** The kinds of entities that the cache knows. */
export type Resource = keyof Entities;
