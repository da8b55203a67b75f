import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cacheSnapshotStoreContract } from '../../src/contract/index.js';
import { FileCacheSnapshotStore } from '../../src/snapshot/FileCacheSnapshotStore.js';

let directory: string;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'aplomb-snapshots-')), 'deep', 'down');
});

afterEach(() => rm(join(directory, '..', '..'), { recursive: true }));

for (const gzip of [true, false]) {
  describe(gzip ? 'compressed:' : 'as text:', () => {
    cacheSnapshotStoreContract(
      { create: () => Promise.resolve({ store: new FileCacheSnapshotStore({ directory, gzip }) }) },
      { describe, it, expect },
    );
  });
}

const key = { shardId: 0, shardTotal: 1 };

async function linesOf(store: FileCacheSnapshotStore): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of (await store.load(key)) ?? []) all.push(line);
  return all;
}

describe('a store of cache snapshots in a directory', () => {
  it('has one file for a shard, which only its owner can read, and leaves nothing beside it', async () => {
    const store = new FileCacheSnapshotStore({ directory });
    await Promise.all([store.save(key, ['{}']), store.save(key, ['{}']), store.save(key, ['{}'])]);
    expect(await readdir(directory)).toEqual(['shard-0-of-1.jsonl.gz']);
    expect((await stat(join(directory, 'shard-0-of-1.jsonl.gz'))).mode & 0o777).toBe(0o600);
  });

  it('writes what a person can read', async () => {
    await new FileCacheSnapshotStore({ directory, gzip: false }).save(key, ['{"a":1}', '{"b":2}']);
    expect(await readFile(join(directory, 'shard-0-of-1.jsonl'), 'utf8')).toBe('{"a":1}\n{"b":2}\n');
  });

  it('finds what was saved before `gzip` was changed, and replaces it', async () => {
    await new FileCacheSnapshotStore({ directory, gzip: false }).save(key, ['{"old":1}']);
    const store = new FileCacheSnapshotStore({ directory });
    expect(await linesOf(store)).toEqual(['{"old":1}']);
    await store.save(key, ['{"new":1}']);
    expect([await linesOf(store), await readdir(directory)]).toEqual([['{"new":1}'], ['shard-0-of-1.jsonl.gz']]);
  });

  it('gives what can be read of a file that was cut, and says what is wrong with it', async () => {
    await mkdir(directory, { recursive: true });
    const text = Array.from({ length: 20_000 }, (_, n) => `{"n":${String(n)},"r":"${String((n * 2_654_435_761) % 4_294_967_296)}"}\n`);
    const whole = gzipSync(text.join(''));
    await writeFile(join(directory, 'shard-0-of-1.jsonl.gz'), whole.subarray(0, whole.length / 2));
    const lines: string[] = [];
    const reading = (async () => {
      for await (const line of (await new FileCacheSnapshotStore({ directory }).load(key)) ?? []) lines.push(line);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'Z_BUF_ERROR' });
    expect(lines.length).toBeGreaterThan(0);
  });

  it('rejects, and leaves nothing beside it, when it cannot save or read', async () => {
    const store = new FileCacheSnapshotStore({ directory });
    await mkdir(join(directory, 'shard-0-of-1.jsonl.gz', 'in the way'), { recursive: true });
    await expect(store.save(key, ['{}'])).rejects.toMatchObject({ code: expect.any(String) });
    await expect(linesOf(store)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(directory)).toEqual(['shard-0-of-1.jsonl.gz']);
  });

  it('closes the file of a reader who does not read on', async () => {
    const store = new FileCacheSnapshotStore({ directory });
    await store.save(key, ['{"a":1}', '{"b":2}']);
    for await (const line of (await store.load(key)) ?? []) {
      expect(line).toBe('{"a":1}');
      break;
    }
    expect(await linesOf(store)).toHaveLength(2);
  });

  it('refuses options that cannot be right', () => {
    const refused = (options: object): unknown => {
      try {
        return new FileCacheSnapshotStore(options as never);
      } catch (error) {
        return (error as { readonly code: string }).code;
      }
    };
    expect([refused({ directory: '' }), refused({ directory: 'a', gzip: 1 }), refused({ directory: 'a', zip: true })]).toEqual([
      'MISSING_OPTION',
      'INVALID_OPTION',
      'UNKNOWN_OPTION',
    ]);
  });
});
