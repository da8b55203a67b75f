import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { flattenErrors } from '../../src/flattenErrors.js';
import { limitRouteOf } from '../../src/ratelimit/limitRouteOf.js';
import { refusal } from '../../src/refusal.js';
import { BODY_RULES } from '../../src/validation/bodies.js';
import { QUERY_RULES } from '../../src/validation/queries.js';

const DEPTH = 100_000;
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const call = { method: 'POST', path: '/channels/1/messages' };

/** As Discord answers, but not as it would. */
const deep = JSON.parse(`${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`) as unknown;

describe('Y-10 a hostile answer', () => {
  it('of 100,000 levels is flattened and told about without overflow', () => {
    expect(flattenErrors(deep)).toEqual([]);
    const error = refusal(
      call,
      { status: 400, body: { code: 50_035, message: 'x', errors: deep } },
      { isAuthorized: true, mayHaveHappened: false },
    );
    expect(error.message.length).toBeLessThan(1_000);
    expect(inspect(error).length).toBeLessThan(20_000);
  });

  it('of 10⁶ keys, or with a million errors in one field, stays a short list', () => {
    const leaf = { _errors: [{ code: 'C', message: 'm' }] };
    const wide: Record<string, unknown> = {};
    for (let index = 0; index < 1_000_000; index += 1) wide[`k${String(index)}`] = leaf;
    expect(flattenErrors(wide).length).toBeLessThanOrEqual(100);
    expect(flattenErrors({ _errors: Array.from({ length: 1_000_000 }, () => ({ code: 'C', message: 'm' })) }).length).toBeLessThanOrEqual(
      100,
    );
  });
});

describe('Y-02 keys that every object has', () => {
  it.each(KEYS)('%s in an answer is the name of a field', (key) => {
    const errors: unknown = JSON.parse(`{"${key}":{"_errors":[{"code":"C","message":"m"}]}}`);
    expect(flattenErrors(errors)).toEqual([{ field: key, code: 'C', message: 'm' }]);
  });

  it.each(KEYS)('%s in a path or as a route is no entry of a table', (key) => {
    expect(BODY_RULES.get(key) ?? QUERY_RULES.get(key)).toBeUndefined();
    expect(typeof limitRouteOf('GET', `/${key}/1/${key}`).routeKey).toBe('string');
  });
});
