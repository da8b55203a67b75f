import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packPlain, plainData } from '../../src/records/plain.js';

const pool = new FieldPool();

describe('an entity of which there are few as a record', () => {
  it('gives every field of its payload back, those that nobody knows yet too', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue(), { noNullPrototype: true }), (payload) => {
        fc.pre(!Object.hasOwn(payload, '__proto__'));
        expect(plainData(packPlain('1', payload, pool))).toEqual(payload);
      }),
    );
  });

  it('is found by its key, which need not be a field of it', () => {
    expect(packPlain('AbCdEf', { code: 'AbCdEf', uses: 3 }, pool)).toMatchObject({ id: 'AbCdEf', shared: { code: 'AbCdEf', uses: 3 } });
    expect(plainData(packPlain('901', { flags: 0 }, pool))).toEqual({ flags: 0 });
  });
});
