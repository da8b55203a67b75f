import { describe, expect, it } from '@jest/globals';
import type { WebSocket } from 'ws';
import { flood, pace } from '../../../src/bench/wire/play.js';

const FRAMES = Array.from({ length: 600 }, (_, index) => String(index));

/** Takes what is sent, and reads one MiB each time it is asked how much waits. */
class SlowSocket {
  readonly OPEN = 1;
  readonly readyState = 1;
  readonly sent: string[] = [];
  private waiting = 0;

  get bufferedAmount(): number {
    this.waiting = Math.max(0, this.waiting - (1 << 20));
    return this.waiting;
  }

  send(frame: string): void {
    this.sent.push(frame);
    this.waiting += 64 << 10;
  }
}

describe('frames that are played', () => {
  it('all come in their order through a socket that is slow', async () => {
    const socket = new SlowSocket();
    await flood(socket as unknown as WebSocket, FRAMES);
    expect(socket.sent).toEqual(FRAMES);
  });

  it('come at the pace that was asked for, and each is told before it is sent', async () => {
    const socket = new SlowSocket();
    const beganMs = performance.now();
    const told: number[] = [];
    await pace(socket as unknown as WebSocket, FRAMES.slice(0, 41), 1_000, (index) => {
      told.push(socket.sent.length - index);
    });
    expect(performance.now() - beganMs).toBeGreaterThanOrEqual(39);
    expect(told).toEqual(Array.from({ length: 41 }, () => 0));
    expect(socket.sent).toEqual(FRAMES.slice(0, 41));
  });
});
