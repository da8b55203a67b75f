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
  private readonly files = new Map<string, PersonFile>();

  add(filename: string, contentType: string, data: Buffer): Uploaded {
    const upload = randomUUID();
    this.keep(upload, { filename, contentType, data });
    return { upload, filename, size: data.length };
  }

  /**
   * Hands a file over.
   *
   * @throws {@link PlaygroundError} `PLAYGROUND_UNKNOWN_THING` when it was handed over already, or was never there
   */
  take({ upload }: UploadRef): PersonFile {
    const file = this.files.get(upload);
    if (file === undefined) {
      throw new PlaygroundError('PLAYGROUND_UNKNOWN_THING', {
        what: `There is no upload "${upload}" that waits to be sent.`,
        cure: 'Upload the file again: each upload is for one use.',
      });
    }
    this.forget(upload);
    return file;
  }

  /** Hands files over while something is done with them. When that fails they were not used, and wait again. */
  async lend<Value>(use: (take: (ref: UploadRef) => PersonFile) => Promise<Value>): Promise<Value> {
    const taken = new Map<string, PersonFile>();
    const take = (ref: UploadRef): PersonFile => {
      const file = this.take(ref);
      taken.set(ref.upload, file);
      return file;
    };
    try {
      return await use(take);
    } catch (error) {
      for (const [id, file] of taken) this.keep(id, file);
      throw error;
    }
  }

  private keep(id: string, file: PersonFile): void {
    this.files.set(id, file);
    this.bytes += sizeOf(file);
    for (const oldest of this.files.keys()) if (this.bytes > KEPT_MAX_BYTES) this.forget(oldest);
  }

  private forget(id: string): void {
    const file = this.files.get(id);
    if (file !== undefined) this.bytes -= sizeOf(file);
    this.files.delete(id);
  }
}

function sizeOf({ data }: PersonFile): number {
  return Buffer.byteLength(data);
}
