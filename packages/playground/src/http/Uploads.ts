import type { PersonFile } from '@aplomb/fake-discord';
import { randomUUID } from 'node:crypto';
import { PlaygroundError } from '../errors.js';
import type { Uploaded, UploadRef } from '../protocol.js';

/** Discord's limit for people without Nitro. */
export const UPLOAD_MAX_BYTES = 10 * 1024 * 1024;
/** Whoever uploads and never sends must not fill the memory: the oldest are forgotten. */
const KEPT_MAX_BYTES = 8 * UPLOAD_MAX_BYTES;

/** Files that were uploaded and wait to be sent, each once. */
export class Uploads {
  private bytes = 0;
  private readonly files = new Map<string, { readonly data: Buffer; readonly file: PersonFile }>();

  add(filename: string, contentType: string, data: Buffer): Uploaded {
    const upload = randomUUID();
    this.files.set(upload, { data, file: { filename, contentType, data } });
    this.bytes += data.length;
    for (const id of this.files.keys()) if (this.bytes > KEPT_MAX_BYTES) this.forget(id);
    return { upload, filename, size: data.length };
  }

  /**
   * Hands a file over.
   *
   * @throws {@link PlaygroundError} `PLAYGROUND_UNKNOWN_THING` when it was handed over already, or was never there
   */
  take({ upload }: UploadRef): PersonFile {
    const kept = this.files.get(upload);
    if (kept === undefined) {
      throw new PlaygroundError('PLAYGROUND_UNKNOWN_THING', {
        what: `There is no upload "${upload}" that waits to be sent.`,
        cure: 'Upload the file again: each upload is for one use.',
      });
    }
    this.forget(upload);
    return kept.file;
  }

  private forget(id: string): void {
    this.bytes -= this.files.get(id)?.data.length ?? 0;
    this.files.delete(id);
  }
}
