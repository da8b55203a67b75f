import { Deque } from '@aplomb/base';
import { Attempt } from '../Attempt.js';
import type { RestWorld } from '../RestWorld.js';
import type { SimCall } from '../SimCall.js';
import type { RestClient } from './RestClient.js';

interface Line {
  readonly calls: Deque<SimCall>;
  /** When it looks again; infinite while it need not. */
  wakeMs: number;
  isReady: boolean;
}

/**
 * The most that the server would take. It sees the server's own books, and its requests take no time: a client in any network that knew
 * in advance how long each message takes could send so that they arrive in these very instants. It never leaves a place empty while a
 * call waits for it, and bothers with no order on the wire.
 */
export class Clairvoyant implements RestClient {
  private readonly lines = new Map<SimCall['lane'], Line>();
  /** Lines whose bucket is free, and which wait for the global limit only. */
  private readonly ready = new Deque<Line>();
  private isOpening = false;
  private readonly world: RestWorld;

  constructor(world: RestWorld) {
    this.world = world;
    world.whenChanged = () => {
      for (const line of this.lines.values()) if (!line.isReady) this.look(line);
    };
  }

  submit(call: SimCall): void {
    const line = this.lines.get(call.lane) ?? { calls: new Deque<SimCall>(), wakeMs: Infinity, isReady: false };
    if (call.isInteraction) return this.take(call);
    this.lines.set(call.lane, line);
    line.calls.push(call);
    if (line.wakeMs === Infinity && !line.isReady) this.wakeAt(line, this.world.loop.nowMs());
  }

  withdraw(): void {
    // Whoever sees all does not change his mind.
  }

  private wakeAt(line: Line, instantMs: number): void {
    line.wakeMs = instantMs;
    this.world.loop.at(instantMs, () => {
      line.wakeMs = Infinity;
      this.look(line);
    });
  }

  private look(line: Line): void {
    const { loop, server } = this.world;
    const nowMs = loop.nowMs();
    for (let call = line.calls.peek(); call !== undefined; call = line.calls.peek()) {
      const freeAtMs = server.freeAtMs(call, nowMs);
      if (freeAtMs > call.giveUpAtMs) {
        line.calls.shift();
        call.finish('refused');
        continue;
      }
      if (freeAtMs > nowMs) return this.wakeAt(line, freeAtMs);
      line.isReady = true;
      this.ready.push(line);
      return this.open();
    }
  }

  /** Takes what is ready, as fast as the global limit allows. */
  private open(): void {
    if (this.isOpening) return;
    const { loop, server } = this.world;
    this.isOpening = true;
    while (this.ready.length > 0) {
      const freeAtMs = server.global.freeAtMs(loop.nowMs());
      if (freeAtMs > loop.nowMs()) {
        loop.at(freeAtMs, () => {
          this.isOpening = false;
          this.open();
        });
        return;
      }
      this.takeFrom(this.ready.shift());
    }
    this.isOpening = false;
  }

  private takeFrom(line: Line | undefined): void {
    if (line === undefined) return;
    line.isReady = false;
    const call = line.calls.peek();
    const { loop, server } = this.world;
    // Another line of the bucket may have been faster.
    if (call !== undefined && server.freeAtMs(call, loop.nowMs()) <= loop.nowMs()) {
      line.calls.shift();
      this.take(call);
    }
    if (line.wakeMs === Infinity && line.calls.length > 0) this.wakeAt(line, loop.nowMs());
  }

  private take(call: SimCall): void {
    const { loop, server, tally } = this.world;
    const attempt = new Attempt(call, loop.nowMs(), this.world.nextOrder());
    attempt.arrivedMs = loop.nowMs();
    attempt.verdict = server.receive(attempt, loop.nowMs());
    tally.arrived(attempt, null);
    call.finish('answered');
  }
}
