import type { APIAuditLogEntry, APIGuild, APIOverwrite, APIRole, APIUser, APIVoiceState } from 'discord-api-types/v10';
import type { MessageLog } from './MessageLog.js';

/** A user's life in one guild. Replaced, never changed. */
export interface MemberRecord {
  readonly isDeafened?: boolean;
  readonly isMuted?: boolean;
  /** Whether automatic moderation has blocked their name, so that they can do nothing. */
  readonly isQuarantined?: boolean;
  readonly joinedAt: string;
  readonly nick: string | null;
  readonly roles: readonly string[];
  /** When a time-out ends, as ISO 8601, or `null`. */
  readonly timedOutUntil: string | null;
  readonly user: APIUser;
}

/** What a thread is besides a channel. */
export interface ThreadState {
  /** `null` where there are no tags: in a thread that is no post of a forum. */
  readonly appliedTags: readonly string[] | null;
  /** Discord's `thread_metadata`. Replaced, never changed. */
  readonly metadata: Readonly<Record<string, unknown>> & { readonly archived: boolean; readonly locked: boolean };
  /** When each of its members came, by the ids of the users. */
  readonly members: ReadonlyMap<string, string>;
  readonly ownerId: string;
}

/** A channel of a guild, of any kind; a thread too. */
export interface GuildChannelRecord {
  readonly guildId: string;
  readonly id: string;
  readonly isDirect: false;
  readonly messages: MessageLog;
  /** What the wire says of it besides, where it is not what it is by default. */
  more: Readonly<Record<string, unknown>>;
  name: string;
  overwrites: readonly APIOverwrite[];
  /** What a voice channel is doing, as people write it. It is on no channel object. */
  status?: string | null;
  /** The category that it is in; of a thread, the channel that it is of. */
  parentId: string | null;
  position: number;
  /** `null` unless it is a thread. */
  thread: ThreadState | null;
  topic: string | null;
  type: number;
  /** How many may be in a voice channel at once; 0 means any number. */
  userLimit: number;
}

/** The conversation of the bot with one person. */
export interface DirectChannelRecord {
  readonly id: string;
  readonly isDirect: true;
  readonly messages: MessageLog;
  readonly recipient: APIUser;
}

export type ChannelRecord = DirectChannelRecord | GuildChannelRecord;

/** Somebody who may not come back. */
export interface BanRecord {
  readonly reason: string | null;
  readonly user: APIUser;
}

/** An invite as its guild sees it. */
export type InviteRecord = Readonly<Record<string, unknown>> & {
  readonly channel_id: string;
  readonly code: string;
  readonly expires_at: string | null;
};

/** A thing of a guild as the wire shows it, for kinds that need no record of their own. */
export type WireThing = Readonly<Record<string, unknown>>;

/** The things of a guild that are kept as the wire shows them. */
export const THING_KINDS = [
  'autoModerationRules',
  'commandPermissions',
  'emojis',
  'eventExceptions',
  'integrations',
  'joinRequests',
  'scheduledEvents',
  'soundboardSounds',
  'stageInstances',
  'stickers',
  'templates',
] as const;

/** One of them. */
export type ThingKind = (typeof THING_KINDS)[number];

/** A guild that the bot is in. */
export interface GuildRecord {
  /** What moderators did, newest first. */
  auditLog: readonly APIAuditLogEntry[];
  readonly bans: Map<string, BanRecord>;
  readonly channels: Map<string, GuildChannelRecord>;
  readonly id: string;
  /** Who means to come to each scheduled event. */
  readonly interested: Map<string, ReadonlySet<string>>;
  readonly invites: Map<string, InviteRecord>;
  isAvailable: boolean;
  readonly members: Map<string, MemberRecord>;
  /** What the wire says of it besides, where it is not what it is by default. */
  more: Partial<APIGuild>;
  name: string;
  ownerId: string;
  readonly roles: Map<string, APIRole>;
  /** Pages of settings that were changed. */
  settings: Readonly<Partial<Record<'incidents' | 'onboarding' | 'welcomeScreen' | 'widget', WireThing>>>;
  readonly things: Readonly<Record<ThingKind, Map<string, WireThing>>>;
  readonly threads: Map<string, GuildChannelRecord>;
  /** Who is in voice, by the id of the user. */
  readonly voiceStates: Map<string, APIVoiceState>;
}

/** A webhook of a channel: whoever knows its token may post there in any name. */
export interface WebhookRecord {
  readonly applicationId: string;
  readonly avatar: string | null;
  readonly channelId: string;
  readonly guildId: string;
  readonly id: string;
  readonly name: string;
  /** The announcement channel that it follows; missing for a webhook that is posted with. */
  readonly sourceId?: string;
  readonly token: string;
  /** Who made it. */
  readonly user: APIUser;
}
