import type { ResolvedShardOptions } from './resolveShardOptions.js';
import type { Session } from './Session.js';

/**
 * The text of IDENTIFY. Here and in {@link resumeText} alone the token is in plain sight.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#identify | Identify}
 */
export function identifyText(options: ResolvedShardOptions, presence: unknown): string {
  const { capabilities, id, identifyProperties, intents, largeThreshold, token, total } = options;
  return JSON.stringify({
    op: 2,
    d: {
      token: token.reveal(),
      properties: identifyProperties,
      large_threshold: largeThreshold,
      shard: [id, total],
      presence,
      intents,
      capabilities,
    },
  });
}

/** The text of RESUME. */
export function resumeText(options: ResolvedShardOptions, session: Session): string {
  return JSON.stringify({ op: 6, d: { token: options.token.reveal(), session_id: session.id, seq: session.sequence } });
}
