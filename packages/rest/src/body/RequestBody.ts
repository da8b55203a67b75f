import type { Readable } from 'node:stream';

/** The body of a request, ready to be sent, and sent again where that is possible. */
export interface RequestBody {
  readonly contentType: string;
  /** Whether {@link RequestBody.open} works more than once. A stream that somebody handed over does not come back. */
  readonly isRepeatable: boolean;
  /** How many bytes there are, or `null` where a stream does not say. */
  readonly lengthBytes: number | null;
  /** The content for one attempt: whole, or as a stream, which the sender destroys when it does not read it to its end. */
  open(): Readable | string | Uint8Array | Promise<Readable>;
}
