import { AplombError } from '@aplomb/base';

/** The codes of errors that the playground itself reports. Wrong options are `OptionsError`s of `@aplomb/base`. */
export type PlaygroundErrorCode = 'PLAYGROUND_BAD_CALL' | 'PLAYGROUND_CANNOT_LISTEN' | 'PLAYGROUND_FAILED' | 'PLAYGROUND_UNKNOWN_THING';

/** Something that the playground cannot do. The page shows it as the answer to what it asked for. */
export class PlaygroundError extends AplombError<PlaygroundErrorCode> {}
