import { OptionsError } from '@aplomb/base';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { NamedFileOptions } from './attachment.js';
import { FileError } from './FileError.js';
import type { Attachment } from './FileInput.js';

/** See {@link AttachmentMaker.fromPath}. */
export function fileFromPath(path: string, options: NamedFileOptions = {}): Attachment {
  if (typeof path !== 'string' || path === '')
    throw new OptionsError('INVALID_OPTION', {
      what: '`attachment.fromPath` was given no path.',
      cure: 'Give the path of a file as a string.',
    });
  const name = options.name ?? basename(path);
  return { ...options, name, data: () => openFile(path, name), sizeBytes: () => sizeOf(path, name) };
}

async function openFile(path: string, name: string): Promise<Readable> {
  try {
    return (await open(path, 'r')).createReadStream();
  } catch (cause) {
    throw unreadable(path, name, cause);
  }
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, name, cause);
  });
  if (found.isFile()) return found.size;
  throw new FileError('FILE_UNREADABLE', { fileName: name, what: `\`${path}\` is no file.`, cure: 'Give the path of a plain file.' });
}

function unreadable(path: string, fileName: string, cause: unknown): FileError {
  const code = (cause as { readonly code?: unknown } | null)?.code;
  return new FileError('FILE_UNREADABLE', {
    fileName,
    what: `The file \`${path}\` cannot be read${typeof code === 'string' ? ` (${code})` : ''}.`,
    cure: 'Look whether it is there, from the directory that the process runs in, and whether the process may read it.',
    cause,
  });
}
