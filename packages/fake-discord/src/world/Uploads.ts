import type { APIAttachment } from 'discord-api-types/v10';

/** A file that belongs to no message. */
export interface Upload {
  readonly attachment: APIAttachment;
  readonly data: Buffer;
}

const KEPT_MAX_BYTES = 67_108_864;

/** Files that belong to no message: people gave them to commands and modals, or the bot to its application. Of more than 64 MiB the oldest are forgotten. */
export class Uploads {
  private bytes = 0;
  private readonly kept = new Map<string, Upload>();

  add(upload: Upload): void {
    this.kept.set(upload.attachment.id, upload);
    this.bytes += upload.data.length;
    for (const [id, { data }] of this.kept) {
      if (this.bytes <= KEPT_MAX_BYTES) return;
      this.kept.delete(id);
      this.bytes -= data.length;
    }
  }

  /** The file of an attachment, as long as it is kept. */
  get(id: string): Upload | undefined {
    return this.kept.get(id);
  }
}
