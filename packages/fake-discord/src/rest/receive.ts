import type { IncomingMessage } from 'node:http';
import { RefusedError } from '../errors.js';
import { pathWithoutVersion } from './requestChecks.js';
import type { RestReply, RestRequest } from './RestRequest.js';

/** Discord's largest request: a message with its files. */
const BODY_MAX_BYTES = 26_214_400;

/** A request without its body. */
export type RequestHead = Omit<RestRequest, 'body'>;

/** Reads everything but the body. `refusal` is the answer to a version of the API that is not served. */
export function readHead(incoming: IncomingMessage): { readonly head: RequestHead; readonly refusal: RestReply | null } {
  const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const head = { headers: incoming.headers as RequestHead['headers'], method: incoming.method ?? 'GET', query };
  try {
    return { head: { ...head, path: pathWithoutVersion(pathname) }, refusal: null };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const { discordCode: code, discordMessage: message, status } = error.refusal;
    return { head: { ...head, path: pathname }, refusal: { status, body: { message, code } } };
  }
}

/** Reads a body to its end; `null` when it is larger than any of Discord. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Too much is still read, and thrown away: whoever sends it hears the answer only then.
    if (size <= BODY_MAX_BYTES) chunks.push(chunk);
  }
  return size <= BODY_MAX_BYTES ? Buffer.concat(chunks) : null;
}
