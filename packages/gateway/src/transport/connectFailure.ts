import type { ConnectionEnd } from './GatewayTransport.js';
import type { HttpResponse } from './websocket/ResponseHead.js';

/** The end of a connection that never opened. */
export type ConnectFailure = Extract<ConnectionEnd, { type: 'connect-failed' }>;

/** Nobody answers there: no listener, or no way to the host. */
const REFUSED = /^(?:ECONNREFUSED|EHOSTDOWN|EHOSTUNREACH|ENETDOWN|ENETUNREACH)$/;

const TIMED_OUT = /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|ERR_SOCKET_CONNECTION_TIMEOUT)$/;

/** getaddrinfo's codes, and those of c-ares, which a `lookup` of one's own may use. */
const DNS = /^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENONAME|EBADNAME|EBADRESP|EFORMERR|ERR_INVALID_IP_ADDRESS)$/;

/** OpenSSL's own errors, and the names that Node gives to X.509 verification results. */
const TLS =
  /^(?:EPROTO|ERR_(?:TLS|SSL|OSSL)_\w+|CERT_\w+|CRL_\w+|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERROR_IN_C\w+|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/;

/** Why a socket could not be opened, from the code that Node gave its error. */
export function connectFailure(error: Error): ConnectFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { type: 'connect-failed', reason: reasonOf(code), message: messageOf(error, code) };
}

/** An upgrade that was answered with something else than 101. */
export function badStatus({ headers, statusCode: status }: HttpResponse, wallMs: number): ConnectFailure {
  const retryAfterMs = parseRetryAfterMs(headers['retry-after'], wallMs);
  const failure = { type: 'connect-failed', reason: 'bad-status', message: `the upgrade was answered with ${status}`, status } as const;
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
}

/**
 * The wait that a `Retry-After` header asks for, in milliseconds; `undefined` when it asks for none or cannot be read.
 *
 * @param header - seconds (Discord also sends fractions) or an HTTP date
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 | RFC 9110, Retry-After}
 */
export function parseRetryAfterMs(header: string | undefined, wallMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  // Date.parse alone would take many a number for a year.
  const dateMs = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - wallMs);
}

function reasonOf(code: string): ConnectFailure['reason'] {
  if (REFUSED.test(code)) return 'refused';
  if (DNS.test(code)) return 'dns';
  if (TLS.test(code)) return 'tls';
  return TIMED_OUT.test(code) ? 'timed-out' : 'other';
}

/** Node tries all addresses of a host and reports their errors together, in an error without a message of its own. */
function messageOf(error: Error, code: string): string {
  const parts = 'errors' in error && Array.isArray(error.errors) ? error.errors.map(String).join('; ') : error.message;
  return parts === '' ? code : parts;
}
