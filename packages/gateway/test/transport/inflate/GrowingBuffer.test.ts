import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GrowingBuffer } from '../../../src/transport/inflate/GrowingBuffer.js';

describe('a growing buffer', () => {
  it('holds what was written, in order, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), fc.integer({ min: 1, max: 64 }), (pieces, capacity) => {
        const buffer = new GrowingBuffer(capacity);
        for (const piece of pieces) buffer.append(piece);
        expect(buffer.written().equals(Buffer.concat(pieces))).toBe(true);
      }),
    );
  });

  it('doubles, so that many small writes cost few moves', () => {
    const buffer = new GrowingBuffer(1);
    const memories = new Set<Buffer>();
    for (let index = 0; index < 10_000; index += 1) {
      buffer.append(Buffer.from('x'));
      memories.add(buffer.memory);
    }
    expect(memories.size).toBe(15);
  });
});
