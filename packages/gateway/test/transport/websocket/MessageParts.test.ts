import { describe, expect, it } from '@jest/globals';
import { MessageParts } from '../../../src/transport/websocket/MessageParts.js';

describe('the parts of a message', () => {
  it('are one after the other, and their kind is that of the first', () => {
    const parts = new MessageParts(true, 0);
    expect(['', 'be', 'gin'].map((part) => parts.add(Buffer.from(part)))).toEqual([null, null, null]);
    expect([parts.bytes.toString(), parts.length, parts.isBinary]).toEqual(['begin', 5, true]);
  });

  it('are copied: what they came in may be overwritten', () => {
    const parts = new MessageParts(false, 2);
    const memory = Buffer.from('ab');
    parts.add(memory);
    memory.fill('x');
    expect(parts.bytes.toString()).toBe('ab');
  });

  it('S-16 huge message: are 16,384 at most', () => {
    const parts = new MessageParts(false, 1);
    const part = Buffer.from('x');
    const refusals = Array.from({ length: 16_385 }, () => parts.add(part)).filter((violation) => violation !== null);
    expect(refusals).toEqual([{ code: 1009, message: 'a message has 16385 fragments, more than the 16384 fragments allowed' }]);
    expect(parts.length).toBe(16_384);
  });
});
