import { RepliableInteraction } from './RepliableInteraction.js';

/** An interaction of a kind that is newer than this version, or a ping. `data` has what Discord sent. */
export class UnknownInteraction extends RepliableInteraction {
  readonly kind = 'unknown';
}
