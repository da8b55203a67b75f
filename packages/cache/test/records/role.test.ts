import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packRole, roleData } from '../../src/records/role.js';
import { anyRole, role } from '../payloads.js';

const context = { pool: new FieldPool(), intern: (id: string): string => id };

describe('a role as a record', () => {
  it('gives every documented field of its payload back', () => {
    fc.assert(
      fc.property(anyRole, (payload) => {
        expect(roleData(packRole(payload['id'] as string, payload, context))).toEqual(payload);
      }),
    );
  });

  it('permits nothing when what it permits cannot be read', () => {
    expect([null, 8, '0x8', '-1', undefined].map((permissions) => packRole('1', role(1, { permissions }), context).permissions)).toEqual(
      Array(5).fill('0'),
    );
  });
});
