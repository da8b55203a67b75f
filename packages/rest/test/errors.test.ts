import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const declared = [...readFileSync(join(root, 'errors.ts'), 'utf8').matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code ?? '');

describe('the codes of REST errors', () => {
  it('are each used by something', () => {
    const used = files.filter((file) => file !== 'errors.ts').map((file) => readFileSync(join(root, file), 'utf8')).join(); // prettier-ignore
    const inClass = ['REST_RATE_LIMITED'];
    expect([...new Set(declared)].filter((code) => !used.includes(`'${code}'`) && !inClass.includes(code))).toEqual([]);
  });
});
