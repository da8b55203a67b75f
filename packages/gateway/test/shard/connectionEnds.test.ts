import { describe, expect, it } from '@jest/globals';
import { causeOf, describeEnd, receivedCodeOf, ruleOf, toldCodeOf } from '../../src/shard/connectionEnds.js';
import type { ConnectionEnd } from '../../src/transport/GatewayTransport.js';

const ends: readonly (readonly [ConnectionEnd, object])[] = [
  [
    { type: 'close-frame', code: 4014, reason: 'Disallowed intent(s).' },
    { then: 'stop', received: 4014, told: 4014, cause: 'close frame', text: 'close code 4014: Disallowed intent(s).' },
  ],
  [
    { type: 'close-frame', code: 4000, reason: '' },
    { then: 'resume', received: 4000, told: 4000, cause: 'close frame', text: 'close code 4000' },
  ],
  [
    { type: 'dropped', message: 'ECONNRESET' },
    { then: 'resume', received: null, told: 1006, cause: 'socket dropped', text: 'ECONNRESET' },
  ],
  [
    { type: 'protocol-error', message: 'RSV1 must be clear' },
    { then: 'resume', received: null, told: 1006, cause: 'unreadable', text: 'RSV1 must be clear' },
  ],
  [
    { type: 'connect-failed', reason: 'dns', message: 'ENOTFOUND' },
    { then: 'resume', received: null, told: 1006, cause: 'socket dropped', text: 'dns: ENOTFOUND' },
  ],
];

describe('the end of a connection', () => {
  it.each(ends)('S-02 %j: only a close frame can end the session; all else keeps it', (end, meaning) => {
    const read = {
      then: ruleOf(end).then,
      received: receivedCodeOf(end),
      told: toldCodeOf(end),
      cause: causeOf(end),
      text: describeEnd(end),
    };
    expect(read).toEqual(meaning);
  });
});
