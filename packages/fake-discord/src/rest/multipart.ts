import { invalidForm } from '../world/refusals.js';

/** One part of a `multipart/form-data` body. */
export interface Part {
  readonly contentType: string | undefined;
  readonly data: Buffer;
  readonly filename: string | undefined;
  readonly name: string;
}

const CRLF = '\r\n';
const HEADERS_END = Buffer.from(`${CRLF}${CRLF}`);
const HEADERS_MAX_BYTES = 16_384;

/**
 * Takes a `multipart/form-data` body apart.
 *
 * @throws {@link RefusedError} 50035 when it is none
 * @see {@link https://www.rfc-editor.org/rfc/rfc7578 | RFC 7578}
 */
export function parseMultipart(body: Buffer, contentType: string): readonly Part[] {
  const delimiter = Buffer.from(`${CRLF}--${boundaryOf(contentType)}`);
  // The first delimiter has no line before it; with one put there all are alike.
  const text = Buffer.concat([Buffer.from(CRLF), body]);
  const parts: Part[] = [];
  let at = text.indexOf(delimiter);
  if (at === -1) throw broken('its boundary never comes');
  for (;;) {
    const start = at + delimiter.length;
    const isLast = text.toString('latin1', start, start + 2) === '--';
    if (isLast) return parts;
    at = text.indexOf(delimiter, start);
    if (at === -1) throw broken('it ends before its last boundary');
    parts.push(readPart(text.subarray(start, at)));
  }
}

function boundaryOf(contentType: string): string {
  const boundary = parameter(contentType, 'boundary');
  if (boundary === undefined || boundary === '' || boundary.length > 70) throw broken('its Content-Type names no boundary');
  return boundary;
}

/** What stands between two delimiters: the rest of the line, headers, an empty line, data. */
function readPart(bytes: Buffer): Part {
  const end = bytes.indexOf(HEADERS_END);
  if (end === -1 || end > HEADERS_MAX_BYTES) throw broken('a part has no headers');
  const headers = new Map(bytes.toString('utf8', 0, end).split(CRLF).slice(1).map(readHeader));
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (!disposition.toLowerCase().startsWith('form-data') || name === undefined) throw broken('a part has no name');
  return {
    name,
    contentType: headers.get('content-type'),
    data: bytes.subarray(end + HEADERS_END.length),
    filename: parameter(disposition, 'filename'),
  };
}

function readHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

/** A parameter of a header's value. In quotes, browsers and libraries write `"` as `%22` and line ends as `%0D%0A`. */
function parameter(value: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i').exec(value);
  if (match === null) return undefined;
  const quoted = match[1]
    ?.replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return quoted ?? match[2];
}

function broken(why: string): Error {
  return invalidForm({ _errors: [{ code: 'MULTIPART_INVALID', message: `The body is no multipart/form-data: ${why}.` }] });
}
