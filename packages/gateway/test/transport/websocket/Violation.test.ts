import { describe, expect, it } from '@jest/globals';
import { brokenFrame, notUtf8, tooLarge } from '../../../src/transport/websocket/Violation.js';

describe('a violation of the web socket protocol', () => {
  it('has the close code that RFC 6455 has for it', () => {
    expect([brokenFrame('a fault'), notUtf8('a word'), tooLarge('9 bytes came', '8 bytes')]).toEqual([
      { code: 1002, message: 'a fault' },
      { code: 1007, message: 'a word is not valid UTF-8' },
      { code: 1009, message: '9 bytes came, more than the 8 bytes allowed' },
    ]);
  });
});
