import { OptionsError } from '@aplomb/base';
import type { RestCall } from './errors.js';

/** The error of a call that came after `close()`, or that `close()` found waiting. Each call gets one of its own. */
export function restClosed({ method, path }: RestCall): OptionsError {
  return new OptionsError('CLIENT_CLOSED', {
    what: `${method} ${path} was not sent any more, because the client was shut down, or its \`Rest\` closed.`,
    cure: 'Let calls settle before the shutdown (`await client.idle()`), or make a new client.',
  });
}
