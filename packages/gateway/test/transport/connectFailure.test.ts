import { describe, expect, it } from '@jest/globals';
import { badStatus, connectFailure, parseRetryAfterMs } from '../../src/transport/connectFailure.js';

const withCode = (code: unknown, message = 'it failed'): Error => Object.assign(new Error(message), { code });

describe('the reason of a connect that failed', () => {
  it.each([
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'refused'],
    ['ENETUNREACH', 'refused'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ESERVFAIL', 'dns'],
    ['ETIMEDOUT', 'timed-out'],
    ['ERR_SOCKET_CONNECTION_TIMEOUT', 'timed-out'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['ECONNRESET', 'other'],
    ['HPE_INVALID_CONSTANT', 'other'],
    [undefined, 'other'],
    [7, 'other'],
  ])('is read from the code: %s is %s', (code, reason) => {
    expect(connectFailure(withCode(code))).toEqual({ type: 'connect-failed', reason, message: 'it failed' });
  });

  it('lists what each address of a host said, and never is an empty message', () => {
    const both = Object.assign(withCode('ECONNREFUSED', ''), { errors: [new Error('no ::1'), new Error('no 127.0.0.1')] });
    expect(connectFailure(both)).toMatchObject({ reason: 'refused', message: 'Error: no ::1; Error: no 127.0.0.1' });
    expect(connectFailure(withCode('ECONNREFUSED', ''))).toMatchObject({ message: 'ECONNREFUSED' });
  });
});

describe('an upgrade that was answered otherwise', () => {
  const response = (statusCode: number, headers = {}) => ({ statusCode, headers });

  it('S-07 upgrade status: is told with the status, and with the wait where one is asked for', () => {
    expect(badStatus(response(520), 0)).toEqual({
      type: 'connect-failed',
      reason: 'bad-status',
      message: 'the upgrade was answered with 520',
      status: 520,
    });
    expect(badStatus(response(429, { 'retry-after': '2' }), 0)).toMatchObject({ status: 429, retryAfterMs: 2_000 });
  });
});

describe('a Retry-After header', () => {
  const nowMs = Date.UTC(2026, 0, 1);

  it.each([
    ['30', 30_000],
    [' 0 ', 0],
    ['0.25', 250],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Thursday, 01-Jan-26 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['Mon, not a date', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%p asks for a wait of %p ms', (header, waitMs) => {
    expect(parseRetryAfterMs(header, nowMs)).toBe(waitMs);
  });
});
