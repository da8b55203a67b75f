import type { APIEmoji, GatewayVoiceChannelEffectSendDispatchData, VoiceChannelEffectSendAnimationType } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { UserEvent } from './UserEvent.js';

/**
 * Somebody sent an emoji or a sound to the voice channel that the bot is in.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send | Voice channel effect send}
 */
export class VoiceEffect extends UserEvent<GatewayVoiceChannelEffectSendDispatchData> {
  get emoji(): Camel<APIEmoji> | null {
    return camel<APIEmoji | null>(this.data.emoji ?? null);
  }

  /** 0 for those who pay, 1 for all. */
  get animationType(): VoiceChannelEffectSendAnimationType | null {
    return this.data.animation_type ?? null;
  }

  get animationId(): number | null {
    return this.data.animation_id ?? null;
  }

  /** The sound that was played; a default sound has a small number. */
  get soundId(): string | null {
    const { sound_id: id } = this.data;
    return id === undefined ? null : String(id);
  }

  /** How loud, from 0 to 1. */
  get soundVolume(): number | null {
    return this.data.sound_volume ?? null;
  }
}
