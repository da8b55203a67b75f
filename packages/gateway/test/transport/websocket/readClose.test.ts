import { describe, expect, it } from '@jest/globals';
import { NO_STATUS, readClose } from '../../../src/transport/websocket/readClose.js';
import { closePayload } from '../RawServer.js';

describe('the payload of a close frame', () => {
  it('is a code and a reason, or neither', () => {
    expect(readClose(closePayload(4004, 'Authentication failed. 🔒'))).toEqual({ code: 4004, reason: 'Authentication failed. 🔒' });
    expect(readClose(closePayload(1000))).toEqual({ code: 1000, reason: '' });
    expect(readClose(Buffer.alloc(0))).toEqual({ code: NO_STATUS, reason: '' });
  });

  it.each([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999])(
    'may have the code %i',
    (code) => {
      expect(readClose(closePayload(code))).toEqual({ code, reason: '' });
    },
  );

  it.each([0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535])('may not have the code %i', (code) => {
    expect(readClose(closePayload(code))).toEqual({ code: 1002, message: `a close frame has the code ${code}, which no frame may have` });
  });

  it('is not half a code, and not a reason that is no UTF-8', () => {
    expect(readClose(Buffer.from([3]))).toEqual({ code: 1002, message: 'a close frame has half a code' });
    const broken = Buffer.concat([closePayload(1000), Buffer.from([0xff])]);
    expect(readClose(broken)).toEqual({ code: 1007, message: 'the reason of a close frame is not valid UTF-8' });
  });
});
