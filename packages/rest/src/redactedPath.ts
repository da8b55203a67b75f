import { redact } from '@aplomb/base';

/** The token of a webhook or of an interaction stands behind its id. Whoever has it can speak in its name. */
const OWN_TOKEN = /((?:webhooks|interactions)\/[^/]+\/)[^/?#\s]+/gi;

/** `path` as it may be shown: in errors, events and logs. `/webhooks/1/:token` instead of the token. */
export function redactedPath(path: string): string {
  return redact(path.replace(OWN_TOKEN, '$1:token'));
}
