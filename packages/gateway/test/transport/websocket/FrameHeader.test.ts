import { describe, expect, it } from '@jest/globals';
import { frameBytes, headerBytes, headerFault, isFinal, opcodeOf } from '../../../src/transport/websocket/FrameHeader.js';
import { frame, Opcode } from '../RawServer.js';

const second = (bytes: Buffer): number => bytes[1] ?? 0;

describe('the header of a frame', () => {
  it.each([
    [0, 2],
    [125, 2],
    [126, 4],
    [65_535, 4],
    [65_536, 10],
  ])('of %i bytes has %i of its own, and says how many there are in all', (length, header) => {
    const bytes = Buffer.concat([Buffer.from('before'), frame(Opcode.Binary, Buffer.alloc(length))]);
    expect(headerBytes(bytes[7] ?? 0)).toBe(header);
    expect(frameBytes(bytes, 6)).toBe(header + length);
  });

  it('says lengths beyond 2 ** 32, and beyond 2 ** 53 about how much', () => {
    expect(frameBytes(Buffer.from([0x82, 127, 0, 0, 0, 1, 0, 0, 0, 2]), 0)).toBe(10 + 2 ** 32 + 2);
    expect(frameBytes(Buffer.from([0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255]), 0)).toBeGreaterThan(2 ** 63);
  });

  it('says whether it ends its message, and its opcode', () => {
    expect([0x81, 0x01, 0x80, 0x0f].map((first) => [isFinal(first), opcodeOf(first)])).toEqual([
      [true, 1],
      [false, 1],
      [true, 0],
      [false, 15],
    ]);
  });

  it('is in order for every opcode that there is, and for no other', () => {
    const known = Array.from({ length: 16 }, (_, opcode) => opcode).filter((opcode) => headerFault(0x80 | opcode, 0) === null);
    expect(known).toEqual(Object.values(Opcode));
  });

  it('is in order for fragments of messages, and for control frames of up to 125 bytes', () => {
    expect([Opcode.Continuation, Opcode.Text, Opcode.Binary].map((opcode) => headerFault(opcode, 127))).toEqual([null, null, null]);
    for (const opcode of [Opcode.Close, Opcode.Ping, Opcode.Pong]) {
      expect(headerFault(opcode, 0)).toBe('a control frame is fragmented');
      expect([125, 126, 127].map((length) => headerFault(0x80 | opcode, length) === null)).toEqual([true, false, false]);
    }
  });

  it('has a fault when it has reserved bits or a mask', () => {
    for (const bit of [0x10, 0x20, 0x40]) expect(headerFault(0x81 | bit, 0)).toBe('a frame has reserved bits');
    expect(headerFault(0x81, second(frame(Opcode.Text, 'x', { isMasked: true })))).toBe('a frame of a server is masked');
  });
});
