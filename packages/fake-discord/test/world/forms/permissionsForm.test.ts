import { describe, expect, it } from '@jest/globals';
import { Form } from '../../../src/world/forms/Form.js';
import { readPermissions } from '../../../src/world/forms/permissionsForm.js';
import { outcome } from '../../arrangeHome.js';

/** What is read of a value. */
function read(permissions: unknown): bigint | undefined {
  const form = new Form({ permissions });
  const bits = readPermissions(form, 'permissions');
  form.check();
  return bits;
}

describe('a set of permissions', () => {
  it.each([
    ['1024', 1024n],
    [8, 8n],
    ['18014398509481984', 2n ** 54n],
    [null, undefined],
  ])('is read of %p as %p', (value, bits) => {
    expect(read(value)).toBe(bits);
  });

  it.each(['-1', 'all', 1.5, '18014398509481985', ['8']])('is refused as %p', (value) => {
    expect(outcome(() => read(value))).toBe('400 50035');
  });
});
