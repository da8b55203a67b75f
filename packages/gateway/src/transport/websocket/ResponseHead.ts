/** The head of an HTTP response, as Node's own client shows it. */
export interface HttpResponse {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly statusCode: number;
}

/** What {@link ResponseHead} makes of the bytes that came so far. */
export type HeadProgress =
  | { readonly type: 'more' }
  | { readonly type: 'whole'; readonly response: HttpResponse; readonly rest: Buffer }
  | { readonly type: 'unreadable'; readonly message: string };

/** Node's own bound for a head. */
const MAX_BYTES = 16 * 1_024;

const END = '\r\n\r\n';
const STATUS_LINE = /^HTTP\/1\.[01] (\d{3})(?: |$)/;
const MORE: HeadProgress = { type: 'more' };

/**
 * Reads the head of the response to an upgrade, in whatever pieces it comes, and nothing after it: what follows a 101 are frames already. Interim
 * responses before the real one are passed over.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9112#section-4 | RFC 9112, section 4}
 */
export class ResponseHead {
  private held: Buffer = Buffer.alloc(0);

  push(bytes: Buffer): HeadProgress {
    this.held = Buffer.concat([this.held, bytes]);
    for (;;) {
      const end = this.held.indexOf(END);
      if ((end === -1 ? this.held.length : end) > MAX_BYTES) return tooLong();
      if (end === -1) return mayBecomeHttp(this.held) ? MORE : noHttp();
      const response = readHead(this.held.toString('latin1', 0, end));
      if (response === null) return noHttp();
      this.held = this.held.subarray(end + END.length);
      if (!isInterim(response.statusCode)) return { type: 'whole', response, rest: this.held };
    }
  }
}

/** Whether what came so far begins as a response does. */
function mayBecomeHttp(bytes: Buffer): boolean {
  const begin = 'HTTP/1.';
  const length = Math.min(bytes.length, begin.length);
  return bytes.toString('latin1', 0, length) === begin.slice(0, length);
}

function isInterim(status: number): boolean {
  return status < 200 && status !== 101;
}

function readHead(head: string): HttpResponse | null {
  const [statusLine = '', ...lines] = head.split('\r\n');
  const status = STATUS_LINE.exec(statusLine)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) addHeader(headers, line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers: Object.fromEntries(headers), statusCode: Number(status) };
}

/** A header that is there several times is a list. */
function addHeader(headers: Map<string, string>, name: string, value: string): void {
  const before = headers.get(name);
  headers.set(name, before === undefined ? value : `${before}, ${value}`);
}

function tooLong(): HeadProgress {
  return { type: 'unreadable', message: `the upgrade was answered with a head of more than ${MAX_BYTES} bytes` };
}

function noHttp(): HeadProgress {
  return { type: 'unreadable', message: 'the upgrade was answered by something that speaks no HTTP/1' };
}
