import { DiscordApiError, FileError, OptionsError, RateLimitError, TransportError } from 'aplomb';

const UNKNOWN_CHANNEL = 10003;
const MISSING_ACCESS = 50001;
const MISSING_PERMISSIONS = 50013;

/** What to tell a person about a call that failed: one class for each thing that can be done about it. */
export function explain(error: unknown): string {
  if (error instanceof DiscordApiError) return explainRefusal(error);
  if (error instanceof RateLimitError) return `Too much at once. Try again in ${Math.ceil(error.retryAfterMs / 1_000)} s.`;
  if (error instanceof TransportError)
    return error.code === 'REST_OUTCOME_UNKNOWN'
      ? 'The network failed in the middle. Look whether it happened before you try again.'
      : 'Discord cannot be reached. Try again later.';
  if (error instanceof FileError) return `The file ${error.fileName} cannot be sent.`;
  if (error instanceof OptionsError) return `That cannot be asked for. ${error.message}`;
  throw error; // nothing that a call fails with
}

function explainRefusal({ code, discordCode, message }: DiscordApiError): string {
  if (code === 'TOKEN_REJECTED') return 'Discord does not know this token.';
  if (discordCode === UNKNOWN_CHANNEL) return 'There is no such channel.';
  if (discordCode === MISSING_ACCESS || discordCode === MISSING_PERMISSIONS) return 'The bot may not do that there.';
  return message;
}
