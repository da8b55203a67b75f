import type {
  APIGuildMember,
  APISoundboardSound,
  APIUser,
  GatewayGuildCreateDispatchData,
  GatewayPresenceUpdate,
  APIVoiceState,
} from 'discord-api-types/v10';

/**
 * What the gateway needs to know of the world that it speaks about. The gateway owns sessions, intents, sequences and punishments;
 * the world owns guilds, members and voice, and says what happened in it by `publish`ing {@link WorldEvent}s to the gateway.
 *
 * Every method answers from memory, at once, and never throws for an id that it does not know.
 */
export interface GatewayWorld {
  /** The bot's own user, as READY carries it. */
  readonly botUser: APIUser;
  /** The bot's application: READY carries its id and flags. */
  readonly application: { readonly id: string; readonly flags: number };
  /** The ids of all guilds that the bot is in, over all shards, unavailable ones included. */
  guildIds(): Iterable<string>;
  /** Whether the bot is in that guild. */
  hasGuild(guildId: string): boolean;
  /**
   * The whole guild, with *all* its members and presences: the gateway takes away what a session's intents and `large_threshold` do not
   * allow, and sets `large`. `null` while the guild is down: sessions are then told GUILD_DELETE with `unavailable: true`.
   */
  guildCreatePayload(guildId: string): GatewayGuildCreateDispatchData | null;
  /** All members of a guild, each with its `user`: op 8 answers from this list. Empty for an unknown guild. */
  members(guildId: string): readonly APIGuildMember[];
  /** The known presences of a guild, each with the id of its user. */
  presences(guildId: string): readonly GatewayPresenceUpdate[];
  /** What op 31 is answered with. */
  soundboardSounds(guildId: string): readonly APISoundboardSound[];
  /** What op 43 is answered with: the short-lived values of the guild's voice channels; the gateway leaves out the fields nobody asked for. */
  channelInfo(guildId: string): readonly ChannelInfo[];
  /**
   * The bot asked with op 4 to join, move or leave voice. The world keeps the new state and answers with it. `null` when Discord gives no
   * answer: an unknown guild or channel, a full channel, a missing permission. The world must *not* publish VOICE_STATE_UPDATE for it: the
   * gateway does, to every session that may see it, and sends VOICE_SERVER_UPDATE to the session that asked.
   */
  updateBotVoice(request: BotVoiceRequest): BotVoiceAnswer | null;
}

/** Short-lived values of one voice channel. Left-out fields have no value at present. */
export interface ChannelInfo {
  readonly id: string;
  readonly status?: string | null;
  /** Seconds since 1970. */
  readonly voice_start_time?: number | null;
}

/** Op 4, read and checked. */
export interface BotVoiceRequest {
  readonly guildId: string;
  /** `null` leaves voice. */
  readonly channelId: string | null;
  readonly selfMute: boolean;
  readonly selfDeaf: boolean;
  /** The gateway session that asked: it becomes the `session_id` of the voice state. */
  readonly sessionId: string;
}

/** The world's answer to op 4. */
export interface BotVoiceAnswer {
  /** The `d` of VOICE_STATE_UPDATE. */
  readonly state: APIVoiceState;
  /** What VOICE_SERVER_UPDATE tells besides the guild; left out when the bot left voice. A `null` endpoint means: wait for the next one. */
  readonly server?: { readonly token: string; readonly endpoint: string | null };
}

/**
 * Something that happened and that bots may hear of. The world publishes it once, whoever listens, and only when the bot has the
 * permission to see it; the gateway picks the sessions (shard, intents) and hides message content where a session may not read it.
 */
export interface WorldEvent {
  /** The dispatch's name, for example `MESSAGE_CREATE`. */
  readonly t: string;
  /** The payload in full, as a bot with every intent sees it. It is read when it is published and not kept. */
  readonly d: unknown;
  /** The guild that it happened in: it decides the shard. `null` (direct messages, entitlements, the bot's own user) means shard 0. */
  readonly guildId: string | null;
  /**
   * Whether it counts as a direct message for the intents (ephemeral messages do, although they happen in a guild).
   *
   * @defaultValue `guildId === null`
   */
  readonly isDirect?: boolean;
}
