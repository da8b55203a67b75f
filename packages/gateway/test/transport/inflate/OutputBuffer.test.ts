import { describe, expect, it } from '@jest/globals';
import { OutputBuffer, sharedOutput } from '../../../src/transport/inflate/OutputBuffer.js';

const LARGE = Buffer.alloc(2 ** 20);
const SMALL = Buffer.alloc(100);

function write(output: OutputBuffer, bytes: Buffer): void {
  output.begin().append(bytes);
}

describe('the output that inflaters share', () => {
  it('is one for the process', () => {
    expect(sharedOutput()).toBe(sharedOutput());
  });

  it('begins empty each time, in the same memory', () => {
    const output = new OutputBuffer();
    write(output, SMALL);
    const { memory } = output.begin();
    write(output, SMALL);
    expect(output.begin().length).toBe(0);
    expect(output.begin().memory).toBe(memory);
  });

  it('keeps large memory while large messages come, and gives it back after a run of small ones', () => {
    const output = new OutputBuffer();
    const atRest = output.capacity;
    for (let round = 0; round < 3; round += 1) {
      write(output, LARGE);
      for (let index = 0; index < 1_000; index += 1) write(output, SMALL);
      expect(output.capacity).toBeGreaterThanOrEqual(LARGE.length);
    }
    for (let index = 0; index < 30; index += 1) write(output, SMALL);
    expect(output.capacity).toBe(atRest);
  });
});
