import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { textReply } from './respond.js';
import type { Reply } from './respond.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Names without a dot at their beginning, so that none leads out of the folder or to a hidden file. */
const HARMLESS = /^(?:\/[\w-][\w.-]*)+$/;
/** The names in `assets` change with what is in them. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = `The page of the playground is not built.

In the repository, \`npm run build\` or \`npm start\` builds it. In an installed @aplomb/playground its files are missing: install it again.`;

/** The files of the built page. They are read when they are asked for, so that a page that is built again needs only a reload. */
export class PageFiles {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Answers a path: a file, 404, or how to build the page when there is none. */
  async reply(pathname: string): Promise<Reply> {
    const path = pathname === '/' ? '/index.html' : pathname;
    const type = TYPES[extname(path)];
    const body = HARMLESS.test(path) && type !== undefined ? await this.read(path) : null;
    if (body !== null && type !== undefined) return { status: 200, body, headers: { 'content-type': type, ...lifetime(path) } };
    return path === '/index.html' ? textReply(503, NOT_BUILT) : textReply(404, 'There is no such file in the playground.');
  }

  private read(path: string): Promise<Buffer | null> {
    return readFile(join(this.folder, path)).catch(() => null);
  }
}

function lifetime(path: string): { readonly 'cache-control'?: string } {
  return path.startsWith('/assets/') ? { 'cache-control': FOR_EVER } : {};
}
