import { constants, createDeflate, type Deflate } from 'node:zlib';
import * as zlib from 'node:zlib';
import { WebSocketServer, type WebSocket } from 'ws';
import { eventMix, MIX_A } from './eventMix.js';
import { HEARTBEAT_INTERVAL_MS, SENTINEL, type Compression, type ServerReport } from './protocol.js';

/*
 * A recorded gateway: every client gets the very same bytes. Each message is compressed once, at the start, in the one context that the connection
 * has, so the server costs next to nothing while a client is measured. It says nothing but the recording; heartbeats of a whole run stay unasked for.
 */

/** How much may wait in the socket before the server pauses. */
const HIGH_WATER_BYTES = 4 << 20;

type SyncWriter = (text: string) => Buffer;

const [compression = 'zlib-stream', count = '1000'] = process.argv.slice(2) as [Compression?, string?];
const write = compression === 'zstd-stream' ? zstdWriter() : zlibWriter();
const recording = record(write, Number(count));

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('listening', () => {
  const { port } = server.address() as { readonly port: number };
  report({ type: 'listening', port, wireBytes: recording.wireBytes, jsonBytes: recording.jsonBytes });
});
server.on('connection', serve);

interface Recording {
  readonly hello: Buffer;
  readonly ready: Buffer;
  readonly events: readonly Buffer[];
  readonly wireBytes: number;
  readonly jsonBytes: number;
}

function record(compress: SyncWriter, events: number): Recording {
  const hello = compress(JSON.stringify({ t: null, s: null, op: 10, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } }));
  const ready = compress(readyText());
  const frames: Buffer[] = [];
  let [wireBytes, jsonBytes] = [0, 0];
  const add = (text: string): void => {
    const frame = compress(text);
    frames.push(frame);
    wireBytes += frame.length;
    jsonBytes += Buffer.byteLength(text);
  };
  for (const text of eventMix(MIX_A, events)) add(text);
  add(`{"t":"${SENTINEL}","s":${events + 2},"op":0,"d":{"guild_id":"1100000000000000001","user":{"id":"1"}}}`);
  return { hello, ready, events: frames, wireBytes, jsonBytes };
}

function readyText(): string {
  const user = { id: '1100000000000000002', username: 'bench', discriminator: '0', avatar: null, bot: true };
  const application = { id: '1100000000000000003', flags: 0 };
  const d = { v: 10, user, guilds: [], session_id: 'b'.repeat(32), resume_gateway_url: 'ws://127.0.0.1:1', shard: [0, 1], application };
  return JSON.stringify({ t: 'READY', s: 1, op: 0, d });
}

function serve(socket: WebSocket): void {
  socket.send(recording.hello);
  socket.once('message', () => {
    socket.send(recording.ready);
  });
  // The parent has but one order: go.
  process.once('message', () => {
    void play(socket);
  });
}

async function play(socket: WebSocket): Promise<void> {
  for (const [index, frame] of recording.events.entries()) {
    socket.send(frame);
    if (index % 256 === 0 && socket.bufferedAmount > HIGH_WATER_BYTES) await drained(socket);
  }
}

async function drained(socket: WebSocket): Promise<void> {
  while (socket.bufferedAmount > HIGH_WATER_BYTES / 2 && socket.readyState === socket.OPEN) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Deflates text by text in one context, synchronously, through the core of the stream: a million promises would take minutes. */
function zlibWriter(): SyncWriter {
  return coreWriter(createDeflate({ level: 6 }), constants.Z_SYNC_FLUSH);
}

function zstdWriter(): SyncWriter {
  const { createZstdCompress } = zlib as unknown as { createZstdCompress: () => Deflate };
  const { ZSTD_e_flush: flush } = constants as unknown as { ZSTD_e_flush: number };
  return coreWriter(createZstdCompress(), flush);
}

interface Core {
  readonly _handle: {
    writeSync(
      flush: number,
      input: Buffer,
      inputAt: number,
      inputBytes: number,
      output: Buffer,
      outputAt: number,
      outputBytes: number,
    ): void;
  };
  readonly _writeState: Uint32Array;
}

function coreWriter(stream: object, flush: number): SyncWriter {
  const core = stream as Core;
  const output = Buffer.alloc(1 << 20);
  return (text) => {
    const input = Buffer.from(text);
    core._handle.writeSync(flush, input, 0, input.length, output, 0, output.length);
    return Buffer.from(output.subarray(0, output.length - (core._writeState[0] ?? 0)));
  };
}

function report(message: ServerReport): void {
  process.send?.(message);
}
