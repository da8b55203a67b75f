import * as zlib from 'node:zlib';
import { WebSocket } from 'ws';
import { HEARTBEAT_INTERVAL_MS } from '../wire/handshake.js';
import { TOKEN, type Compression } from './protocol.js';
import type { ZlibCore } from '../wire/zlibCore.js';

/*
 * The least that a client on `ws` can do: inflate synchronously, find out what came, parse what is wanted, call a function. No heartbeats, no
 * limits, no checks: nothing that a bot could live with. It shows what the parts cost that nobody can leave out.
 */

const OUTPUT_BYTES = 1 << 20;

export interface FloorOptions {
  readonly url: string;
  readonly compression: Compression;
  /** Parse only these; everything when left out. */
  readonly wanted: readonly string[] | undefined;
  readonly onReady: () => void;
  readonly onEvent: (type: string) => void;
}

interface Packet {
  readonly op: number;
  readonly t: string;
}

export function runFloor({ url, compression, wanted, onReady, onEvent }: FloorOptions): void {
  const inflate = openInflate(compression);
  const isWanted = wanted === undefined ? null : new Set(wanted);
  const socket = new WebSocket(`${url}/?v=10&encoding=json&compress=${compression}`, { perMessageDeflate: false });
  const take = ({ op, t }: Packet): void => {
    if (op === 10)
      socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 0, properties: {}, heartbeat: HEARTBEAT_INTERVAL_MS } }));
    else if (t === 'READY') onReady();
    else onEvent(t);
  };
  socket.on('message', (data) => {
    const json = inflate(data as Buffer);
    if (isWanted !== null && isSkipped(json, isWanted)) return;
    take(JSON.parse(json.toString()) as Packet);
  });
}

/** Reads `t` and `s` from the head `{"t":"…","s":…` and says whether the rest is of no interest. */
function isSkipped(json: Buffer, isWanted: ReadonlySet<string>): boolean {
  const end = json.indexOf('"', 6);
  if (json[5] !== 0x22 || end < 0) return false;
  const type = json.toString('latin1', 6, end);
  let sequence = 0;
  for (let at = end + 6; json[at] !== 0x2c; at += 1) sequence = sequence * 10 + (json[at] ?? 0) - 0x30;
  return sequence > 1 && !isWanted.has(type);
}

function openInflate(compression: Compression): (data: Buffer) => Buffer {
  const constants = zlib.constants as unknown as Record<'Z_SYNC_FLUSH' | 'ZSTD_e_flush', number>;
  const { createZstdDecompress } = zlib as unknown as { createZstdDecompress: () => object };
  const core = (compression === 'zstd-stream' ? createZstdDecompress() : zlib.createInflate()) as ZlibCore;
  const flush = compression === 'zstd-stream' ? constants.ZSTD_e_flush : constants.Z_SYNC_FLUSH;
  const output = Buffer.alloc(OUTPUT_BYTES);
  return (data) => {
    core._handle.writeSync(flush, data, 0, data.length, output, 0, OUTPUT_BYTES);
    return output.subarray(0, OUTPUT_BYTES - (core._writeState[0] ?? 0));
  };
}
