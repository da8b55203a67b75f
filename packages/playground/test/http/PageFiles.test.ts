import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PageFiles } from '../../src/http/PageFiles.js';

let folder: string;
let files: PageFiles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-files-'));
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'nobody may read this');
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  await writeFile(join(page, '.hidden.txt'), 'nor this');
  await writeFile(join(page, 'program.exe'), 'nor this');
  await writeFile(join(page, 'assets', 'index-1a2b.js'), 'run()');
  files = new PageFiles(page);
});

afterAll(() => rm(folder, { recursive: true }));

describe('the files of a built page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', undefined],
    ['/index.html', 'text/html; charset=utf-8', undefined],
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('are served at %s as what they are, and kept where their names change with them', async (path, type, lifetime) => {
    const { headers, status } = await files.reply(path);
    expect([status, headers?.['content-type'], headers?.['cache-control']]).toEqual([200, type, lifetime]);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '//secret.txt',
    '/.hidden.txt',
    '/program.exe',
    '/assets',
    '/none.js',
    '/a\0.js',
  ])('do not reach to %j', async (path) => {
    const { body, status } = await files.reply(path);
    expect([status, String(body)]).toEqual([404, 'There is no such file in the playground.\n']);
  });
});

describe('a page that is not built', () => {
  it('says how to build it', async () => {
    const { body, headers, status } = await new PageFiles(join(folder, 'nowhere')).reply('/');
    expect([status, headers?.['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(body).toContain('npm run build');
  });
});
