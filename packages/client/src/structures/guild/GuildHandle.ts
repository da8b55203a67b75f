import type { Identified } from '../Identified.js';
import { View } from '../View.js';

/** A guild of which perhaps only the id is known. */
export class GuildHandle<Payload extends Identified = Identified> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }
}
