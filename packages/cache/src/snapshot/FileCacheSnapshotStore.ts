import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { OptionsError, refuseUnknownOptions, shown, systemClock } from '@aplomb/base';
import { placeOf, type CacheSnapshotKey, type CacheSnapshotStore } from './CacheSnapshotStore.js';
import { turns } from './turns.js';

/** What a {@link FileCacheSnapshotStore} is made of. */
export interface FileCacheSnapshotStoreOptions {
  /** Where the files are, one a shard. It is made when it is missing. Two bots need two directories. */
  readonly directory: string;
  /**
   * Whether the files are compressed: a tenth of the size for some more work of a thread beside the loop.
   *
   * @defaultValue `true`
   */
  readonly gzip?: boolean;
}

/**
 * A {@link CacheSnapshotStore} in a directory, one file a shard, readable by its owner only: messages stand in it. A save writes beside the file and
 * renames, so that a process that dies in mid-save leaves the snapshot before.
 *
 * @example
 * ```ts
 * import { Cache, FileCacheSnapshotStore } from '@aplomb/cache';
 *
 * const cache = new Cache();
 * const store = new FileCacheSnapshotStore({ directory: '.aplomb/cache' });
 * const lines = await store.load({ shardId: 0, shardTotal: 1 });
 * if (lines !== null) console.log(await cache.restore(lines, { shardId: 0 }));
 * ```
 */
export class FileCacheSnapshotStore implements CacheSnapshotStore {
  private readonly directory: string;
  private readonly gzip: boolean;

  /**
   * @throws {@link OptionsError} `UNKNOWN_OPTION`, `MISSING_OPTION`, `INVALID_OPTION`
   */
  constructor(options: FileCacheSnapshotStoreOptions) {
    refuseUnknownOptions('FileCacheSnapshotStore', options, ['directory', 'gzip']);
    const { directory, gzip = true } = options;
    if (typeof directory !== 'string' || directory === '') {
      throw new OptionsError('MISSING_OPTION', {
        what: 'FileCacheSnapshotStore has no `directory`.',
        cure: "Give one, such as '.aplomb/cache'.",
      });
    }
    if (typeof gzip !== 'boolean') {
      throw new OptionsError('INVALID_OPTION', {
        what: `\`gzip\` of FileCacheSnapshotStore is ${shown(gzip)}.`,
        cure: 'Give true or false.',
      });
    }
    this.directory = directory;
    this.gzip = gzip;
  }

  async load(key: CacheSnapshotKey): Promise<AsyncIterable<string> | null> {
    // Whoever changes `gzip` still finds what was saved before.
    for (const gzip of [this.gzip, !this.gzip]) {
      const file = await openIfThere(this.pathOf(key, gzip));
      if (file !== null) return linesOf(file, gzip);
    }
    return null;
  }

  async save(key: CacheSnapshotKey, lines: Iterable<string>): Promise<void> {
    const path = this.pathOf(key, this.gzip);
    // A name of its own: two saves that overlap must not write into one file.
    const besidePath = `${path}.${randomUUID()}.tmp`;
    await mkdir(this.directory, { recursive: true });
    const file = createWriteStream(besidePath, { mode: 0o600 });
    const text = Readable.from(ended(lines));
    try {
      await (this.gzip ? pipeline(text, createGzip({ level: 1 }), file) : pipeline(text, file));
      await rename(besidePath, path);
      await rm(this.pathOf(key, !this.gzip), { force: true });
    } catch (error) {
      await rm(besidePath, { force: true });
      throw error;
    }
  }

  async delete(key: CacheSnapshotKey): Promise<void> {
    for (const gzip of [true, false]) await rm(this.pathOf(key, gzip), { force: true });
  }

  private pathOf(key: CacheSnapshotKey, gzip: boolean): string {
    return join(this.directory, `${placeOf(key)}.jsonl${gzip ? '.gz' : ''}`);
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The lines, each with its end. */
async function* ended(lines: Iterable<string>): AsyncIterable<string> {
  const turn = turns(systemClock);
  for (const line of lines) {
    yield `${line}\n`;
    await turn();
  }
}

/** The lines of an open file, as they are asked for. The file is closed when the last one was read, or when nobody reads on. */
async function* linesOf(file: FileHandle, gzip: boolean): AsyncIterable<string> {
  const bytes = file.createReadStream();
  const text: Readable = gzip ? bytes.pipe(createGunzip()) : bytes;
  bytes.once('error', (error) => text.destroy(error));
  try {
    yield* split(text.setEncoding('utf8'));
  } finally {
    bytes.destroy();
    text.destroy();
  }
}

/** Only a line feed ends a line: readline takes other characters for an end, too, and those may stand in JSON. */
async function* split(text: AsyncIterable<unknown>): AsyncIterable<string> {
  let begun = '';
  for await (const chunk of text) {
    const [first = '', ...more] = String(chunk).split('\n');
    begun += first;
    for (const next of more) {
      yield begun;
      begun = next;
    }
  }
  if (begun !== '') yield begun;
}
