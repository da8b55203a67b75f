import type { APIChannelBase, APIGuildChannel, APIThreadChannel, APIVoiceChannelBase, ChannelType } from 'discord-api-types/v10';
import type { VoiceType } from './kinds.js';

/** What every channel's payload has. */
export type ChannelPayload<Type extends ChannelType = ChannelType> = APIChannelBase<Type>;

/** A channel of which Discord's documentation says only that there is such a kind. */
export type DirectoryPayload = APIGuildChannel<ChannelType.GuildDirectory>;

/** A channel that people talk in. Status and start come by the gateway alone, apart from the channel. */
export interface VoicePayload<Type extends VoiceType> extends APIVoiceChannelBase<Type> {
  readonly status?: string | null;
  /** In seconds since 1970. */
  readonly voice_start_time?: number | string | null;
}

/** A thread as the gateway and REST send it. */
export type ThreadPayload = APIThreadChannel & { readonly newly_created?: boolean };
