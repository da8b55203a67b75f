import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { respond, safeHeaders, textReply } from './respond.js';

/** What a browser shows as a picture, film or sound and never runs. An SVG is not among them: it may hold scripts. */
const SHOWABLE = /^(?:image\/(?:png|jpeg|gif|webp|avif)|video\/|audio\/)/;

/** Whether a path belongs to the fake Discord's CDN. */
export function isAttachmentPath(pathname: string): boolean {
  return pathname.startsWith('/attachments/');
}

/**
 * Fetches an attachment from the fake Discord, so that the page loads from its own origin only. Who wrote it is not trusted: it comes with no rights at
 * all, and what is not surely a picture is for saving, not for showing.
 */
export function relayAttachment(from: { readonly origin: string; readonly path: string }, response: ServerResponse, host: string): void {
  const outgoing = request(from.origin, { path: from.path }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, headersOf(answer, host));
    answer.pipe(response);
  });
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy();
    else respond(response, host, textReply(502, 'The fake Discord did not hand over the attachment.'));
  });
  response.on('close', () => outgoing.destroy());
  outgoing.end();
}

function headersOf({ headers }: IncomingMessage, host: string): OutgoingHttpHeaders {
  const type = headers['content-type'] ?? 'application/octet-stream';
  return {
    ...safeHeaders(host),
    'content-security-policy': `default-src 'none'; sandbox`,
    'content-type': type,
    ...(headers['content-length'] !== undefined && { 'content-length': headers['content-length'] }),
    ...(!SHOWABLE.test(type) && { 'content-disposition': 'attachment' }),
  };
}
