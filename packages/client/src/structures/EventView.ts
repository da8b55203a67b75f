/** What a dispatch brought, as Discord sent it: where it has no view of its own, or came in a shape that is newer than this version. */
export class EventView<Payload> {
  /** The payload, typed by discord-api-types. */
  readonly data: Payload;

  constructor(data: Payload) {
    this.data = data;
  }
}
