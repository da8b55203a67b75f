import type { APIEmoji } from 'discord-api-types/v10';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';

/** An emoji of a guild or of the application. */
export class Emoji extends View<APIEmoji> {
  /** `null` for one of the application. */
  readonly guildId: string | null;

  constructor(source: Source<APIEmoji>, guildId: string | null, views: Views) {
    super(source, views);
    this.guildId = guildId;
  }
}
