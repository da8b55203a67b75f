import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRateFacts } from '../../src/ratelimit/readRateFacts.js';

type Headers = Readonly<Record<string, string>>;

const GOOD: Headers = {
  'x-ratelimit-bucket': 'abcd1234',
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': '4',
  'x-ratelimit-reset': '1470173023.123',
  'x-ratelimit-reset-after': '0.315',
};
const JSON_TYPE: Headers = { 'content-type': 'application/json' };
const HTML_TYPE: Headers = { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' };

const facts = (status: number, headers: Headers, body?: unknown) => readRateFacts(status, (name) => headers[name], body);

describe('readRateFacts, of headers', () => {
  it('reads what Discord sends', () => {
    expect(facts(200, GOOD, {}).headers).toEqual({ bucket: 'abcd1234', limit: 5, remaining: 4, resetAfterMs: 315 });
  });

  it('R-13 takes nothing about windows from the server’s clock', () => {
    const skewed = { ...GOOD, date: 'Fri, 20 Nov 2026 11:00:00 GMT', 'x-ratelimit-reset': '99999999999' };
    expect(facts(200, skewed).headers).toEqual(facts(200, GOOD).headers);
  });

  it('reads what the server’s clock showed', () => {
    expect(facts(200, GOOD).serverAtMs).toBeCloseTo(1_470_173_022_808, 3);
  });

  it.each(['-1', '', 'NaN', '1e12', '100000000001', '1470173023.123, 1470173023.123', '0x10', undefined])(
    'R-10 takes a reset of %p for no clock, and believes the other headers',
    (reset) => {
      const { 'x-ratelimit-reset': _, ...rest } = GOOD;
      const headers = reset === undefined ? rest : { ...rest, 'x-ratelimit-reset': reset };
      expect(facts(200, headers)).toMatchObject({ headers: { limit: 5 }, serverAtMs: null });
    },
  );

  it('knows no clock where the other headers make no sense, or are those of others', () => {
    const shared = { ...GOOD, 'x-ratelimit-scope': 'shared' };
    expect([facts(200, { ...GOOD, 'x-ratelimit-limit': '0' }).serverAtMs, facts(429, shared).serverAtMs]).toEqual([null, null]);
  });

  it.each([
    ['x-ratelimit-remaining', '-1'],
    ['x-ratelimit-remaining', '4.5'],
    ['x-ratelimit-remaining', '6'],
    ['x-ratelimit-remaining', '4, 4'],
    ['x-ratelimit-remaining', ''],
    ['x-ratelimit-reset-after', '1e400'],
    ['x-ratelimit-reset-after', '-1'],
    ['x-ratelimit-reset-after', 'NaN'],
    ['x-ratelimit-reset-after', 'Infinity'],
    ['x-ratelimit-reset-after', '86400.001'],
    ['x-ratelimit-reset-after', '0x10'],
    ['x-ratelimit-limit', 'abc'],
    ['x-ratelimit-limit', '0'],
    ['x-ratelimit-limit', '-5'],
    ['x-ratelimit-limit', '99999999999999999999'],
  ])('R-10 believes none of them when %s is %p', (name, value) => {
    expect(facts(200, { ...GOOD, [name]: value }).headers).toBe(null);
  });

  it.each(['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset-after'])('R-12 believes none of them when %s lacks', (name) => {
    const { [name]: _, ...rest } = GOOD;
    expect(facts(200, rest).headers).toBe(null);
  });

  it.each([undefined, '', 'x'.repeat(129), 'a b', 'ü'])('believes the numbers without a name for the bucket: %p', (name) => {
    const { 'x-ratelimit-bucket': _, ...rest } = GOOD;
    const headers = name === undefined ? rest : { ...rest, 'x-ratelimit-bucket': name };
    expect(facts(200, headers).headers).toMatchObject({ bucket: null, limit: 5 });
  });

  it('takes the ends of what is allowed', () => {
    const ends = { ...GOOD, 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '86400' };
    expect(facts(200, ends).headers).toMatchObject({ limit: 1, remaining: 0, resetAfterMs: 86_400_000 });
  });

  it('R-10 takes any text for any header and never throws', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('-1', '1e400', 'NaN', '5, 5', '0', '0.5'));
    const headers = fc.dictionary(fc.constantFrom(...Object.keys(GOOD), 'retry-after', 'date', 'content-type', 'x-ratelimit-scope'), text);
    fc.assert(
      fc.property(fc.constantFrom(200, 401, 403, 429, 502), headers, fc.jsonValue(), (status, given, body) => {
        const read = facts(status, given, body);
        const wait = read.retryAfterMs ?? 0;
        const numbers = read.headers ?? { limit: 1, remaining: 0, resetAfterMs: 0 };
        expect(wait >= 0 && wait <= 86_400_000 && Number.isInteger(wait)).toBe(true);
        expect(numbers.limit >= 1 && numbers.remaining >= 0 && numbers.remaining <= numbers.limit).toBe(true);
        expect(numbers.resetAfterMs >= 0 && numbers.resetAfterMs <= 86_400_000).toBe(true);
        expect(Number.isFinite(read.serverAtMs ?? 0)).toBe(true);
      }),
    );
  });
});

