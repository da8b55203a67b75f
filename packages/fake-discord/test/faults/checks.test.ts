import { describe, expect, it } from '@jest/globals';
import { requireCloseCode, requireNumber, requireStatus } from '../../src/faults/checks.js';

const refused = expect.objectContaining({ code: 'INVALID_OPTION' });

describe('the number of a fault', () => {
  it.each([-1, Number.NaN, '5' as unknown as number])('may not be %p', (value) => {
    expect(() => {
      requireNumber('ms', value, 0);
    }).toThrow(refused);
  });

  it('may be the least one, or infinite', () => {
    expect(() => {
      requireNumber('ms', 0, 0);
      requireNumber('ms', Infinity, 0);
    }).not.toThrow();
  });
});

describe('the close code of a fault', () => {
  it.each([999, 1_004, 1_005, 1_006, 1_015, 2_999, 5_000, 4_000.5])('may not be %d', (code) => {
    expect(() => {
      requireCloseCode(code);
    }).toThrow(refused);
  });

  it.each([1_000, 1_001, 1_014, 3_000, 4_009, 4_999])('may be %d', (code) => {
    expect(() => {
      requireCloseCode(code);
    }).not.toThrow();
  });
});

describe('the status of a fault', () => {
  it.each([199, 600, 404.5, Number.NaN])('may not be %d', (status) => {
    expect(() => {
      requireStatus(status);
    }).toThrow(refused);
  });

  it.each([200, 599])('may be %d', (status) => {
    expect(() => {
      requireStatus(status);
    }).not.toThrow();
  });
});
