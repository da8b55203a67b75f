import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionStoreContract } from '../../src/contract/index.js';
import { FileSessionStore } from '../../src/session/FileSessionStore.js';
import type { StoredSession } from '../../src/session/SessionStore.js';

let directory: string;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'aplomb-sessions-')), 'deep', 'down');
});

afterEach(() => rm(join(directory, '..', '..'), { recursive: true }));

sessionStoreContract({ create: () => Promise.resolve({ store: new FileSessionStore({ directory }) }) }, { describe, it, expect });

const session: StoredSession = {
  id: 'c0ffee',
  resumeUrl: null,
  sequence: 7,
  shardId: 0,
  shardTotal: 1,
  applicationId: null,
  userId: null,
  guildIds: ['1'],
  savedAtMs: 0,
  fingerprint: 'f',
};

describe('a session store in a directory', () => {
  it('has one file for a shard, which only its owner can read, and leaves nothing beside it', async () => {
    const store = new FileSessionStore({ directory });
    await Promise.all([store.save(session), store.save(session), store.save(session)]);
    expect(await readdir(directory)).toEqual(['shard-0-of-1.json']);
    expect((await stat(join(directory, 'shard-0-of-1.json'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['an empty file', ''],
    ['a cut file', JSON.stringify(session).slice(0, 40)],
    ['null', 'null'],
    ['a list', '[]'],
    ['a file of another shard', JSON.stringify({ ...session, shardId: 5 })],
    ['a sequence that is none', JSON.stringify({ ...session, sequence: '7' })],
    ['no id', JSON.stringify({ ...session, id: '' })],
    ['guilds that are none', JSON.stringify({ ...session, guildIds: [1] })],
    ['a resume URL that is none', JSON.stringify({ ...session, resumeUrl: 5 })],
  ])('takes %s for no session', async (_what, text) => {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, 'shard-0-of-1.json'), text);
    expect(await new FileSessionStore({ directory }).load(session)).toBeNull();
  });

  it('rejects, and leaves the old session, when it cannot save', async () => {
    const store = new FileSessionStore({ directory });
    await mkdir(join(directory, 'shard-0-of-1.json', 'in the way'), { recursive: true });
    await expect(store.save(session)).rejects.toMatchObject({ code: expect.any(String) });
    await expect(store.load(session)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(directory)).toEqual(['shard-0-of-1.json']);
  });

  it('writes what a person can read', async () => {
    await new FileSessionStore({ directory }).save(session);
    expect(JSON.parse(await readFile(join(directory, 'shard-0-of-1.json'), 'utf8'))).toEqual(session);
  });

  it('needs a directory', () => {
    expect(() => new FileSessionStore({ directory: '' })).toThrow(expect.objectContaining({ code: 'MISSING_OPTION' }));
  });
});
