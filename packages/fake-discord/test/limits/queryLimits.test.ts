import { describe, expect, it } from '@jest/globals';
import { othersHome } from '../permissions/othersHome.js';
import { complains } from './complaints.js';
import { LIMITS } from './limitsData.js';
import type { Constraint } from './limitsData.js';
import { probesOf } from './probes.js';
import { QUERIES } from './queries.js';

/** What stands in lists, where that is not an id. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  author_type: ['user', 'bot', 'webhook', '-user', '-bot', '-webhook'],
  has: ['link', 'embed', 'file', 'image', 'video', 'sound', 'sticker', 'poll', 'snapshot'].flatMap((kind) => [kind, `-${kind}`]),
};

/** Ids: that they are not negative is not their size. */
const IDS: readonly string[] = ['after'];

const CASES = Object.entries(LIMITS.spec.query).flatMap(([operation, parameters]) =>
  Object.entries(parameters).flatMap(([name, constraint]) => casesOf(operation, name, constraint)),
);

function casesOf(
  operation: string,
  name: string,
  constraint: Constraint,
): readonly (readonly [string, string, string, unknown, unknown])[] {
  return probesOf(name, constraint, '1000').map(({ allowed, name: limit, refused }) => {
    const all = ITEMS[name];
    const values = all === undefined ? [allowed, refused] : [all, [...all, ...all.slice(0, 1)]];
    return [`${operation} ${name} ${limit}`, operation, name, values[0], values[1]] as const;
  });
}

function ask(operation: string, name: string, value: unknown): ReturnType<ReturnType<typeof othersHome>['ask']> {
  const home = othersHome();
  const signature = (QUERIES[operation] ?? '').replace(/:(\w+)/g, (whole, id: string) => home.ids[id] ?? whole);
  const values = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(
    (each) => `${name}=${encodeURIComponent(String(each))}`,
  );
  return home.ask(`${signature}?${values.join('&')}`);
}

describe('queries that the OpenAPI document describes', () => {
  it('are all asked', () => {
    const left = Object.keys(LIMITS.spec.query).filter((operation) => !(operation in QUERIES));
    expect(left).toEqual([]);
  });

  it.each(CASES.filter(([, , name]) => !IDS.includes(name)))(
    'are refused beyond %s, and not before',
    (_, operation, name, allowed, refused) => {
      expect(complains(ask(operation, name, refused), name)).toBe(true);
      expect(complains(ask(operation, name, allowed), name)).toBe(false);
    },
  );
});
