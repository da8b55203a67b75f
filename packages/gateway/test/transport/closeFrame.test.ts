import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitReason, isSendableCode } from '../../src/transport/closeFrame.js';

describe('a close frame to be sent', () => {
  it('may carry the codes that RFC 6455 gives to frames, and no other', () => {
    expect([1000, 1001, 1003, 1007, 1014, 3000, 4000, 4999].map(isSendableCode)).not.toContain(false);
    expect([0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 4000.5, Number.NaN].map(isSendableCode)).not.toContain(true);
  });

  it('has a reason of at most 123 bytes, cut between characters', () => {
    expect(fitReason('bye').toString()).toBe('bye');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (reason) => {
        const fitted = fitReason(reason);
        expect(fitted.length).toBeLessThanOrEqual(123);
        expect(Buffer.from(reason).toString().startsWith(fitted.toString())).toBe(true);
      }),
    );
  });
});
