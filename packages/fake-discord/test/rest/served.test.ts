import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS } from '../../src/rest/operations.js';
import { makeApi } from './makeApi.js';

const { operations } = JSON.parse(readFileSync(join(__dirname, '../../test-data/rest-operations.json'), 'utf8')) as {
  operations: string[];
};
/** Other products of Discord, and conversations in which no bot ever is. */
const NOT_SIMULATED = /^[A-Z]+ \/(?:channels\/\d+\/recipients\/\d+|partner-sdk\/.*)$/;
const SIGNATURES = operations.map((operation) => operation.replace(/\{[^}]+\}/g, '123'));

describe("Discord's operations", () => {
  it('have a route each, those for people and those of old too, but for other products', () => {
    const served = new Set(makeApi().api.routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, '*')}`));
    const all = Object.entries(OPERATIONS).flatMap(([path, methods]) => methods.split(' ').map((method) => `${method} ${path}`));
    expect(all.filter((operation) => !served.has(operation) && !NOT_SIMULATED.test(operation.replaceAll('*', '1')))).toEqual([]);
  });

  it('are served, all but those of other products', () => {
    const unserved = SIGNATURES.filter((signature) => makeApi().ask(signature).status === 501);
    expect(unserved).toEqual(SIGNATURES.filter((signature) => NOT_SIMULATED.test(signature)));
    // The documents name this number.
    expect(operations.length - unserved.length).toBe(230);
  });

  it.each(SIGNATURES.filter((signature) => NOT_SIMULATED.test(signature)))('answer 501 with name and reason: %s', (signature) => {
    const { api, ask } = makeApi();
    const message = expect.stringMatching(/^501: Not Implemented by FakeDiscord: .*(?:Social SDK|no bot)/) as unknown;
    expect(ask(signature)).toMatchObject({ status: 501, body: { message } });
    expect(api.unsupported).toMatchObject([{ method: signature.split(' ')[0], path: signature.split(' ')[1] }]);
  });
});
