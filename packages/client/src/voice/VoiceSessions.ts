/** All that a voice library needs to open the connection that carries the sound. */
export interface VoiceSession {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly sessionId: string;
  /** Where to connect, without a protocol. */
  readonly endpoint: string;
  /** What opens it. It belongs into no log. */
  readonly token: string;
}

/** What is known of the bot's voice in one guild. */
interface Known {
  channelId: string | null;
  sessionId: string | null;
  endpoint: string | null;
  token: string | null;
}

/** VOICE_STATE_UPDATE of the bot itself, as far as it matters. */
export interface OwnVoiceState {
  readonly guildId: string;
  readonly channelId: string | null;
  readonly sessionId: string;
}

/** VOICE_SERVER_UPDATE. */
export interface VoiceServer {
  readonly guildId: string;
  /** `null`: there is no server at the moment, wait for the next update. */
  readonly endpoint: string | null;
  readonly token: string;
}

/**
 * Where the bot is in voice, put together from the two dispatches that say it, in whichever order they come.
 *
 * @see {@link https://docs.discord.com/developers/topics/voice-connections#retrieving-voice-server-information | Retrieving voice server information}
 */
export class VoiceSessions {
  private readonly guilds = new Map<string, Known>();

  /** The bot came, moved, or left. */
  state({ channelId, guildId, sessionId }: OwnVoiceState): void {
    if (channelId === null) this.guilds.delete(guildId);
    else Object.assign(this.of(guildId), { channelId, sessionId });
  }

  /** The guild's voice server. */
  server({ endpoint, guildId, token }: VoiceServer): void {
    Object.assign(this.of(guildId), { endpoint, token });
  }

  /** The channel that the bot is in; `null` where it is in none. */
  channelOf(guildId: string): string | null {
    return this.guilds.get(guildId)?.channelId ?? null;
  }

  /** All that is needed, once both have come; `undefined` until then. */
  session(guildId: string, userId: string): VoiceSession | undefined {
    const { channelId, endpoint, sessionId, token } = this.guilds.get(guildId) ?? NOTHING;
    if (channelId === null || endpoint === null || sessionId === null || token === null) return undefined;
    return { guildId, channelId, userId, sessionId, endpoint, token };
  }

  private of(guildId: string): Known {
    const known = this.guilds.get(guildId) ?? { ...NOTHING };
    this.guilds.set(guildId, known);
    return known;
  }
}

const NOTHING: Known = { channelId: null, sessionId: null, endpoint: null, token: null };
