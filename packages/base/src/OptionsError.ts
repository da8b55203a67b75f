import { AplombError } from './AplombError.js';

/** The codes of {@link OptionsError}. */
export type OptionsErrorCode =
  | 'ALREADY_STARTED'
  | 'CLIENT_CLOSED'
  | 'INVALID_BODY'
  | 'INVALID_INTENTS'
  | 'INVALID_OPTION'
  | 'INVALID_PERMISSIONS'
  | 'INVALID_SHARD_ID'
  | 'INVALID_SHARD_RANGE'
  | 'INVALID_SHARD_TOTAL'
  | 'INVALID_TOKEN'
  | 'MISSING_OPTION'
  | 'NOT_STARTED'
  | 'UNKNOWN_EVENT'
  | 'UNKNOWN_INTENT'
  | 'UNKNOWN_OPTION'
  | 'UNKNOWN_PERMISSION';

/** A call that cannot be right, found before anything was sent. Change the call. */
export class OptionsError extends AplombError<OptionsErrorCode> {}
