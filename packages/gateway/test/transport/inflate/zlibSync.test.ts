import { AplombError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../../src/transport/inflate/StreamLimits.js';
import { isSafeOn, requireOptional, zlibSync, ZlibSyncInflater, type ZlibSync } from '../../../src/transport/inflate/zlibSync.js';
import { compressed, textOf, zlibBomb } from '../compressedStreams.js';

const codeOf = (run: () => unknown): string => {
  try {
    return `no error: ${String(run())}`;
  } catch (error) {
    return AplombError.is(error) ? error.code : String(error);
  }
};

describe('the optional package zlib-sync', () => {
  it('is not touched on a Node that its binary would crash', () => {
    expect(['20.19.0', '22.21.1', '24.18.9', '24.0.0'].map(isSafeOn)).not.toContain(false);
    expect(['24.19.0', '24.21.0', '25.0.0', '26.1.0'].map(isSafeOn)).not.toContain(true);
  });

  it('is absent when it cannot be loaded, for whatever reason', () => {
    expect(requireOptional('a-package-that-nobody-has')).toBeNull();
    expect(requireOptional('eventemitter3')).not.toBeNull();
  });

  it('is used only when it is there, safe, and proves sound; and is asked once', () => {
    const isHere = isSafeOn(process.versions.node) && requireOptional('zlib-sync') !== null;
    expect([zlibSync.isAvailable(), zlibSync.isAvailable()]).toEqual([isHere, isHere]);
    if (!isHere) return;
    const inflater = zlibSync.open(DEFAULT_LIMITS);
    inflater.close();
    expect(codeOf(() => inflater.inflate(Buffer.from('x'), 1))).toBe('STREAM_CORRUPT');
  });
});

/** As `zlib-sync` behaves, without its binary: it gives back what it is fed, `factor` times as long. */
function fakeLibrary(factor: number, fails: { readonly err: number; readonly msg: string | null } = { err: 0, msg: null }): ZlibSync {
  class Inflate {
    readonly err = fails.err;
    readonly msg = fails.msg;
    result: Buffer | null = null;
    push(bytes: Buffer): void {
      this.result = this.err === 0 ? Buffer.concat(new Array<Buffer>(factor).fill(bytes)) : null;
    }
  }
  return { Inflate, Z_SYNC_FLUSH: 2 };
}

describe('an inflater by zlib-sync', () => {
  it('feeds it in pieces, and joins what they give', () => {
    const bytes = Buffer.from(textOf(50_000));
    const inflater = new ZlibSyncInflater(fakeLibrary(1), DEFAULT_LIMITS);
    expect(inflater.inflate(bytes, bytes.length).equals(bytes)).toBe(true);
    expect(inflater.inflate(Buffer.alloc(0), 0)).toHaveLength(0);
  });

  it('Z-04 zip bomb: looks at the bounds between the pieces', () => {
    const inflater = new ZlibSyncInflater(fakeLibrary(1_000), DEFAULT_LIMITS);
    const bytes = Buffer.alloc(2 ** 20);
    expect(codeOf(() => inflater.inflate(bytes, bytes.length))).toBe('STREAM_TOO_LARGE');
    expect(codeOf(() => inflater.inflate(bytes, bytes.length))).toBe('STREAM_CORRUPT');
  });

  it('Z-01 corrupt stream: an error, named or not, is the end of the context', () => {
    for (const fails of [
      { err: -3, msg: 'data error' },
      { err: 1, msg: null },
    ]) {
      const inflater = new ZlibSyncInflater(fakeLibrary(1, fails), DEFAULT_LIMITS);
      expect(codeOf(() => inflater.inflate(Buffer.alloc(9), 9))).toBe('STREAM_CORRUPT');
    }
  });
});

if (zlibSync.isAvailable()) {
  describe('an inflater by the zlib-sync that is here', () => {
    it('reads a stream of small and large messages', async () => {
      const texts = ['{"op":10}', textOf(300_000), '{"op":11}', 'ab'.repeat(2 ** 17)];
      const inflater = zlibSync.open(DEFAULT_LIMITS);
      const messages = await compressed('zlib-stream', texts);
      expect(messages.map((message) => inflater.inflate(message, message.length).toString())).toEqual(texts);
    });

    it('Z-04 zip bomb: stops at the bounds', () => {
      const bomb = zlibBomb();
      expect(codeOf(() => zlibSync.open(DEFAULT_LIMITS).inflate(bomb, bomb.length))).toBe('STREAM_TOO_LARGE');
    });
  });
}
