import { describe, expect, it } from '@jest/globals';
import { constants, createInflate } from 'node:zlib';
import { frameWriter } from '../../../src/bench/wire/frameWriters.js';

async function inflated(frames: readonly Buffer[]): Promise<string> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  for (const frame of frames) inflate.write(frame);
  inflate.end();
  const parts: Buffer[] = [];
  for await (const part of inflate) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

describe('a writer of zlib-stream', () => {
  it('compresses all texts of a connection in one context, and ends each as the gateway does', async () => {
    const write = frameWriter('zlib-stream');
    const texts = ['{"hello":"größer"}', '{"hello":"größer","again":true}', `{"long":"${'x'.repeat(200_000)}"}`];
    const frames = texts.map(write) as Buffer[];
    expect(await inflated(frames)).toBe(texts.join(''));
    for (const frame of frames) expect(frame.subarray(-4)).toEqual(Buffer.from([0, 0, 0xff, 0xff]));
  });
});

describe('a writer without compression', () => {
  it('leaves texts as they are', () => {
    expect(frameWriter('none')('{}')).toBe('{}');
  });
});
