import { describe, expect, it } from '@jest/globals';
import type { RestReply } from '../../src/rest/RestRequest.js';
import { DOCUMENTED, isElsewhere, LISTED, NO_BODIES, numberOf, SHOWN_BY_SPEC } from './documented.js';
import type { DocumentedCheck } from './documented.js';
import { LIMITS } from './limitsData.js';
import { fullHome } from './subjects.js';

const ROWS = Object.entries(LIMITS.groups).flatMap(([group, rows]) => Object.entries(rows).map(([name, row]) => ({ group, name, row })));
const CHECKS = ROWS.flatMap(({ group, name, row }) => {
  const checks = DOCUMENTED[`${group}.${name}`] ?? [];
  return checks.map((check) => ({ check, limit: numberOf(row, check.number), title: `${group}.${name} ${check.number}` }));
});

/** A request of which the number is so large, in a home that was filled up to the limit. */
function send({ ask, body, fill, send: sent }: DocumentedCheck, count: number): RestReply {
  const home = fullHome();
  fill?.(home, count);
  const signature = ask.replace(/:(\w+)/g, (whole, name: string) => (name === 'emoji' ? '%F0%9F%8E%89' : (home.ids[name] ?? whole)));
  const json = body(count, home);
  return sent === undefined ? home.ask(signature, json) : sent(home, signature, json);
}

describe('the documented limits', () => {
  it('are all shown here or by the OpenAPI document, or are no number of a body', () => {
    const known = { ...DOCUMENTED, ...LISTED, ...NO_BODIES, ...SHOWN_BY_SPEC };
    const left = ROWS.filter(({ group, name }) => !isElsewhere(group, name) && !(`${group}.${name}` in known));
    expect(left.map(({ group, name }) => `${group}.${name}`)).toEqual([]);
  });

  it.each(Object.entries(SHOWN_BY_SPEC))('%s has the numbers of the OpenAPI document', (key, places) => {
    const [group = '', name = ''] = key.split('.');
    const row = LIMITS.groups[group]?.[name] ?? {};
    const numbers = places.map((place) => {
      const [schema = '', path = '', constraint = ''] = place.split(' ');
      return LIMITS.spec.schemas[schema]?.[path]?.[constraint];
    });
    expect(Object.values(row).flat()).toEqual(expect.arrayContaining(numbers));
  });

  it.each(CHECKS.map(({ check, limit, title }) => [title, limit, check] as const))('are kept: %s, which is %p', (_, limit, check) => {
    const beyond = /min/i.test(check.number) ? limit - 1 : limit + 1;
    expect(send(check, beyond).body).toMatchObject({ code: check.code });
    expect(send(check, limit).status).toBeLessThan(300);
  });

  it.each(Object.entries(LISTED))('are kept: %s allows these values alone', (key, request) => {
    const [group = '', name = ''] = key.split('.');
    const values = LIMITS.groups[group]?.[name]?.['values'] as readonly number[];
    const statusOf = (value: number): number => {
      const [ask, body] = request(value);
      return send({ ask, body: () => body, code: 0, number: 'values' }, value).status;
    };
    expect(values.map(statusOf)).toEqual(values.map(() => 200));
    expect(values.map((value) => statusOf(value + 1))).toEqual(values.map(() => 400));
  });

  it('are kept: an option takes no number beyond 2^53', () => {
    const option = { type: 10, name: 'what', description: 'What' };
    const ask = 'POST /applications/:application/commands';
    const statusOf = (max: number): number => {
      const body = { name: 'look', description: 'Looks', options: [{ ...option, max_value: max }] };
      return send({ ask, body: () => body, code: 0, number: 'max' }, max).status;
    };
    expect([statusOf(2 ** 53), statusOf(2 ** 53 + 2), statusOf(-(2 ** 53) - 2)]).toEqual([201, 400, 400]);
  });
});
