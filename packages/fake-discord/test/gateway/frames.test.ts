import { describe, expect, it } from '@jest/globals';
import { FrameOpcode, closePayload, encodeFrame } from '../../src/gateway/frames.js';

describe('a WebSocket frame', () => {
  it.each([
    [0, '8100'],
    [125, '817d'],
    [126, '817e007e'],
    [65_535, '817effff'],
    [65_536, '817f0000000000010000'],
  ])('of %d bytes begins with %s', (length, head) => {
    const frame = encodeFrame({ opcode: FrameOpcode.Text, payload: 'x'.repeat(length) });
    expect([frame.subarray(0, head.length / 2).toString('hex'), frame.length]).toEqual([head, length + head.length / 2]);
  });

  it('holds text as UTF-8', () => {
    expect(encodeFrame({ opcode: FrameOpcode.Text, payload: 'é' }).toString('hex')).toBe('8102c3a9');
  });

  it('can be unfinished, have reserved bits and claim any length', () => {
    const frame = encodeFrame({ opcode: FrameOpcode.Binary, fin: false, rsv: 4, claimedLength: 2 ** 40 });
    expect(frame.toString('hex')).toBe('427f0000010000000000');
  });

  it('can be masked, and read back with its mask', () => {
    const frame = encodeFrame({ opcode: FrameOpcode.Text, payload: 'hello', masked: true });
    const [mask, body] = [frame.subarray(2, 6), frame.subarray(6)];
    expect([frame[1], body.map((byte, index) => byte ^ (mask[index % 4] ?? 0)).toString()]).toEqual([0x85, 'hello']);
  });
});

describe('the payload of a close frame', () => {
  it('is the code and the reason, cut to 125 bytes', () => {
    expect(closePayload(4_000, 'why').toString('hex')).toBe('0fa0776879');
    expect(closePayload(4_000, 'x'.repeat(200))).toHaveLength(125);
  });
});
