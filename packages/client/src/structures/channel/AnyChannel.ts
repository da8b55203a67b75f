import type { AnnouncementChannel } from './AnnouncementChannel.js';
import type { CategoryChannel } from './CategoryChannel.js';
import type { DirectMessage } from './DirectMessage.js';
import type { DirectoryChannel } from './DirectoryChannel.js';
import type { ForumChannel } from './ForumChannel.js';
import type { GroupDirectMessage } from './GroupDirectMessage.js';
import type { MediaChannel } from './MediaChannel.js';
import type { StageChannel } from './StageChannel.js';
import type { TextChannel } from './TextChannel.js';
import type { Thread } from './Thread.js';
import type { UnknownChannel } from './UnknownChannel.js';
import type { VoiceChannel } from './VoiceChannel.js';

/** A direct message, or that of a group. */
export type PrivateChannel = DirectMessage | GroupDirectMessage;

/** A channel that people talk in. */
export type VoiceBasedChannel = StageChannel | VoiceChannel;

/** A channel that holds posts. */
export type PostChannel = ForumChannel | MediaChannel;

/** A channel in which messages are sent. */
export type TextBasedChannel = AnnouncementChannel | PrivateChannel | TextChannel | Thread | VoiceBasedChannel;

/** A channel in the list of a guild. */
export type PlacedChannel = AnnouncementChannel | CategoryChannel | DirectoryChannel | PostChannel | TextChannel | VoiceBasedChannel;

/** A channel of a guild, or a thread in one. */
export type GuildBasedChannel = PlacedChannel | Thread;

/**
 * A channel of any kind, told apart by `channel.type` and by its guards.
 *
 * @example
 * ```ts
 * import type { AnyChannel } from 'aplomb';
 *
 * export function describe(channel: AnyChannel): string {
 *   if (channel.isThread()) return `a thread with ${String(channel.messageCount)} messages`;
 *   if (channel.isVoiceBased()) return `a place to talk for ${String(channel.userLimit)}`;
 *   return channel.isGuild() ? (channel.name ?? 'a hidden channel') : 'a direct message';
 * }
 * ```
 */
export type AnyChannel = GuildBasedChannel | PrivateChannel | UnknownChannel;
