import type { ChannelRecord } from './records/channel.js';
import type { Entities, Resource } from './records/entities.js';
import type { GuildRecord } from './records/guild.js';
import type { MemberRecord } from './records/member.js';
import type { MessageRecord } from './records/message.js';
import type { PlainRecord } from './records/plain.js';
import type { PresenceRecord } from './records/presence.js';
import type { RoleRecord } from './records/role.js';
import type { UserRecord } from './records/user.js';
import type { VoiceStateRecord } from './records/voiceState.js';
import type { UserChange } from './tables/Users.js';

/** What a guild did, as far as a bot cares: GUILD_CREATE and GUILD_DELETE each mean two things. */
export type GuildPassage = 'available' | 'joined' | 'left' | 'repeated' | 'unavailable';

/** What the events that change one entity change. */
export interface ChangedEntities {
  readonly AUTO_MODERATION_RULE_CREATE: PlainRecord;
  readonly AUTO_MODERATION_RULE_DELETE: PlainRecord;
  readonly AUTO_MODERATION_RULE_UPDATE: PlainRecord;
  readonly CHANNEL_CREATE: ChannelRecord;
  readonly CHANNEL_DELETE: ChannelRecord;
  readonly CHANNEL_UPDATE: ChannelRecord;
  readonly GUILD_CREATE: GuildRecord;
  readonly GUILD_DELETE: GuildRecord;
  readonly GUILD_EMOJIS_UPDATE: readonly PlainRecord[];
  readonly GUILD_MEMBER_ADD: MemberRecord;
  readonly GUILD_MEMBER_REMOVE: MemberRecord;
  readonly GUILD_MEMBER_UPDATE: MemberRecord;
  readonly GUILD_ROLE_CREATE: RoleRecord;
  readonly GUILD_ROLE_DELETE: RoleRecord;
  readonly GUILD_ROLE_UPDATE: RoleRecord;
  readonly GUILD_SCHEDULED_EVENT_CREATE: PlainRecord;
  readonly GUILD_SCHEDULED_EVENT_DELETE: PlainRecord;
  readonly GUILD_SCHEDULED_EVENT_UPDATE: PlainRecord;
  readonly GUILD_SCHEDULED_EVENT_USER_ADD: PlainRecord;
  readonly GUILD_SCHEDULED_EVENT_USER_REMOVE: PlainRecord;
  readonly GUILD_SOUNDBOARD_SOUND_CREATE: PlainRecord;
  readonly GUILD_SOUNDBOARD_SOUND_DELETE: PlainRecord;
  readonly GUILD_SOUNDBOARD_SOUND_UPDATE: PlainRecord;
  readonly GUILD_SOUNDBOARD_SOUNDS_UPDATE: readonly PlainRecord[];
  readonly GUILD_STICKERS_UPDATE: readonly PlainRecord[];
  readonly GUILD_UPDATE: GuildRecord;
  readonly INTEGRATION_CREATE: PlainRecord;
  readonly INTEGRATION_DELETE: PlainRecord;
  readonly INTEGRATION_UPDATE: PlainRecord;
  readonly INVITE_CREATE: PlainRecord;
  readonly INVITE_DELETE: PlainRecord;
  readonly MESSAGE_CREATE: MessageRecord;
  readonly MESSAGE_DELETE: MessageRecord;
  readonly MESSAGE_DELETE_BULK: readonly MessageRecord[];
  readonly MESSAGE_UPDATE: MessageRecord;
  readonly PRESENCE_UPDATE: PresenceRecord;
  readonly STAGE_INSTANCE_CREATE: PlainRecord;
  readonly STAGE_INSTANCE_DELETE: PlainRecord;
  readonly STAGE_INSTANCE_UPDATE: PlainRecord;
  readonly THREAD_CREATE: ChannelRecord;
  readonly THREAD_DELETE: ChannelRecord;
  readonly THREAD_UPDATE: ChannelRecord;
  readonly USER_UPDATE: UserRecord;
  readonly VOICE_STATE_UPDATE: VoiceStateRecord;
}

/** What an event changes: `never` for an event that changes no one entity. */
export type ChangedBy<Name extends string> = Name extends keyof ChangedEntities ? ChangedEntities[Name] : unknown;

/** Everything that an event took out, by kind. */
export type Removed = { readonly [R in Resource]?: readonly Entities[R][] };

/**
 * What an event did to the cache. Records are never changed, only replaced: `before` is what it was, for as long as somebody keeps it. Only their
 * `pulse` is always the present, in `before` too: how many members a guild and messages a thread has, a channel's last message, reactions, votes.
 * Both are `undefined` where the cache knows nothing of it, or keeps nothing of its kind.
 */
export interface CacheChange<R = unknown> {
  /** The entity as it was; for CREATE only when it was known already. */
  readonly before: R | undefined;
  /** The entity as it is now; `undefined` after a deletion. */
  readonly after: R | undefined;
  /** What went along: the channels of a guild, the threads of a channel, the messages of a thread, users whom nothing holds any more. */
  readonly removed: Removed;
  /** What the event told about the user that it is about, when that was news. */
  readonly user: UserChange | undefined;
  /** What happened to the guild; `null` for all but GUILD_CREATE and GUILD_DELETE. */
  readonly passage: GuildPassage | null;
  /** What became of the event: applied; known already; waiting for its guild or channel; or not understood. */
  readonly outcome: 'applied' | 'ignored' | 'parked' | 'repeated';
}
