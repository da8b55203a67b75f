/**
 * Which dispatch needs which intent: an own reading of Discord's list, kept apart from `@aplomb/gateway`'s on purpose. If both shared one
 * table, one misreading would sit on both sides and every test would be green.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#list-of-intents | List of intents}
 */
const TABLE = {
  GUILDS: [
    0,
    'GUILD_CREATE GUILD_UPDATE GUILD_DELETE GUILD_ROLE_CREATE GUILD_ROLE_UPDATE GUILD_ROLE_DELETE CHANNEL_CREATE CHANNEL_UPDATE ' +
      'CHANNEL_DELETE CHANNEL_PINS_UPDATE THREAD_CREATE THREAD_UPDATE THREAD_DELETE THREAD_LIST_SYNC THREAD_MEMBER_UPDATE ' +
      'THREAD_MEMBERS_UPDATE STAGE_INSTANCE_CREATE STAGE_INSTANCE_UPDATE STAGE_INSTANCE_DELETE VOICE_CHANNEL_STATUS_UPDATE ' +
      'VOICE_CHANNEL_START_TIME_UPDATE',
  ],
  GUILD_MEMBERS: [1, 'GUILD_MEMBER_ADD GUILD_MEMBER_UPDATE GUILD_MEMBER_REMOVE THREAD_MEMBERS_UPDATE'],
  GUILD_MODERATION: [2, 'GUILD_AUDIT_LOG_ENTRY_CREATE GUILD_BAN_ADD GUILD_BAN_REMOVE'],
  GUILD_EXPRESSIONS: [
    3,
    'GUILD_EMOJIS_UPDATE GUILD_STICKERS_UPDATE GUILD_SOUNDBOARD_SOUND_CREATE GUILD_SOUNDBOARD_SOUND_UPDATE ' +
      'GUILD_SOUNDBOARD_SOUND_DELETE GUILD_SOUNDBOARD_SOUNDS_UPDATE',
  ],
  GUILD_INTEGRATIONS: [4, 'GUILD_INTEGRATIONS_UPDATE INTEGRATION_CREATE INTEGRATION_UPDATE INTEGRATION_DELETE'],
  GUILD_WEBHOOKS: [5, 'WEBHOOKS_UPDATE'],
  GUILD_INVITES: [6, 'INVITE_CREATE INVITE_DELETE'],
  GUILD_VOICE_STATES: [7, 'VOICE_CHANNEL_EFFECT_SEND VOICE_STATE_UPDATE'],
  GUILD_PRESENCES: [8, 'PRESENCE_UPDATE'],
  GUILD_MESSAGES: [9, 'MESSAGE_CREATE MESSAGE_UPDATE MESSAGE_DELETE MESSAGE_DELETE_BULK'],
  GUILD_MESSAGE_REACTIONS: [10, 'MESSAGE_REACTION_ADD MESSAGE_REACTION_REMOVE MESSAGE_REACTION_REMOVE_ALL MESSAGE_REACTION_REMOVE_EMOJI'],
  GUILD_MESSAGE_TYPING: [11, 'TYPING_START'],
  DIRECT_MESSAGES: [12, 'MESSAGE_CREATE MESSAGE_UPDATE MESSAGE_DELETE CHANNEL_PINS_UPDATE'],
  DIRECT_MESSAGE_REACTIONS: [13, 'MESSAGE_REACTION_ADD MESSAGE_REACTION_REMOVE MESSAGE_REACTION_REMOVE_ALL MESSAGE_REACTION_REMOVE_EMOJI'],
  DIRECT_MESSAGE_TYPING: [14, 'TYPING_START'],
  MESSAGE_CONTENT: [15, ''],
  GUILD_SCHEDULED_EVENTS: [
    16,
    'GUILD_SCHEDULED_EVENT_CREATE GUILD_SCHEDULED_EVENT_UPDATE GUILD_SCHEDULED_EVENT_DELETE GUILD_SCHEDULED_EVENT_USER_ADD ' +
      'GUILD_SCHEDULED_EVENT_USER_REMOVE',
  ],
  AUTO_MODERATION_CONFIGURATION: [20, 'AUTO_MODERATION_RULE_CREATE AUTO_MODERATION_RULE_UPDATE AUTO_MODERATION_RULE_DELETE'],
  AUTO_MODERATION_EXECUTION: [21, 'AUTO_MODERATION_ACTION_EXECUTION'],
  GUILD_MESSAGE_POLLS: [24, 'MESSAGE_POLL_VOTE_ADD MESSAGE_POLL_VOTE_REMOVE'],
  DIRECT_MESSAGE_POLLS: [25, 'MESSAGE_POLL_VOTE_ADD MESSAGE_POLL_VOTE_REMOVE'],
} as const satisfies Record<string, readonly [bit: number, events: string]>;

/** The name of an intent, in Discord's spelling. */
export type IntentName = keyof typeof TABLE;

/** The bits of the 21 intents. */
export const Intent = Object.fromEntries(Object.entries(TABLE).map(([name, [bit]]) => [name, 2 ** bit])) as Readonly<
  Record<IntentName, number>
>;

/** The three that must be switched on in the developer portal. */
export const PRIVILEGED_INTENTS = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT;

/** Every intent there is, as one number. */
export const ALL_INTENTS = Object.values(Intent).reduce((sum, bit) => sum | bit, 0);

/** The intents that let an event through, in a guild and in a direct message. */
export interface EventIntents {
  readonly inGuild: number;
  readonly inDirect: number;
}

/** The events that are tied to intents. An event that is not in here is always sent. */
export const EVENT_INTENTS: ReadonlyMap<string, EventIntents> = invert();

function invert(): ReadonlyMap<string, EventIntents> {
  const map = new Map<string, EventIntents>();
  for (const [name, [bit, events]] of Object.entries(TABLE)) {
    for (const event of events.split(' ').filter((word) => word !== '')) {
      const { inGuild, inDirect } = map.get(event) ?? { inGuild: 0, inDirect: 0 };
      const direct = name.startsWith('DIRECT_');
      map.set(event, { inGuild: direct ? inGuild : inGuild | (2 ** bit), inDirect: direct ? inDirect | (2 ** bit) : inDirect });
    }
  }
  return map;
}

/** Whether `intents` has any bit of `wanted`. */
export function hasIntent(intents: number, wanted: number): boolean {
  return (intents & wanted) !== 0;
}
