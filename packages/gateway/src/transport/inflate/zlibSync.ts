import { createRequire } from 'node:module';
import type { Codec, Inflater } from './Inflater.js';
import { makeZlibSample } from './nodeZlib.js';
import { sharedOutput } from './OutputBuffer.js';
import { provesSound } from './provesSound.js';
import { allowedBytes, streamCorrupt, streamTooLarge, type StreamLimits } from './StreamLimits.js';

/** The part of the optional package `zlib-sync` that is used here. */
export interface ZlibSync {
  readonly Inflate: new (options: { readonly chunkSize: number }) => ZlibSyncInflate;
  readonly Z_SYNC_FLUSH: number;
}

interface ZlibSyncInflate {
  readonly err: number;
  readonly msg: string | null;
  /** A copy of what the last push gave; each reading copies again. */
  readonly result: Buffer | string | null;
  push(bytes: Buffer, flush: number): void;
}

/**
 * The package has no limit of its own: one push of 64 KiB has given 64 MiB. So it is fed in pieces of which none can become more than 17 MiB, and the
 * bounds are looked at between them.
 */
const PIECE_BYTES = 2 ** 14;

/** From this Node on, the package's binary ends the process when one of its objects is collected. */
const FIRST_BROKEN_NODE = [24, 19] as const;

let loaded: ZlibSync | null | undefined;
let isSound: boolean | undefined;

/** `zlib-stream` by the optional package `zlib-sync`: the fallback for a Node on which {@link nodeZlib} does not prove sound. */
export const zlibSync: Codec = {
  isAvailable: () => (isSound ??= isSafeOn(process.versions.node) && load() !== null && provesSound(open, makeZlibSample)),
  open,
};

function open(limits: StreamLimits): Inflater {
  const library = load();
  if (library === null) throw streamCorrupt('the package zlib-sync is not installed');
  return new ZlibSyncInflater(library, limits);
}

/** Whether `zlib-sync` may be loaded into the Node of this version. */
export function isSafeOn(nodeVersion: string): boolean {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  return major < FIRST_BROKEN_NODE[0] || (major === FIRST_BROKEN_NODE[0] && minor < FIRST_BROKEN_NODE[1]);
}

function load(): ZlibSync | null {
  return (loaded ??= requireOptional('zlib-sync') as ZlibSync | null);
}

/** The package `name` as this file would require it, or `null`: not installed, not built, or built for another Node. */
export function requireOptional(name: string): unknown {
  try {
    return createRequire(whereThisIs())(name) as unknown;
  } catch {
    // Any reason means the same: it is not there for us.
    return null;
  }
}

/**
 * Where this file lies, read from a stack: the one synchronous spelling that compiles in the ESM and in the CommonJS copy alike (`import.meta` and
 * `__filename` each exist in one of them only).
 */
function whereThisIs(): string {
  const here: { stack?: string } = {};
  Error.captureStackTrace(here);
  return /(?:file:\/\/|\/|[A-Za-z]:\\)[^\n]*?(?=:\d+:\d+)/.exec(here.stack ?? '')?.[0] ?? `${process.cwd()}/`;
}

/** A context of zlib-sync, within bounds. */
export class ZlibSyncInflater implements Inflater {
  private readonly library: ZlibSync;
  private readonly limits: StreamLimits;
  private context: ZlibSyncInflate | null;

  constructor(library: ZlibSync, limits: StreamLimits) {
    this.library = library;
    this.limits = limits;
    this.context = new library.Inflate({ chunkSize: PIECE_BYTES });
  }

  inflate(input: Buffer, ratioBytesIn: number): Buffer {
    const output = sharedOutput().begin();
    for (let at = 0; at < input.length; at += PIECE_BYTES) {
      output.append(this.push(input.subarray(at, at + PIECE_BYTES)));
      const bytesIn = ratioBytesIn - input.length + Math.min(at + PIECE_BYTES, input.length);
      if (output.length > allowedBytes(this.limits, bytesIn))
        throw this.fail(streamTooLarge(`${bytesIn} compressed bytes became ${output.length}`));
    }
    return output.written();
  }

  close(): void {
    this.context = null;
  }

  private push(piece: Buffer): Buffer {
    if (this.context === null) throw streamCorrupt('its decoder is closed');
    this.context.push(piece, this.library.Z_SYNC_FLUSH);
    const { err, result } = this.context;
    // Anything but 0 is the end: an error, or a stream that ended, which the gateway's never does.
    if (err !== 0 || !Buffer.isBuffer(result)) throw this.fail(streamCorrupt(this.context.msg ?? 'zlib-sync gave no bytes'));
    return result;
  }

  private fail<E extends Error>(error: E): E {
    this.context = null;
    return error;
  }
}
