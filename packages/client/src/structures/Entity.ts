import type { Identified } from './Identified.js';
import { madeAt } from './dates.js';
import { View } from './View.js';

/** What has an id of its own. */
export abstract class Entity<Payload extends Identified> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }

  /** When it was made, which its id tells. */
  get createdAt(): Date {
    return madeAt(this.id);
  }
}
