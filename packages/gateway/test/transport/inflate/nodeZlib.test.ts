import { describe, expect, it } from '@jest/globals';
import { createInflate } from 'node:zlib';
import { makeZlibSample, nodeZlib } from '../../../src/transport/inflate/nodeZlib.js';
import { SAMPLE_TEXTS } from '../../../src/transport/inflate/provesSound.js';
import { DEFAULT_LIMITS } from '../../../src/transport/inflate/StreamLimits.js';

describe('zlib-stream by node:zlib', () => {
  it('proves sound on every Node that the tests run on', () => {
    expect([nodeZlib.isAvailable(), nodeZlib.isAvailable()]).toEqual([true, true]);
  });

  it('reads what the documented stream reads', async () => {
    const { compressed } = makeZlibSample(SAMPLE_TEXTS);
    const inflater = nodeZlib.open(DEFAULT_LIMITS);
    const ours = compressed.map((message) => inflater.inflate(message, message.length).toString()).join('');
    const stream = createInflate();
    stream.write(Buffer.concat(compressed));
    const chunks: Buffer[] = [];
    await new Promise<void>((resolve) => {
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.flush(() => resolve());
    });
    stream.destroy();
    expect(ours).toBe(Buffer.concat(chunks).toString());
  });
});
