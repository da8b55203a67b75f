import type { ConnectionEvents } from './GatewayTransport.js';

/**
 * The same events, out of which no error comes back into the connection: it would leave the rest of what was just read unread. It is thrown once that is
 * done, as the uncaught exception that it is.
 */
export function throwLater(events: ConnectionEvents, defer: (task: () => void) => void = queueMicrotask): ConnectionEvents {
  const attempt = (report: () => void): void => {
    try {
      report();
    } catch (error) {
      defer(() => {
        throw error as Error;
      });
    }
  };
  return {
    opened: () => {
      attempt(() => {
        events.opened();
      });
    },
    message: (bytes, isBinary) => {
      attempt(() => {
        events.message(bytes, isBinary);
      });
    },
    pong: () => {
      attempt(() => {
        events.pong();
      });
    },
    closed: (end) => {
      attempt(() => {
        events.closed(end);
      });
    },
  };
}
