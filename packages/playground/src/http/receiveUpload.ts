import type { IncomingMessage } from 'node:http';
import { textReply } from './respond.js';
import type { Reply } from './respond.js';
import { UPLOAD_MAX_BYTES } from './Uploads.js';
import type { Uploads } from './Uploads.js';

const NAME_MAX = 260;

/** Takes a file in: the bytes are the body, its name stands in the query. Resolves with the answer, or `null` when the sender hung up. */
export async function receiveUpload(incoming: IncomingMessage, name: string | null, uploads: Uploads): Promise<Reply | null> {
  if (name === null || name === '' || name.length > NAME_MAX)
    return textReply(400, `Give the file a name of 1 to ${String(NAME_MAX)} characters: ?name=…`);
  const body = await read(incoming);
  if (body === null) return null;
  if (body === 'too large')
    return textReply(413, `The file is larger than ${String(UPLOAD_MAX_BYTES)} bytes, as much as Discord lets people send.`);
  const uploaded = uploads.add(name, incoming.headers['content-type'] ?? 'application/octet-stream', body);
  return { status: 201, headers: { 'content-type': 'application/json' }, body: JSON.stringify(uploaded) };
}

async function read(incoming: IncomingMessage): Promise<Buffer | 'too large' | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      // The rest is read and thrown away: a sender that is cut off does not see the answer.
      if (size <= UPLOAD_MAX_BYTES) chunks.push(chunk);
    }
  } catch {
    // The sender hung up: there is nobody to answer.
    return null;
  }
  return size > UPLOAD_MAX_BYTES ? 'too large' : Buffer.concat(chunks);
}
