/**
 * What node:zlib's streams write with inside. Undocumented: it serves to measure what lies below a library, and to send as fast as the wire can take.
 */
export interface ZlibCore {
  readonly _handle: {
    writeSync(
      flush: number,
      input: Buffer,
      inputAt: number,
      inputBytes: number,
      output: Buffer,
      outputAt: number,
      outputBytes: number,
    ): void;
  };
  readonly _writeState: Uint32Array;
}
