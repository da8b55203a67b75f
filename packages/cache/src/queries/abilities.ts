import { isForum, isThreadKind, takesPrivateThreads, takesPublicThreads, type Kind } from './channelKinds.js';
import type { ThreadFacts } from './PermissionFacts.js';
import type { Permissions } from './Permissions.js';

// What Discord asks for where it is more, or other, than one permission of an obvious name. `permissions` are those that channelPermissions gives for the
// channel, or guildPermissions where no channel is concerned.

/** Whose something is. */
export interface Ownership {
  /** Whether the one who asks has made it. */
  readonly isOwn: boolean;
}

/**
 * Whether one can edit and delete a channel: MANAGE_CHANNELS, or MANAGE_THREADS for a thread. Who created a thread can do some of it without: {@link canEditThread}.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel | Modify channel}
 */
export function canManageChannel(permissions: Permissions, channel: Kind): boolean {
  return permissions.has(isThreadKind(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS');
}

/**
 * Whether one can rename and archive a thread: its creator, unless it is locked, and those with MANAGE_THREADS. Locking it and its slow mode need MANAGE_THREADS.
 *
 * @see {@link https://docs.discord.com/developers/topics/threads#editing-deleting-threads | Editing and deleting threads}
 */
export function canEditThread(permissions: Permissions, thread: Pick<ThreadFacts, 'isLocked'>, { isOwn }: Ownership): boolean {
  if (permissions.has('MANAGE_THREADS')) return true;
  return isOwn && !thread.isLocked && permissions.has('VIEW_CHANNEL');
}

/**
 * Whether one can bring a thread back from the archive: who can send in it, and those with MANAGE_THREADS. Nobody else can with a locked one.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel | Modify channel}
 */
export function canUnarchive(permissions: Permissions, thread: Pick<ThreadFacts, 'isLocked'>): boolean {
  return permissions.has('MANAGE_THREADS') || (!thread.isLocked && permissions.has('SEND_MESSAGES'));
}

/**
 * Whether one can make a public thread in a channel, or post in a forum: that takes SEND_MESSAGES and nothing else.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel | Start thread in forum or media channel}
 */
export function canCreateThread(permissions: Permissions, channel: Kind): boolean {
  if (isForum(channel)) return permissions.has('SEND_MESSAGES');
  return takesPublicThreads(channel) && permissions.has('CREATE_PUBLIC_THREADS');
}

/** Whether one can make a private thread in a channel: in text channels only, with CREATE_PRIVATE_THREADS. */
export function canCreatePrivateThread(permissions: Permissions, channel: Kind): boolean {
  return takesPrivateThreads(channel) && permissions.has('CREATE_PRIVATE_THREADS');
}

/** Whether one can see, make, edit and delete webhooks in a channel. */
export function canManageWebhooks(permissions: Permissions): boolean {
  return permissions.has('MANAGE_WEBHOOKS');
}

/** Whether one can delete a message: one's own, and others' with MANAGE_MESSAGES. */
export function canDeleteMessage(permissions: Permissions, { isOwn }: Ownership): boolean {
  return permissions.has(isOwn ? 'VIEW_CHANNEL' : 'MANAGE_MESSAGES');
}

/**
 * Whether one can pin and unpin messages: with PIN_MESSAGES. Since 2026-02-23 MANAGE_MESSAGES is no longer enough.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#pin-message | Pin message}
 */
export function canPinMessages(permissions: Permissions): boolean {
  return permissions.has('PIN_MESSAGES');
}

/**
 * Whether one can react to a message. An emoji that stands there already needs no ADD_REACTIONS (`isNew: false`).
 *
 * @see {@link https://docs.discord.com/developers/resources/message#create-reaction | Create reaction}
 */
export function canReact(permissions: Permissions, { isNew }: { readonly isNew: boolean }): boolean {
  return permissions.has(isNew ? ['READ_MESSAGE_HISTORY', 'ADD_REACTIONS'] : 'READ_MESSAGE_HISTORY');
}

/**
 * Whether slow mode does not hold one up: bots never, people with BYPASS_SLOWMODE. Since 2026-02-23 MANAGE_MESSAGES, MANAGE_CHANNELS and MANAGE_THREADS are no longer enough.
 */
export function canBypassSlowmode(permissions: Permissions, { isBot }: { readonly isBot: boolean }): boolean {
  return isBot || permissions.has('BYPASS_SLOWMODE');
}

/**
 * Whether one can create emojis, stickers and soundboard sounds: with CREATE_GUILD_EXPRESSIONS. Since 2026-02-23 MANAGE_GUILD_EXPRESSIONS is no longer enough.
 *
 * @see {@link https://docs.discord.com/developers/resources/emoji#create-guild-emoji | Create guild emoji}
 */
export function canCreateExpressions(permissions: Permissions): boolean {
  return permissions.has('CREATE_GUILD_EXPRESSIONS');
}

/**
 * Whether one can edit and delete an emoji, sticker or soundboard sound: others' with MANAGE_GUILD_EXPRESSIONS, one's own with CREATE_GUILD_EXPRESSIONS as well.
 *
 * @see {@link https://docs.discord.com/developers/resources/emoji#modify-guild-emoji | Modify guild emoji}
 */
export function canManageExpression(permissions: Permissions, { isOwn }: Ownership): boolean {
  return permissions.has('MANAGE_GUILD_EXPRESSIONS') || (isOwn && permissions.has('CREATE_GUILD_EXPRESSIONS'));
}

/**
 * Whether one moderates a stage channel, and may start and end what happens on it.
 *
 * @see {@link https://docs.discord.com/developers/resources/stage-instance#definitions | Moderators}
 */
export function canModerateStage(permissions: Permissions): boolean {
  return permissions.has(['MANAGE_CHANNELS', 'MUTE_MEMBERS', 'MOVE_MEMBERS']);
}

/** Where a scheduled event takes place: somewhere else, on a stage or in a voice channel. */
export type EventPlace = 'external' | 'stage' | 'voice';

/**
 * Whether one can create a scheduled event: with CREATE_EVENTS and what its place asks for. Since 2026-02-23 MANAGE_EVENTS is no longer enough.
 * `permissions` are those in the event's channel, or the guild's for an event elsewhere.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object | Permissions of events}
 */
export function canCreateEvent(permissions: Permissions, place: EventPlace): boolean {
  return permissions.has('CREATE_EVENTS') && canUsePlace(permissions, place);
}

/**
 * Whether one can edit and delete a scheduled event: others' with MANAGE_EVENTS, one's own with CREATE_EVENTS as well; and with what its place asks for.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object | Permissions of events}
 */
export function canManageEvent(permissions: Permissions, place: EventPlace, { isOwn }: Ownership): boolean {
  const mayManage = permissions.has('MANAGE_EVENTS') || (isOwn && permissions.has('CREATE_EVENTS'));
  return mayManage && canUsePlace(permissions, place);
}

function canUsePlace(permissions: Permissions, place: EventPlace): boolean {
  switch (place) {
    case 'external':
      return true;
    case 'stage':
      return canModerateStage(permissions);
    case 'voice':
      return permissions.has(['VIEW_CHANNEL', 'CONNECT']);
  }
}

/**
 * Whether one can move members into a voice or stage channel, of which the permissions are.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-member | Modify guild member}
 */
export function canMoveInto(permissions: Permissions): boolean {
  return permissions.has(['CONNECT', 'MOVE_MEMBERS']);
}

/**
 * Whether one can set the status of a voice channel; who is not in it needs MANAGE_CHANNELS besides.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#set-voice-channel-status | Set voice channel status}
 */
export function canSetVoiceStatus(permissions: Permissions, { isConnected }: { readonly isConnected: boolean }): boolean {
  return permissions.has(isConnected ? 'SET_VOICE_CHANNEL_STATUS' : ['SET_VOICE_CHANNEL_STATUS', 'MANAGE_CHANNELS']);
}

/** Whether one can ban many at once: BAN_MEMBERS and MANAGE_GUILD. */
export function canBulkBan(permissions: Permissions): boolean {
  return permissions.has(['BAN_MEMBERS', 'MANAGE_GUILD']);
}

/** Whether one can remove inactive members: MANAGE_GUILD and KICK_MEMBERS, or ADMINISTRATOR in a guild with the feature PRUNE_REQUIRES_ADMIN. */
export function canPrune(permissions: Permissions, { requiresAdministrator }: { readonly requiresAdministrator: boolean }): boolean {
  return permissions.has(requiresAdministrator ? 'ADMINISTRATOR' : ['MANAGE_GUILD', 'KICK_MEMBERS']);
}
