import { isRecord } from '../readPayload.js';
import { ignored, malformed, type Answer, type Asker } from './Answer.js';

/**
 * Op 4. The new voice state goes to everybody who may see it; the voice server only to the session that asked. What the world refuses
 * (a full channel, say) gets no answer at all.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#update-voice-state | Update voice state}
 */
export function answerVoiceState(d: unknown, { state, session }: Asker): Answer {
  if (!isRecord(d)) return malformed('op 4 without a payload');
  const { guild_id: guildId, channel_id: channelId, self_mute: selfMute, self_deaf: selfDeaf } = d;
  if (typeof guildId !== 'string') return malformed('op 4 without a guild_id');
  if (typeof channelId !== 'string' && channelId !== null) return malformed('op 4 whose channel_id is neither an id nor null');
  if (typeof selfMute !== 'boolean' || typeof selfDeaf !== 'boolean') return malformed('op 4 without self_mute and self_deaf');
  const voice = state.world.updateBotVoice({ guildId, channelId, selfMute, selfDeaf, sessionId: session.id });
  if (voice === null) return ignored('asked for a voice channel that it cannot join');
  return {
    published: [{ t: 'VOICE_STATE_UPDATE', d: voice.state, guildId }],
    own:
      voice.server === undefined
        ? []
        : [{ t: 'VOICE_SERVER_UPDATE', d: { token: voice.server.token, guild_id: guildId, endpoint: voice.server.endpoint } }],
    offence: null,
  };
}
