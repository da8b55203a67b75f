import { systemClock } from '@aplomb/base';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import type { NamedFileOptions } from './attachment.js';
import { download, type DownloadPorts } from './download.js';
import type { Attachment } from './FileInput.js';
import { isPublicAddress } from './publicAddress.js';
import { notPublic, urlRefused } from './urlRefused.js';

/** What may be said about a file of the web. */
export type UrlFileOptions = NamedFileOptions & {
  /**
   * Hosts, as they stand in the URL, that may have any address: a file server of your own network.
   *
   * @defaultValue none
   */
  readonly allowHosts?: readonly string[];
  /**
   * How many bytes are fetched at most.
   *
   * @defaultValue `10_485_760` (10 MiB, what Discord takes everywhere)
   */
  readonly maxBytes?: number;
  /**
   * How long fetching may take from the name to the last byte, in milliseconds.
   *
   * @defaultValue `30_000`
   */
  readonly timeoutMs?: number;
};

const MAX_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const SYSTEM: DownloadPorts = { clock: systemClock, resolve: (host) => lookup(host, { all: true }) };

/** See {@link AttachmentMaker.fromUrl}. */
export function fileFromUrl(from: string | URL, options: UrlFileOptions = {}, ports: DownloadPorts = SYSTEM): Attachment {
  const { allowHosts = [], maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, ...about } = options;
  const url = checkedUrl(from, allowHosts);
  const name = about.name ?? nameIn(url);
  const mayHaveAnyAddress = allowHosts.includes(url.hostname);
  let kept: Promise<Uint8Array> | null = null;
  const bytes = (): Promise<Uint8Array> => {
    kept ??= download(url, { maxBytes, mayHaveAnyAddress, name, timeoutMs }, ports).catch((error: unknown) => {
      // What failed may go well with the next call.
      kept = null;
      throw error;
    });
    return kept;
  };
  return { ...about, name, data: async () => Readable.from([await bytes()]), sizeBytes: async () => (await bytes()).byteLength };
}

/** `URL` writes every way to spell an IPv4 address (decimal, octal, hexadecimal, short) as four numbers, and lower-cases names. */
function checkedUrl(from: string | URL, allowHosts: readonly string[]): URL {
  const text = String(from);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw urlRefused('', 'The URL of the file is none.', 'Give a whole URL that begins with https://.');
  if (url.protocol !== 'https:')
    throw urlRefused(nameIn(url), `The URL of file \`${nameIn(url)}\` begins with ${url.protocol}.`, 'Give one that begins with https://.');
  if (url.username !== '' || url.password !== '')
    throw urlRefused(
      nameIn(url),
      `The URL of file \`${nameIn(url)}\` has a user or password in it.`,
      'Fetch the file yourself and give its bytes.',
    );
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) === 0 || isPublicAddress(address) || allowHosts.includes(url.hostname)) return url;
  throw notPublic(nameIn(url), url.hostname);
}

/** The last part of the path, as a person would read it. */
function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'file';
  } catch {
    // A `%` that encodes nothing.
    return last;
  }
}