describe('readRateFacts, of a 429', () => {
  it.each([
    ['R-01 the longer of header and body', { 'retry-after': '1' }, { retry_after: 1.337 }, 1_337],
    ['R-01 the longer of header and body', { 'retry-after': '2' }, { retry_after: 1.337 }, 2_000],
    ['the header alone', { 'retry-after': '0.064' }, undefined, 64],
    ['the body alone, also as text', {}, { retry_after: '1.5' }, 1_500],
    ['R-02 neither', {}, undefined, null],
    ['R-02 what is no number', { 'retry-after': 'soon' }, { retry_after: 'later' }, null],
    ['R-02 what is no finite number', { 'retry-after': '1e400' }, { retry_after: Infinity }, null],
    ['R-03 nothing to wait for', { 'retry-after': '0' }, undefined, 0],
    ['R-03 less than nothing', { 'retry-after': '-3' }, { retry_after: -1 }, 0],
    ['R-05 a very long wait', { 'retry-after': '66271' }, undefined, 66_271_000],
    ['more than a day', { 'retry-after': '999999999' }, undefined, 86_400_000],
    ['a header that came twice', { 'retry-after': '1, 1' }, { retry_after: 0.5 }, 500],
  ])('waits for %s', (_, headers, body, waitMs) => {
    expect(facts(429, headers as Headers, body).retryAfterMs).toBe(waitMs);
  });

  it.each(['Fri, 20 Nov 2026 10:00:30 GMT', 'Friday, 20-Nov-26 10:00:30 GMT', 'Fri Nov 20 10:00:30 2026'])(
    'R-04 R-13 measures an HTTP date against the server’s own: %s',
    (until) => {
      expect(facts(429, { 'retry-after': until, date: 'Fri, 20 Nov 2026 10:00:25 GMT' }).retryAfterMs).toBe(5_000);
      expect(facts(429, { 'retry-after': until, date: 'Fri, 20 Nov 2026 11:00:00 GMT' }).retryAfterMs).toBe(0);
      expect(facts(429, { 'retry-after': until }).retryAfterMs).toBe(null);
    },
  );

  it.each([
    ['its scope', { 'x-ratelimit-scope': 'user' }, {}, 'user'],
    ['R-07 its scope', { 'x-ratelimit-scope': 'shared' }, { global: false }, 'shared'],
    ['R-06 its scope', { 'x-ratelimit-scope': 'global' }, {}, 'global'],
    ['R-06 the global header', { 'x-ratelimit-global': 'true' }, {}, 'global'],
    ['R-06 the body', { 'x-ratelimit-scope': 'user' }, { global: true }, 'global'],
    ['no scope that it does not say', { 'x-ratelimit-scope': 'galaxy' }, {}, null],
  ])('reads whom it concerns from %s', (_, headers, body, scope) => {
    expect(facts(429, headers as Headers, body).scope).toBe(scope);
  });

  it('says nothing of waits and scopes for any other status', () => {
    expect(facts(200, { 'retry-after': '5', 'x-ratelimit-scope': 'user' }, { global: true })).toMatchObject({
      retryAfterMs: null,
      scope: null,
    });
  });
});

describe('readRateFacts, of who answered', () => {
  it.each([
    ['JSON', 429, JSON_TYPE, { retry_after: 1 }, true],
    ['JSON of another type', 429, {}, { message: '401: Unauthorized' }, true],
    ['limit headers without a body', 429, GOOD, undefined, true],
    ['nothing at all', 429, {}, undefined, true],
    ['R-08 a page', 429, HTML_TYPE, undefined, false],
    ['R-08 a line of text', 429, { 'content-type': 'text/plain; charset=UTF-8' }, undefined, false],
    ['R-08 Cloudflare alone', 429, { server: 'cloudflare' }, undefined, false],
    ['Cloudflare, with Discord behind it', 429, { server: 'cloudflare', via: '1.1 google' }, undefined, true],
    ['R-08 a page that refuses', 403, HTML_TYPE, undefined, false],
    ['R-08 a page that asks who we are', 401, HTML_TYPE, undefined, false],
    ['JSON that refuses', 403, JSON_TYPE, { code: 50_013 }, true],
    ['a page of a host that is down', 502, HTML_TYPE, undefined, true],
  ])('%s (%i)', (_, status, headers, body, isFromDiscord) => {
    expect(facts(status, headers, body).isFromDiscord).toBe(isFromDiscord);
  });

  it.each([
    [{ code: 50_013 }, 50_013],
    [{ code: '10015' }, 10_015],
    [{ code: '' }, 0],
    [{ code: 1.5 }, 0],
    [{ code: null }, 0],
    ['no object', 0],
    [undefined, 0],
  ])('reads Discord’s code from %p', (body, code) => {
    expect(facts(404, JSON_TYPE, body).discordCode).toBe(code);
  });
});
