import type { Identified } from '../Identified.js';
import { View } from '../View.js';

/** A user of whom perhaps only the id is known. */
export class UserHandle<Payload extends Identified = Identified> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }
}
