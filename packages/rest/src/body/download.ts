import type { Clock } from '@aplomb/base';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { VERSION } from '../version.js';
import { FileError } from './FileError.js';
import { isPublicAddress } from './publicAddress.js';
import { notPublic } from './urlRefused.js';

/** What a download is given of the world. */
export interface DownloadPorts {
  readonly clock: Clock;
  /** All addresses of a host name. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /**
   * What carries the request, connecting where `lookup` says.
   *
   * @defaultValue an undici Agent of its own, which is destroyed afterwards
   */
  readonly makeDispatcher?: (lookup: LookupFunction) => Dispatcher;
}

/** How much and how long. */
export interface DownloadLimits {
  readonly maxBytes: number;
  readonly mayHaveAnyAddress: boolean;
  readonly name: string;
  readonly timeoutMs: number;
}

/**
 * Fetches `url` into memory. The address that is checked is the address that is connected to: the name is resolved once, by the connection itself,
 * so that a second answer of its name server changes nothing. Redirects are not followed.
 *
 * @throws {@link FileError} `URL_REFUSED`, `FILE_TOO_LARGE` or `FILE_UNREADABLE`
 */
export async function download(url: URL, limits: DownloadLimits, ports: DownloadPorts): Promise<Uint8Array> {
  const undici = await import('undici');
  const lookup = checkedLookup(limits, ports.resolve);
  const dispatcher = ports.makeDispatcher?.(lookup) ?? new undici.Agent({ connect: { lookup, timeout: limits.timeoutMs }, pipelining: 0 });
  let isLate = false as boolean;
  // An abort signal would not do: undici looks at it only once it is connected.
  const cancel = ports.clock.after(limits.timeoutMs, () => {
    isLate = true;
    void dispatcher.destroy();
  });
  try {
    return await bytesOf(await undici.request(url, { dispatcher, headers: HEADERS }), limits);
  } catch (error) {
    throw error instanceof FileError ? error : failed(limits, isLate ? 'took too long' : 'could not be fetched', error);
  } finally {
    cancel();
    await dispatcher.destroy();
  }
}

const HEADERS = { 'user-agent': `aplomb (https://github.com/aplomb-discord/aplomb, ${VERSION})`, accept: '*/*' };

/** Where a connection may go: to the public ones among a name's addresses. */
export function checkedLookup(
  { mayHaveAnyAddress, name }: Pick<DownloadLimits, 'mayHaveAnyAddress' | 'name'>,
  resolve: DownloadPorts['resolve'],
): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (all) => {
        const allowed = all.filter(({ address }) => mayHaveAnyAddress || isPublicAddress(address));
        const first = allowed[0];
        if (first === undefined) callback(notPublic(name, host), '');
        else if (options.all === true) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '');
      },
    );
  };
}

async function bytesOf({ body, headers, statusCode }: Dispatcher.ResponseData, limits: DownloadLimits): Promise<Uint8Array> {
  if (statusCode >= 300 && statusCode < 400) throw redirected(limits.name, statusCode);
  if (statusCode !== 200) throw failed(limits, `was answered with ${String(statusCode)}`);
  if (Number(headers['content-length'] ?? 0) > limits.maxBytes) throw tooLarge(limits);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > limits.maxBytes) throw tooLarge(limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function redirected(fileName: string, status: number): FileError {
  return new FileError('URL_REFUSED', {
    fileName,
    what: `The URL of file \`${fileName}\` was answered with a redirect (${String(status)}), which is not followed.`,
    cure: 'Give the URL that it leads to.',
  });
}

function tooLarge({ maxBytes, name }: DownloadLimits): FileError {
  return new FileError('FILE_TOO_LARGE', {
    fileName: name,
    what: `File \`${name}\` has more than the ${String(maxBytes)} bytes that are fetched from a URL.`,
    cure: 'Raise `maxBytes` if Discord takes so much in that place, or send the URL as text.',
  });
}

function failed({ name, timeoutMs }: DownloadLimits, how: string, cause?: unknown): FileError {
  return new FileError('FILE_UNREADABLE', {
    fileName: name,
    what: `The URL of file \`${name}\` ${how}${how === 'took too long' ? ` (${String(timeoutMs)} ms)` : ''}.`,
    cure: 'Look whether it can be fetched from this machine, then try again.',
    ...(cause === undefined ? {} : { cause }),
  });
}
