import type { Identified } from '../Identified.js';
import { madeAt } from '../dates.js';
import { PartOfGuild } from './PartOfGuild.js';

/** What belongs to a guild and has an id of its own. */
export abstract class GuildEntity<Payload extends Identified> extends PartOfGuild<Payload> {
  get id(): string {
    return this.data.id;
  }

  /** When it was made, which its id tells. */
  get createdAt(): Date {
    return madeAt(this.id);
  }
}
