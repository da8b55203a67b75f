import { describe, expect, it } from '@jest/globals';
import { limitRouteOf } from '../../src/ratelimit/limitRouteOf.js';
import { BODY_RULES } from '../../src/validation/bodies.js';
import { checkBody, checkQuery } from '../../src/validation/checkBody.js';
import { QUERY_RULES } from '../../src/validation/queries.js';
import { AT_LEAST, AT_MOST, limits, QUERIES, read } from './cases.js';
import { NOT_IN_A_CASE } from './elsewhere.js';

interface Operation {
  readonly method: string;
  readonly path: string;
}

function refusalOf(routeKey: string, body: unknown): string | null {
  try {
    checkBody(routeKey, body);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_BODY' });
    return (error as Error).message;
  }
}

describe("Discord's documented limits", () => {
  it.each(AT_MOST)('%s of %s: %i is sent, one more is refused with its field', (_, routeKey, most, make, field) => {
    expect(most).toBeGreaterThan(0);
    expect(refusalOf(routeKey, make(most))).toBeNull();
    expect(refusalOf(routeKey, make(most + 1))).toContain(
      field === '' ? `The body of ${routeKey}` : `\`${field}\` in the body of ${routeKey}`,
    );
  });

  it.each(AT_LEAST)('%s of %s: %i is sent, one less is refused with its field', (_, routeKey, least, make, field) => {
    expect(refusalOf(routeKey, make(least))).toBeNull();
    expect(refusalOf(routeKey, make(least - 1))).toContain(`\`${field}\` in the body of ${routeKey}`);
  });

  it.each(QUERIES)('%s of %s: %s up to %i is sent, more or nothing is refused', (_, routeKey, name, most) => {
    const send = (value: unknown) => () => {
      checkQuery(routeKey, { [name]: value });
    };
    for (const fine of [most, String(most), 1, undefined]) expect(send(fine)).not.toThrow();
    for (const wrong of [most + 1, String(most + 1), -1, NaN]) expect(send(wrong)).toThrow(`\`${name}\` in the query of ${routeKey} is`);
  });

  it('are each in a case, or said not to be, with a reason', () => {
    const groups = Object.entries(limits.groups).filter(([group]) => group !== 'gateway' && group !== 'voice');
    const documented = groups.flatMap(([group, entries]) => Object.keys(entries).map((limit) => `${group}.${limit}`));
    const covered = new Set([...AT_MOST, ...AT_LEAST, ...QUERIES].map(([limit]) => limit));
    expect(documented.filter((limit) => !covered.has(limit) && NOT_IN_A_CASE[limit] === undefined)).toEqual([]);
    expect(Object.keys(NOT_IN_A_CASE).filter((limit) => covered.has(limit) || !documented.includes(limit))).toEqual([]);
  });
});

describe('the tables of what is checked', () => {
  const { operations } = read('rest-operations.json') as { readonly operations: readonly Operation[] };
  const keys = new Set(
    operations.map(
      ({ method, path }) =>
        limitRouteOf(
          method,
          path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (/emoji_name|token|^code/.test(name) ? 'A1:b' : '1')),
        ).routeKey,
    ),
  );

  it('have the keys that calls really have', () => {
    expect([...BODY_RULES.keys(), ...QUERY_RULES.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });
});
