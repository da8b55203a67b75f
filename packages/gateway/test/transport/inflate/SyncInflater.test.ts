import { describe, expect, it } from '@jest/globals';
import { createInflate, constants, deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../../src/transport/inflate/StreamLimits.js';
import { SyncInflater } from '../../../src/transport/inflate/SyncInflater.js';

const flushed = (text: string): Buffer => deflateSync(text, { finishFlush: constants.Z_SYNC_FLUSH });

function open(limits = {}): SyncInflater {
  return new SyncInflater(createInflate(), constants.Z_SYNC_FLUSH, { ...DEFAULT_LIMITS, ...limits });
}

describe('a synchronous inflater', () => {
  it('returns the bytes before anything else runs', () => {
    expect(open().inflate(flushed('{"op":10}'), 17).toString()).toBe('{"op":10}');
  });

  it('gives a view into memory that the next inflater writes to', () => {
    const first = open().inflate(flushed('first'), 5);
    open().inflate(flushed('other'), 5);
    expect(first.toString()).toBe('other');
  });

  it('fails for good: after an error it gives nothing but errors', () => {
    const inflater = open();
    expect(() => inflater.inflate(Buffer.from('garbage'), 7)).toThrow('incorrect header check');
    expect(() => inflater.inflate(flushed('{}'), 2)).toThrow('incorrect header check');
    inflater.close();
    expect(() => inflater.inflate(flushed('{}'), 2)).toThrow('incorrect header check');
  });

  it('never writes to a closed core, which would abort the process', () => {
    const inflater = open();
    inflater.close();
    inflater.close();
    expect(() => inflater.inflate(flushed('{}'), 2)).toThrow('its decoder is closed');
  });

  it('Z-04 zip bomb: looks at the ratio only above its free bytes', () => {
    const zeros = flushed('\0'.repeat(60_000));
    expect(open({ ratioFreeBytes: 60_000, maxRatio: 2 }).inflate(zeros, zeros.length)).toHaveLength(60_000);
    expect(() => open({ ratioFreeBytes: 59_999, maxRatio: 2 }).inflate(zeros, zeros.length)).toThrow(
      `${zeros.length} compressed bytes became more than 59999`,
    );
  });
});
