import { WebSocketServer, type WebSocket } from 'ws';
import { frameWriter, type Frame, type FrameWriter } from '../wire/frameWriters.js';
import { helloText, readyText } from '../wire/handshake.js';
import { flood } from '../wire/play.js';
import { eventMix, MIX_A } from './eventMix.js';
import { SENTINEL, type Compression, type ServerReport } from './protocol.js';

/*
 * A recorded gateway: every client gets the very same bytes. Each message is compressed once, at the start, in the one context that the connection
 * has, so the server costs next to nothing while a client is measured. It says nothing but the recording; heartbeats of a whole run stay unasked for.
 */

const [compression = 'zlib-stream', count = '1000'] = process.argv.slice(2) as [Compression?, string?];
const recording = record(frameWriter(compression), Number(count));

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('listening', () => {
  const { port } = server.address() as { readonly port: number };
  report({ type: 'listening', port, wireBytes: recording.wireBytes, jsonBytes: recording.jsonBytes });
});
server.on('connection', serve);

interface Recording {
  readonly hello: Frame;
  readonly ready: Frame;
  readonly events: readonly Frame[];
  readonly wireBytes: number;
  readonly jsonBytes: number;
}

function record(compress: FrameWriter, events: number): Recording {
  const hello = compress(helloText());
  const ready = compress(readyText([]));
  const frames: Frame[] = [];
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

function serve(socket: WebSocket): void {
  socket.send(recording.hello);
  socket.once('message', () => {
    socket.send(recording.ready);
  });
  // The parent has but one order: go.
  process.once('message', () => {
    void flood(socket, recording.events);
  });
}

function report(message: ServerReport): void {
  process.send?.(message);
}
