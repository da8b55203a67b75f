import { OptionsError } from '@aplomb/base';

/** A client runs once at a time. */
export function alreadyStarted(): OptionsError {
  return new OptionsError('ALREADY_STARTED', {
    what: 'The client was started already.',
    cure: 'Start it once; it reconnects by itself. For other shards see `client.shards.setShards`.',
  });
}

/** A client that was shut down stays so. */
export function clientClosed(): OptionsError {
  return new OptionsError('CLIENT_CLOSED', {
    what: 'The client was shut down.',
    cure: 'Make a new one: a client that was shut down is not started again.',
  });
}
