import { OptionsError } from '@aplomb/base';
import type { Duplex } from 'node:stream';
import { types } from 'node:util';

/** Gives `onBytes` everything that comes over a stream that a user made. One that gives no bytes, but text or objects, is destroyed with what is wrong. */
export function readBytes(stream: Duplex, onBytes: (bytes: Buffer) => void): Duplex {
  return stream.on('data', (chunk: unknown) => {
    if (Buffer.isBuffer(chunk)) onBytes(chunk);
    else if (types.isUint8Array(chunk)) onBytes(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    else stream.destroy(noBytes(typeof chunk));
  });
}

function noBytes(type: string): OptionsError {
  return new OptionsError('INVALID_OPTION', {
    what: `The stream of \`createConnection\` or \`agent\` gave a ${type}.`,
    cure: 'Give a stream of bytes, without setEncoding() and objectMode.',
  });
}
