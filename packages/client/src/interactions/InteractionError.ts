import { AplombError } from '@aplomb/base';

/** The codes of {@link InteractionError}. */
export type InteractionErrorCode = 'INTERACTION_ANSWERED' | 'INTERACTION_EXPIRED' | 'INTERACTION_LACKS_VALUE' | 'INTERACTION_NOT_ANSWERED';

/** An interaction was answered twice, too early or too late, or was asked for something that it does not have. */
export class InteractionError extends AplombError<InteractionErrorCode> {}
