import type { Clock } from '@aplomb/base';
import type { ServerResponse } from 'node:http';
import type { RestReply } from './RestRequest.js';

/** Every answer that comes from Discord itself has passed its load balancer. What Cloudflare answers in its place has not. */
const VIA = '1.1 google';
const TICK_MS = 50;
/** An RST throws away what the other side has received and not yet read. */
const READING_MS = 20;

/** Writes an answer, as fast and as far as its delivery says. What is left of it is dropped when the client hangs up. */
export function deliver(response: ServerResponse, reply: RestReply, clock: Clock): void {
  const { afterMs = 0 } = reply.delivery ?? {};
  if (afterMs === Infinity) return;
  if (afterMs === 0) write(response, reply, clock);
  else
    response.once(
      'close',
      clock.after(afterMs, () => {
        write(response, reply, clock);
      }),
    );
}

function write(response: ServerResponse, reply: RestReply, clock: Clock): void {
  if (response.destroyed || response.headersSent) return;
  const { bytesPerSecond, resetAt } = reply.delivery ?? {};
  if (resetAt === 'headers') return reset(response);
  const body = bytesOf(reply);
  const headers = headersOf(reply, body);
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(reply.status);
  if (resetAt !== undefined) writeUntilReset(response, body.subarray(0, resetAt), clock);
  else if (bytesPerSecond !== undefined) drip(response, body, bytesPerSecond, clock);
  else response.end(body);
}

function bytesOf({ body, rawBody }: RestReply): Buffer {
  if (rawBody !== undefined) return Buffer.from(rawBody);
  return body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
}

function headersOf({ body, headers, rawBody, status }: RestReply, { length }: Buffer): NonNullable<RestReply['headers']> {
  const hasBody = body !== undefined || rawBody !== undefined;
  const content = hasBody ? { 'content-type': 'application/json', 'content-length': String(length) } : {};
  return { via: VIA, ...content, ...(!hasBody && status !== 204 && { 'content-length': '0' }), ...headers };
}

/** The RST comes when the client has had the time to read what was sent before it. */
function writeUntilReset(response: ServerResponse, part: Buffer, clock: Clock): void {
  response.flushHeaders();
  response.write(part);
  response.once(
    'close',
    clock.after(READING_MS, () => {
      reset(response);
    }),
  );
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function drip(response: ServerResponse, body: Buffer, bytesPerSecond: number, clock: Clock): void {
  response.flushHeaders();
  const bytes = Math.max(1, Math.round((bytesPerSecond * TICK_MS) / 1_000));
  const everyMs = (bytes * 1_000) / bytesPerSecond;
  let sent = 0;
  const step = (): void => {
    response.write(body.subarray(sent, sent + bytes));
    sent += bytes;
    if (sent >= body.length) response.end();
    else cancel = clock.after(everyMs, step);
  };
  let cancel = clock.after(everyMs, step);
  response.once('close', () => {
    cancel();
  });
}
