import { createRequire } from 'node:module';

/** What all libraries of a run have in common: zlib-stream where zlib-sync loads, without which some of them take no compression at all; else none. */
export function sharedCompression(): 'none' | 'zlib-stream' {
  try {
    createRequire(import.meta.url)('zlib-sync');
    return 'zlib-stream';
  } catch {
    // Not built, or built for another Node.
    return 'none';
  }
}
