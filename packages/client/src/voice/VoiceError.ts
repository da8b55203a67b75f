import { AplombError } from '@aplomb/base';

/** The codes of {@link VoiceError}. */
export type VoiceErrorCode =
  'VOICE_ENDED' | 'VOICE_FORBIDDEN' | 'VOICE_LIBRARY_FAILED' | 'VOICE_NO_ANSWER' | 'VOICE_SHARD_AWAY' | 'VOICE_SUPERSEDED';

/** The bot could not join, move within or leave voice. */
export class VoiceError extends AplombError<VoiceErrorCode> {}
