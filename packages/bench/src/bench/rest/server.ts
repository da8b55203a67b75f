import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BUCKET_LIMIT, BUCKET_WINDOW_MS, type RestServerReport } from './protocol.js';

/*
 * The server of the REST benchmark, a process of its own: it answers every POST with a message, counts each channel's window truly, and refuses
 * with 429 what is over. It does as little else as it can.
 */

interface Window {
  endsMs: number;
  used: number;
}

const windows = new Map<string, Window>();
let requests = 0;
let limited = 0;

const MESSAGE = JSON.stringify({
  id: '1100000000000000001',
  type: 0,
  content: 'Message of the benchmark, about as long as what a bot says to somebody who asked.',
  channel_id: '1100000000000000000',
  author: {
    id: '1100000000000000002',
    username: 'bench',
    global_name: null,
    avatar: '8342729096ea3675442027381ff50dfe',
    discriminator: '0',
    bot: true,
  },
  attachments: [],
  embeds: [],
  mentions: [],
  mention_roles: [],
  components: [],
  pinned: false,
  mention_everyone: false,
  tts: false,
  timestamp: '2026-11-20T12:00:00.000000+00:00',
  edited_timestamp: null,
  flags: 0,
});

const server = createServer((request, response) => {
  request.on('data', () => undefined);
  request.on('end', () => {
    answer(request, response);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  report({ type: 'listening', port: (server.address() as AddressInfo).port });
});

process.on('message', () => {
  report({ type: 'counted', requests, limited });
  requests = 0;
  limited = 0;
});
process.on('disconnect', () => {
  process.exit();
});

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const nowMs = performance.now();
  const window = windowOf(url, nowMs);
  window.used += 1;
  requests += 1;
  const resetAfterMs = window.endsMs - nowMs;
  const headers = {
    'content-type': 'application/json',
    'x-ratelimit-bucket': 'd7ffb4a17afd8c9c3a5a8b6d0a2cf7ad',
    'x-ratelimit-limit': String(BUCKET_LIMIT),
    'x-ratelimit-remaining': String(Math.max(0, BUCKET_LIMIT - window.used)),
    'x-ratelimit-reset': ((Date.now() + resetAfterMs) / 1_000).toFixed(3),
    'x-ratelimit-reset-after': (resetAfterMs / 1_000).toFixed(3),
    via: '1.1 google',
  };
  if (window.used <= BUCKET_LIMIT) {
    response.writeHead(200, { ...headers, 'content-length': MESSAGE.length }).end(MESSAGE);
    return;
  }
  limited += 1;
  const body = JSON.stringify({ message: 'You are being rate limited.', retry_after: resetAfterMs / 1_000, global: false });
  response.writeHead(429, { ...headers, 'x-ratelimit-scope': 'user', 'retry-after': String(Math.ceil(resetAfterMs / 1_000)) }).end(body);
}

function windowOf(url: string, nowMs: number): Window {
  const known = windows.get(url);
  if (known !== undefined && known.endsMs > nowMs) return known;
  const window = { endsMs: nowMs + BUCKET_WINDOW_MS, used: 0 };
  windows.set(url, window);
  return window;
}

function report(message: RestServerReport): void {
  process.send?.(message);
}
