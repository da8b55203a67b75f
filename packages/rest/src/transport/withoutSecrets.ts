import type { Secret } from '@aplomb/base';

/** The token of a webhook or of an interaction, behind its id. */
const TOKEN_IN_PATH = /^\/(?:webhooks|interactions)\/[^/?]+\/([^/?]+)/i;
/** What is shorter is no token of Discord's, and may be a part of any word. */
const SHORTEST_SECRET = 8;

/**
 * What came as the answer to a call, without the secrets that the call carried: servers and proxies repeat paths and headers in their errors. These
 * are found whatever they look like, since they are known.
 */
export function withoutSecrets(text: string, path: string, authorization: Secret | null): string {
  // The header is "Bot", a space, and the token.
  const token = authorization?.reveal().split(' ').at(-1);
  return without(without(text, token), TOKEN_IN_PATH.exec(path)?.[1]);
}

function without(text: string, secret: string | undefined): string {
  if (secret === undefined || secret.length < SHORTEST_SECRET) return text;
  return text.replaceAll(secret, '[redacted]');
}
