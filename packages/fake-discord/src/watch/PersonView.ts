import type {
  APIGuild,
  APIGuildMember,
  APIGuildScheduledEvent,
  APISoundboardSound,
  APIStageInstance,
  APIUser,
  APIVoiceState,
  GatewayPresenceUpdate,
} from 'discord-api-types/v10';
import type { ChannelPayload } from '../world/channelPayloads.js';

/** A channel or thread that a person sees: Discord's object, with what they may do there. */
export type SeenChannel = ChannelPayload & {
  /** Their permissions here, as the bits of Discord's permissions in a decimal text. */
  readonly permissions: string;
};

/** A guild that a person is in, as they see it. */
export interface SeenGuild extends APIGuild {
  /** The channels that they may view, and the threads in them that are not archived. */
  readonly channels: readonly SeenChannel[];
  readonly guild_scheduled_events: readonly APIGuildScheduledEvent[];
  readonly member_count: number;
  readonly members: readonly APIGuildMember[];
  /** What they may do in the guild before any channel has its say. */
  readonly permissions: string;
  readonly presences: readonly GatewayPresenceUpdate[];
  readonly soundboard_sounds: readonly APISoundboardSound[];
  readonly stage_instances: readonly APIStageInstance[];
  readonly voice_states: readonly APIVoiceState[];
}

/** What a person sees, in Discord's wire shapes. */
export interface PersonView {
  /** Their conversation with the bot, once it was opened. */
  readonly directChannels: readonly SeenChannel[];
  /** Without those that are down. */
  readonly guilds: readonly SeenGuild[];
  readonly me: APIUser;
}
