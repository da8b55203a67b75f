import type { APIGuild } from 'discord-api-types/v10';
import { GuildHandle } from './GuildHandle.js';

/** The lists of a guild that only some of Discord's answers have. */
type GuildLists = 'emojis' | 'roles' | 'stickers';

/** A guild as Discord sends it; the gateway's has more than REST's, and the cache keeps its lists apart. */
export interface GuildPayload extends Omit<APIGuild, GuildLists>, Partial<Pick<APIGuild, GuildLists>> {
  readonly member_count?: number;
}

/** A guild: what people call a server. */
export class Guild extends GuildHandle<GuildPayload> {
  get name(): string {
    return this.data.name;
  }
}
