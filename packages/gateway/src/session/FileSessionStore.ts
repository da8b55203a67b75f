import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OptionsError, refuseUnknownOptions } from '@aplomb/base';
import { parseStoredSession } from './storedSession.js';
import type { SessionStore, ShardKey, StoredSession } from './SessionStore.js';

/** What a {@link FileSessionStore} is made of. */
export interface FileSessionStoreOptions {
  /** Where the files are, one a shard. It is made when it is missing. Two bots need two directories. */
  readonly directory: string;
}

/**
 * A {@link SessionStore} in a directory, one file a shard, readable by its owner only. A save writes beside the file and renames, so that a process that dies in
 * mid-save leaves the session before. It is not forced to the disk: what a power cut takes is a session, and Discord gives another.
 *
 * @example
 * ```ts
 * import { FileSessionStore, ShardManager } from '@aplomb/gateway';
 *
 * const sessionStore = new FileSessionStore({ directory: '.aplomb/sessions' });
 * ```
 */
export class FileSessionStore implements SessionStore {
  private readonly directory: string;

  constructor(options: FileSessionStoreOptions) {
    refuseUnknownOptions('FileSessionStore', options, ['directory']);
    if (typeof options.directory !== 'string' || options.directory === '') {
      throw new OptionsError('MISSING_OPTION', {
        what: 'FileSessionStore has no `directory`.',
        cure: "Give one, such as '.aplomb/sessions'.",
      });
    }
    this.directory = options.directory;
  }

  async load(key: ShardKey): Promise<StoredSession | null> {
    try {
      return parseStoredSession(await readFile(this.pathOf(key), 'utf8'), key);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async save(session: StoredSession): Promise<void> {
    const path = this.pathOf(session);
    // A name of its own: two saves that overlap must not write into one file.
    const besidePath = `${path}.${randomUUID()}.tmp`;
    await mkdir(this.directory, { recursive: true });
    try {
      await writeFile(besidePath, JSON.stringify(session), { mode: 0o600 });
      await rename(besidePath, path);
    } catch (error) {
      await rm(besidePath, { force: true });
      throw error;
    }
  }

  async delete(key: ShardKey): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf({ shardId, shardTotal }: ShardKey): string {
    return join(this.directory, `shard-${String(shardId)}-of-${String(shardTotal)}.json`);
  }
}
