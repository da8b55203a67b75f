import { AplombError } from '@aplomb/base';

/** The codes of {@link ClientError}. */
export type ClientErrorCode =
  | 'CACHE_REFILL_FAILED'
  | 'CACHE_SNAPSHOT_FAILED'
  | 'COLLECTOR_FILTER_FAILED'
  | 'GATEWAY_INFO_FAILED'
  | 'HANDLERS_TOO_SLOW'
  | 'MANY_INVALID_REQUESTS'
  | 'MANY_LISTENERS'
  | 'MISSING_INTENT'
  | 'SEQUENCE_GAP';

/** Something about the client that is worth knowing. It comes through the `warn` event, or rejects what somebody waits for; the client lives on. */
export class ClientError extends AplombError<ClientErrorCode> {}
