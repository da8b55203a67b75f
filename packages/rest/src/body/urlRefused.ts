import { FileError } from './FileError.js';

/** The error for a host that no URL from outside may reach. */
export function notPublic(name: string, host: string): FileError {
  return urlRefused(
    name,
    `The URL of file \`${name}\` leads to \`${host}\`, which is no host of the public internet.`,
    'Give a public URL; if the host is yours and the URL too, name it in `allowHosts`.',
  );
}

/** The error for a URL that is not fetched. */
export function urlRefused(fileName: string, what: string, cure: string): FileError {
  return new FileError('URL_REFUSED', { fileName, what, cure });
}
