import type { WebSocket } from 'ws';
import type { Frame } from './frameWriters.js';

/** How much may wait in the socket before the server pauses. */
const HIGH_WATER_BYTES = 4 << 20;

/** Sends all frames as fast as the other side takes them. */
export async function flood(socket: WebSocket, frames: readonly Frame[]): Promise<void> {
  for (const [index, frame] of frames.entries()) {
    socket.send(frame);
    if (index % 256 === 0 && socket.bufferedAmount > HIGH_WATER_BYTES) await drained(socket);
  }
}

async function drained(socket: WebSocket): Promise<void> {
  while (socket.bufferedAmount > HIGH_WATER_BYTES / 2 && socket.readyState === socket.OPEN) await nextTurn();
}

/**
 * Sends the frames one by one in equal distances, each in a packet of its own, and tells before each write. It sleeps between them: a server that spins
 * takes a processor from the client that is measured.
 */
export async function pace(socket: WebSocket, frames: readonly Frame[], perSecond: number, onSend: (index: number) => void): Promise<void> {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const beganMs = performance.now();
  for (const [index, frame] of frames.entries()) {
    const waitMs = beganMs + (index * 1_000) / perSecond - performance.now();
    if (waitMs > 0) Atomics.wait(sleeper, 0, 0, waitMs);
    onSend(index);
    socket.send(frame);
    await nextTurn();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
