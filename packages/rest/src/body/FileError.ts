import { AplombError, type AplombErrorOptions } from '@aplomb/base';

/** The codes of {@link FileError}. */
export type FileErrorCode = 'FILE_TOO_LARGE' | 'FILE_UNREADABLE' | 'URL_REFUSED';

/** A file cannot be sent: it is too large, it cannot be read, or its URL must not be fetched. Send another file, or leave it out. */
export class FileError extends AplombError<FileErrorCode> {
  /** The name that the file was to have. */
  readonly fileName: string;

  constructor(code: FileErrorCode, options: AplombErrorOptions & { readonly fileName: string }) {
    super(code, options);
    this.fileName = options.fileName;
  }
}
