import type { APIOverwrite, APIRole, APIUser, ChannelType, APIVoiceState } from 'discord-api-types/v10';
import type { MessageLog } from './MessageLog.js';

/** A user's life in one guild. Replaced, never changed. */
export interface MemberRecord {
  readonly joinedAt: string;
  readonly nick: string | null;
  readonly roles: readonly string[];
  /** When a time-out ends, as ISO 8601, or `null`. */
  readonly timedOutUntil: string | null;
  readonly user: APIUser;
}

/** A text or voice channel of a guild. */
export interface GuildChannelRecord {
  readonly guildId: string;
  readonly id: string;
  readonly isDirect: false;
  readonly messages: MessageLog;
  name: string;
  overwrites: readonly APIOverwrite[];
  readonly position: number;
  topic: string | null;
  readonly type: ChannelType.GuildText | ChannelType.GuildVoice;
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

/** A guild that the bot is in. */
export interface GuildRecord {
  readonly channels: Map<string, GuildChannelRecord>;
  readonly id: string;
  isAvailable: boolean;
  readonly members: Map<string, MemberRecord>;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, APIRole>;
  /** Who is in voice, by the id of the user. */
  readonly voiceStates: Map<string, APIVoiceState>;
}

/** A webhook of a channel: whoever knows its token may post there in any name. */
export interface WebhookRecord {
  readonly applicationId: string;
  readonly channelId: string;
  readonly guildId: string;
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** Who made it. */
  readonly user: APIUser;
}
