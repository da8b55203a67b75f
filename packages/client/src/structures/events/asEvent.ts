import type { Views } from '../Views.js';

/** Makes the view of an event that is nothing but an event. */
export const asEvent =
  <Payload extends object, Made>(make: new (data: Payload, views: Views) => Made) =>
  (data: Payload, views: Views): Made =>
    new make(data, views);
