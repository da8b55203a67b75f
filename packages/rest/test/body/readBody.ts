import type { RequestBody } from '../../src/body/RequestBody.js';

/** One part of a multipart body, as a server reads it. */
export interface ReadPart {
  readonly headers: string;
  readonly name: string | undefined;
  readonly fileName: string | undefined;
  readonly content: Buffer;
}

/** All bytes of one attempt. */
export async function readBody(body: RequestBody): Promise<Buffer> {
  const content = await body.open();
  if (typeof content === 'string') return Buffer.from(content);
  if (ArrayBuffer.isView(content)) return Buffer.from(content);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Splits a multipart body by hand: an independent reading of RFC 7578. */
export function readParts(contentType: string, bytes: Buffer): readonly ReadPart[] {
  const boundary = /boundary=([^;]+)$/.exec(contentType)?.[1] ?? '';
  const text = bytes.toString('latin1');
  const pieces = text.split(`--${boundary}`);
  if (pieces[0] !== '' || pieces.at(-1) !== '--\r\n') throw new Error('no multipart body');
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const headers = Buffer.from(piece.slice(2, end), 'latin1').toString('utf8');
    return {
      headers,
      name: /; name="([^"]*)"/.exec(headers)?.[1],
      fileName: /; filename="([^"]*)"/.exec(headers)?.[1],
      content: Buffer.from(piece.slice(end + 4, -2), 'latin1'),
    };
  });
}

/** The parts of one attempt. */
export async function partsOf(body: RequestBody): Promise<readonly ReadPart[]> {
  return readParts(body.contentType, await readBody(body));
}

/** What `payload_json` says. */
export async function payloadOf(body: RequestBody): Promise<unknown> {
  const json = (await partsOf(body)).find((part) => part.name === 'payload_json');
  return JSON.parse(json?.content.toString('utf8') ?? 'null') as unknown;
}
