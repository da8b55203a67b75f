import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clientFrame, closePayload } from '../../../src/transport/websocket/clientFrame.js';
import { clientFrames } from '../clientFrames.js';
import { Opcode } from '../RawServer.js';

const maskOf = (frame: Buffer): string => frame.subarray(2, 6).toString('hex');

describe('a frame of a client', () => {
  it.each([
    [0, 6],
    [1, 6],
    [125, 6],
    [126, 8],
    [65_535, 8],
    [65_536, 14],
  ])('of %i bytes is read as it was written, behind %i bytes of header', (length, header) => {
    const payload = Buffer.alloc(length).map((_, index) => index % 251);
    const frame = clientFrame(Opcode.Binary, Buffer.from(payload));
    expect(frame).toHaveLength(header + length);
    const [read] = clientFrames(frame);
    expect([read?.opcode, read?.payload.equals(payload)]).toEqual([Opcode.Binary, true]);
  });

  it('has its text in UTF-8, half a surrogate pair as what stands for the unreadable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(clientFrames(clientFrame(Opcode.Text, text))).toEqual([{ opcode: Opcode.Text, payload: Buffer.from(text) }]);
      }),
    );
    expect(clientFrames(clientFrame(Opcode.Text, 'a\ud800'))[0]?.payload.toString()).toBe('a\ufffd');
  });

  it('is final and masked, with a mask of its own each time', () => {
    const frames = Array.from({ length: 3_000 }, () => clientFrame(Opcode.Ping, ''));
    expect(frames.filter((frame) => frame[0] !== 0x89 || frame[1] !== 0x80)).toEqual([]);
    // Of 3,000 masks of 32 bits one pair is the same about once in a thousand runs; four pairs never are.
    expect(new Set(frames.map(maskOf)).size).toBeGreaterThan(2_996);
  });

  it('leaves what it was given as it was', () => {
    const payload = Buffer.from('pong');
    clientFrame(Opcode.Pong, payload);
    expect(payload.toString()).toBe('pong');
  });

  it('closes with a code and a reason', () => {
    expect(closePayload(4000, Buffer.from('why')).toString('hex')).toBe(`0fa0${Buffer.from('why').toString('hex')}`);
  });
});
