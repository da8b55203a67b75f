import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';
import type { Guild } from './Guild.js';

/** What belongs to a guild. */
export abstract class PartOfGuild<Payload extends object> extends View<Payload> {
  /** The id of the guild that it belongs to. */
  readonly guildId: string;

  constructor(source: Source<Payload>, guildId: string, views: Views) {
    super(source, views);
    this.guildId = guildId;
  }

  /** The guild that it belongs to; `undefined` where it is not cached. */
  get guild(): Guild | undefined {
    return this.views.cachedGuild(this.guildId);
  }
}
