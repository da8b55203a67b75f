/** What a dispatch brought, as Discord sent it. */
export class EventView<Payload> {
  /** The payload, typed by discord-api-types. */
  readonly data: Payload;

  constructor(data: Payload) {
    this.data = data;
  }
}
