import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookUpOperation } from '../../src/rest/knownOperation.js';

const { operations } = JSON.parse(readFileSync(join(__dirname, '../../test-data/rest-operations.json'), 'utf8')) as {
  operations: string[];
};

describe('the table of operations', () => {
  it('knows every operation of the OpenAPI document', () => {
    const unknown = operations.filter((operation) => {
      const [method = '', path = ''] = operation.split(' ');
      return lookUpOperation(method, path.replace(/\{[^}]+\}/g, '123')) !== 'operation';
    });
    expect([operations.length, unknown]).toEqual([237, []]);
  });

  it('tells a wrong method from a wrong path', () => {
    expect([lookUpOperation('DELETE', '/gateway'), lookUpOperation('GET', '/gate')]).toEqual(['other methods only', 'unknown path']);
  });
});
