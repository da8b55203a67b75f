import { OptionsError } from '@aplomb/base';
import { TransportError, type RestCall } from '../errors.js';
import { isHarmlessTwice } from '../refusal.js';
import { headerOf, type HttpAnswer } from './HttpAnswer.js';

/** The errors of attempts that brought no answer, or none that can be used. `call.path` shows no token. */

export function timedOut(call: RestCall, timeoutMs: number): TransportError {
  return new TransportError('REST_TIMED_OUT', {
    ...call,
    what: `${call.method} ${call.path} was not answered in full within ${String(timeoutMs)} ms.`,
    cure: 'Try again later, or raise `timeoutMs` on a slow network.',
  });
}

export function connectionFailed(call: RestCall, cause: unknown): TransportError {
  const code = (cause as { readonly code?: unknown } | null)?.code;
  return new TransportError('REST_CONNECTION_FAILED', {
    ...call,
    what: `${call.method} ${call.path} met a network failure${typeof code === 'string' ? ` (${code})` : ''}.`,
    cure: 'Look at the network, the proxy and `baseUrl`, then try again.',
    cause,
  });
}

/** What undici is told of a request that nobody waits for any more. */
export function withdrawn(call: RestCall): TransportError {
  return connectionFailed(call, undefined);
}

export function uploadFailed(call: RestCall, cause: unknown): OptionsError {
  return new OptionsError('INVALID_BODY', {
    what: `The body of ${call.method} ${call.path} failed while it was being sent.`,
    cure: 'The cause says why. Give bytes, or a function that opens a new stream for each attempt.',
    cause,
  });
}

export function tooLarge(call: RestCall, maxBytes: number): TransportError {
  return new TransportError('REST_ANSWER_UNREADABLE', {
    ...call,
    what: `The answer to ${call.method} ${call.path} has more than ${String(maxBytes)} bytes, and was not read to its end.`,
    cure: 'Look whether `baseUrl` leads to Discord, and whether a proxy answers in its place.',
  });
}

export function unreadable(call: RestCall, { status, unreadable: head }: HttpAnswer): TransportError {
  const fault = head === '' ? 'has no body, where JSON was to come' : `is no JSON: "${head ?? ''}"`;
  const mayHaveHappened = call.method !== 'GET';
  return new TransportError('REST_ANSWER_UNREADABLE', {
    ...call,
    status,
    mayHaveHappened,
    what: `The answer to ${call.method} ${call.path} (status ${String(status)}) ${fault}.${mayHaveHappened ? ' It was probably carried out.' : ''}`,
    cure: `${isHarmlessTwice(call.method) ? '' : 'Look whether it has happened before you call again. '}Look whether \`baseUrl\` leads to Discord, and whether a proxy answers in its place.`,
  });
}

export function redirected(call: RestCall, { headers, status }: HttpAnswer): TransportError {
  return new TransportError('REST_REDIRECTED', {
    ...call,
    status,
    what: `${call.method} ${call.path} was answered with ${String(status)}, a redirect to ${hostOf(headerOf(headers, 'location') ?? '')}, which was not followed.`,
    cure: 'Discord redirects no call. Give the address itself as `baseUrl`, and look whether a proxy answers in its place.',
  });
}

/** For what may have been carried out: `cause` says how the answer was lost. */
export function outcomeUnknown(call: RestCall, cause: TransportError, isHarmlessTwice: boolean): TransportError {
  return new TransportError('REST_OUTCOME_UNKNOWN', {
    ...call,
    mayHaveHappened: true,
    what: `${cause.message.slice(0, cause.message.indexOf('. ') + 1)} Whether Discord has carried it out is unknown.`,
    cure: isHarmlessTwice ? 'Call again: it does no harm twice.' : 'Look whether it has happened before you call again.',
    cause,
  });
}

/** Only the host: the rest of the address may carry what nobody should read in a log. */
function hostOf(location: string): string {
  if (URL.canParse(location)) return new URL(location).host;
  return location === '' ? 'nowhere' : 'another path';
}
