import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';
import type { MessageHandle } from './MessageHandle.js';

/** What belongs to a message. */
export abstract class PartOfMessage<Payload extends object> extends View<Payload> {
  readonly message: MessageHandle;

  constructor(source: Source<Payload>, message: MessageHandle, views: Views) {
    super(source, views);
    this.message = message;
  }
}
