import { AplombError } from '@aplomb/base';

/** The codes of {@link ClientError}. */
export type ClientErrorCode = 'GATEWAY_INFO_FAILED' | 'MANY_INVALID_REQUESTS' | 'MANY_LISTENERS' | 'MISSING_INTENT' | 'SEQUENCE_GAP';

/** Something about the client that is worth knowing. It comes through the `warn` event; the client lives on. */
export class ClientError extends AplombError<ClientErrorCode> {}
