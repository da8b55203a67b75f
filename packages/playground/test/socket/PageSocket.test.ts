import { ManualClock } from '@aplomb/base';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { PageSocket } from '../../src/socket/PageSocket.js';
import type { News } from '../../src/socket/PushBatch.js';

/** A web socket that keeps what is sent. */
class Wire extends EventEmitter {
  readonly OPEN = 1;
  bufferedAmount = 0;
  closedWith: number | null = null;
  readyState = 1;
  readonly sent: unknown[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(code: number): void {
    this.closedWith = code;
  }
}

let clock: ManualClock;
let page: PageSocket;
let wire: Wire;
let closed: number;
let answer: () => Promise<unknown>;

beforeEach(() => {
  clock = new ManualClock();
  wire = new Wire();
  closed = 0;
  answer = () => Promise.resolve('done');
  const onClose = () => (closed += 1);
  page = new PageSocket(wire as unknown as WebSocket, { answer: () => answer(), clock, onClose });
});

const news = (t: string): News => ({ type: 'event', as: '1', event: { t, d: null } });
const frame = { id: 1, call: 'clearFaults' };
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a page that is open', () => {
  it('gets its news 16 milliseconds after the first, in one frame', () => {
    page.push(news('A'));
    clock.advance(10);
    page.push(news('B'));
    page.mark('shards', () => ({ type: 'shards', shards: [] }));
    expect(wire.sent).toEqual([]);
    clock.advance(6);
    expect(wire.sent).toEqual([{ push: [news('A'), news('B'), { type: 'shards', shards: [] }] }]);
  });

  it('gets nothing while there is no news', () => {
    page.flush();
    clock.advance(1_000);
    expect([wire.sent, clock.pendingTimers]).toEqual([[], 0]);
  });

  it('has what a call led to before its answer', async () => {
    answer = () => {
      page.push(news('A'));
      return Promise.resolve('done');
    };
    wire.emit('message', Buffer.from(JSON.stringify(frame)));
    await settle();
    expect(wire.sent).toEqual([{ push: [news('A')] }, { id: 1, ok: true, value: 'done' }]);
  });

  it('is answered also when the call throws what nobody thought of', async () => {
    answer = () => Promise.reject(new TypeError('oops'));
    wire.emit('message', Buffer.from(JSON.stringify(frame)));
    await settle();
    expect(wire.sent).toEqual([{ id: 1, ok: false, error: { name: 'Error', code: 'PLAYGROUND_FAILED', message: 'oops' } }]);
  });

  it('is told to come again when it does not keep up', () => {
    wire.bufferedAmount = 16 * 1024 * 1024 + 1;
    page.push(news('A'));
    clock.advance(16);
    expect([wire.closedWith, wire.sent]).toEqual([1013, []]);
  });
});

describe('a page that has gone', () => {
  it('is sent nothing more, and waits for nothing', async () => {
    page.push(news('A'));
    wire.readyState = 3;
    wire.emit('error', new TypeError('reset'));
    wire.emit('close');
    clock.advance(1_000);
    wire.emit('message', Buffer.from('{'));
    await settle();
    expect([wire.sent, closed, clock.pendingTimers]).toEqual([[], 1, 0]);
  });
});
