import { describe, expect, it } from '@jest/globals';
import { allowedBytes, DEFAULT_LIMITS, streamCorrupt, streamTooLarge } from '../../../src/transport/inflate/StreamLimits.js';

const MIB = 2 ** 20;

describe('the bounds of a stream', () => {
  it('are 1 MiB for nothing, then 200 times what came in, then 128 MiB', () => {
    expect([0, 100, MIB / 4, MIB, 32 * MIB].map((bytesIn) => allowedBytes(DEFAULT_LIMITS, bytesIn) / MIB)).toEqual([1, 1, 50, 128, 128]);
  });

  it('are told by errors that say what to do', () => {
    expect(streamCorrupt('it is').message).toMatch(/^The gateway's compressed stream is broken: it is\. The shard drops this connection/);
    expect(streamTooLarge('it is').message).toMatch(/^A gateway message grew beyond its bounds: it is\. The shard drops this connection/);
    expect([streamCorrupt('x').code, streamTooLarge('x').code]).toEqual(['STREAM_CORRUPT', 'STREAM_TOO_LARGE']);
  });
});
