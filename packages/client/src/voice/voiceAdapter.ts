import type { APIVoiceState, GatewayVoiceServerUpdateDispatchData } from 'discord-api-types/v10';

/** What a voice library is told. `@discordjs/voice` makes one for each connection. */
export interface VoiceAdapterMethods {
  onVoiceServerUpdate(data: GatewayVoiceServerUpdateDispatchData): void;
  onVoiceStateUpdate(data: APIVoiceState): void;
  /** The gateway is of no use to it any more. */
  destroy(): void;
}

/** What a voice library says. */
export interface VoiceAdapter {
  /** Sends a payload of op 4 to the gateway. False when it cannot be sent. */
  sendPayload(payload: unknown): boolean;
  /** The library is done with this guild. */
  destroy(): void;
}

/** What `joinVoiceChannel({ adapterCreator })` of `@discordjs/voice` takes. */
export type VoiceAdapterCreator = (methods: VoiceAdapterMethods) => VoiceAdapter;

/** A dispatch about voice, in the shape of the wire: what Lavalink clients want to hear. */
export interface VoicePacket {
  readonly op: 0;
  readonly t: 'VOICE_SERVER_UPDATE' | 'VOICE_STATE_UPDATE';
  readonly d: unknown;
}
