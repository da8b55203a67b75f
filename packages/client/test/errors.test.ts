import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AplombError } from '../src/index.js';
import { ClientError } from '../src/errors.js';

const root = join(__dirname, '../src');
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');
const declared = [...sourceOf('errors.ts').matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code ?? '');
const thrown = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...sourceOf(file).matchAll(/new ClientError\('(\w+)'/g)].map(([, code]) => code ?? ''));

describe('the codes of client errors', () => {
  it('are exactly those that something makes', () => {
    expect([...new Set(thrown)].sort()).toEqual([...declared].sort());
  });

  it('belong to errors that are known across copies of the package', () => {
    expect(AplombError.is(new ClientError('MISSING_INTENT', { what: 'a', cure: 'b' }))).toBe(true);
  });
});
