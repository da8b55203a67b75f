import type { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { IntentName } from './Intents.js';

/** The name of a dispatch on the wire, for example `MESSAGE_CREATE`. */
export type DispatchEventName = `${GatewayDispatchEvents}`;

/**
 * Every dispatch that Discord documents, with the intents that bring it. Of several intents each brings a part: the guild's side and the direct
 * messages' side, or (THREAD_MEMBERS_UPDATE) the bot itself and everybody. No intent means that it is always sent.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#list-of-intents | List of intents}
 */
export const dispatchEvents: Readonly<Record<DispatchEventName, readonly IntentName[]>> = Object.freeze({
  READY: [],
  RESUMED: [],
  RATE_LIMITED: [],
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: [],
  AUTO_MODERATION_RULE_CREATE: ['AutoModerationConfiguration'],
  AUTO_MODERATION_RULE_UPDATE: ['AutoModerationConfiguration'],
  AUTO_MODERATION_RULE_DELETE: ['AutoModerationConfiguration'],
  AUTO_MODERATION_ACTION_EXECUTION: ['AutoModerationExecution'],
  CHANNEL_CREATE: ['Guilds'],
  CHANNEL_UPDATE: ['Guilds'],
  CHANNEL_DELETE: ['Guilds'],
  CHANNEL_INFO: [],
  CHANNEL_PINS_UPDATE: ['Guilds', 'DirectMessages'],
  THREAD_CREATE: ['Guilds'],
  THREAD_UPDATE: ['Guilds'],
  THREAD_DELETE: ['Guilds'],
  THREAD_LIST_SYNC: ['Guilds'],
  THREAD_MEMBER_UPDATE: ['Guilds'],
  THREAD_MEMBERS_UPDATE: ['Guilds', 'GuildMembers'],
  ENTITLEMENT_CREATE: [],
  ENTITLEMENT_UPDATE: [],
  ENTITLEMENT_DELETE: [],
  GUILD_CREATE: ['Guilds'],
  GUILD_UPDATE: ['Guilds'],
  GUILD_DELETE: ['Guilds'],
  GUILD_AUDIT_LOG_ENTRY_CREATE: ['GuildModeration'],
  GUILD_BAN_ADD: ['GuildModeration'],
  GUILD_BAN_REMOVE: ['GuildModeration'],
  GUILD_EMOJIS_UPDATE: ['GuildExpressions'],
  GUILD_STICKERS_UPDATE: ['GuildExpressions'],
  GUILD_INTEGRATIONS_UPDATE: ['GuildIntegrations'],
  GUILD_MEMBER_ADD: ['GuildMembers'],
  GUILD_MEMBER_REMOVE: ['GuildMembers'],
  GUILD_MEMBER_UPDATE: ['GuildMembers'],
  GUILD_MEMBERS_CHUNK: [],
  GUILD_ROLE_CREATE: ['Guilds'],
  GUILD_ROLE_UPDATE: ['Guilds'],
  GUILD_ROLE_DELETE: ['Guilds'],
  GUILD_SCHEDULED_EVENT_CREATE: ['GuildScheduledEvents'],
  GUILD_SCHEDULED_EVENT_UPDATE: ['GuildScheduledEvents'],
  GUILD_SCHEDULED_EVENT_DELETE: ['GuildScheduledEvents'],
  GUILD_SCHEDULED_EVENT_USER_ADD: ['GuildScheduledEvents'],
  GUILD_SCHEDULED_EVENT_USER_REMOVE: ['GuildScheduledEvents'],
  GUILD_SOUNDBOARD_SOUND_CREATE: ['GuildExpressions'],
  GUILD_SOUNDBOARD_SOUND_UPDATE: ['GuildExpressions'],
  GUILD_SOUNDBOARD_SOUND_DELETE: ['GuildExpressions'],
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: ['GuildExpressions'],
  SOUNDBOARD_SOUNDS: [],
  INTEGRATION_CREATE: ['GuildIntegrations'],
  INTEGRATION_UPDATE: ['GuildIntegrations'],
  INTEGRATION_DELETE: ['GuildIntegrations'],
  INTERACTION_CREATE: [],
  INVITE_CREATE: ['GuildInvites'],
  INVITE_DELETE: ['GuildInvites'],
  MESSAGE_CREATE: ['GuildMessages', 'DirectMessages'],
  MESSAGE_UPDATE: ['GuildMessages', 'DirectMessages'],
  MESSAGE_DELETE: ['GuildMessages', 'DirectMessages'],
  MESSAGE_DELETE_BULK: ['GuildMessages'],
  MESSAGE_REACTION_ADD: ['GuildMessageReactions', 'DirectMessageReactions'],
  MESSAGE_REACTION_REMOVE: ['GuildMessageReactions', 'DirectMessageReactions'],
  MESSAGE_REACTION_REMOVE_ALL: ['GuildMessageReactions', 'DirectMessageReactions'],
  MESSAGE_REACTION_REMOVE_EMOJI: ['GuildMessageReactions', 'DirectMessageReactions'],
  PRESENCE_UPDATE: ['GuildPresences'],
  STAGE_INSTANCE_CREATE: ['Guilds'],
  STAGE_INSTANCE_UPDATE: ['Guilds'],
  STAGE_INSTANCE_DELETE: ['Guilds'],
  SUBSCRIPTION_CREATE: [],
  SUBSCRIPTION_UPDATE: [],
  SUBSCRIPTION_DELETE: [],
  TYPING_START: ['GuildMessageTyping', 'DirectMessageTyping'],
  USER_UPDATE: [],
  VOICE_CHANNEL_EFFECT_SEND: ['GuildVoiceStates'],
  VOICE_CHANNEL_START_TIME_UPDATE: ['Guilds'],
  VOICE_CHANNEL_STATUS_UPDATE: ['Guilds'],
  VOICE_STATE_UPDATE: ['GuildVoiceStates'],
  VOICE_SERVER_UPDATE: [],
  WEBHOOKS_UPDATE: ['GuildWebhooks'],
  MESSAGE_POLL_VOTE_ADD: ['GuildMessagePolls', 'DirectMessagePolls'],
  MESSAGE_POLL_VOTE_REMOVE: ['GuildMessagePolls', 'DirectMessagePolls'],
});

/** The names of all documented dispatches, in the order of Discord's documentation. */
export const dispatchEventNames = Object.freeze(Object.keys(dispatchEvents) as DispatchEventName[]);

/** True when Discord documents a dispatch of this name. */
export function isDispatchEventName(type: string): type is DispatchEventName {
  return Object.hasOwn(dispatchEvents, type);
}
