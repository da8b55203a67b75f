import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { Dispatcher } from 'undici';
import type { RequestBody } from '../../src/body/RequestBody.js';
import { Exchange, type ExchangeFailure } from '../../src/transport/Exchange.js';
import type { HttpAnswer } from '../../src/transport/HttpAnswer.js';
import { Upload } from '../../src/transport/Upload.js';
import { Flight } from './FakeDispatcher.js';

const request = {
  answerAs: 'json',
  body: null,
  call: { method: 'GET', path: '/x' },
  isAuthorized: true,
  method: 'GET',
  path: '/x',
  reason: null,
  timeoutMs: 10_000,
} as const;

function world(body?: RequestBody) {
  const clock = new ManualClock();
  const told: (ExchangeFailure | HttpAnswer)[] = [];
  const writtenAtMs: number[] = [];
  const listener = {
    answered: (answer: HttpAnswer) => told.push(answer),
    failed: (failure: ExchangeFailure) => told.push(failure),
    written: () => writtenAtMs.push(clock.nowMs()),
  };
  const upload = body === undefined ? null : new Upload(body, clock);
  const exchange = new Exchange(request, listener, clock, upload, null);
  const options: Dispatcher.DispatchOptions = { method: 'GET', path: '/x', headers: [] };
  return { clock, exchange, flight: new Flight(options, exchange), told, upload, writtenAtMs };
}

describe('an exchange that is answered', () => {
  it('puts the pieces of the body together, and leaves no timer', () => {
    const { clock, flight, told } = world();
    flight.start().head(103).head(200, { via: '1.1 x' }).data('{"a"').data(':"').data(Buffer.from('ä').subarray(0, 1)).data(Buffer.from('ä').subarray(1)).data('"}').end(); // prettier-ignore
    expect(told).toEqual([{ status: 200, headers: { via: '1.1 x' }, body: { a: 'ä' }, unreadable: null }]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('tells when a connection was there for it', () => {
    const { clock, flight, writtenAtMs } = world();
    clock.advance(300);
    flight.start();
    clock.advance(100);
    flight.head(200).end();
    expect(writtenAtMs).toEqual([clock.nowMs() - 100]);
  });

  it('tells once, whatever comes afterwards', () => {
    const { clock, exchange, flight, told } = world();
    flight.answer(204);
    flight.fail();
    flight.data('x').end();
    exchange.cancel();
    exchange.refuse(undefined as never);
    clock.advance(20_000);
    expect(told).toHaveLength(1);
  });
});

describe('an exchange that fails', () => {
  it('never left when no connection was there', () => {
    const { flight, told } = world();
    flight.fail();
    expect(told).toMatchObject([{ type: 'unsent', error: { code: 'REST_CONNECTION_FAILED', cause: { code: 'ECONNRESET' } } }]);
  });

  it('R-16: was reset when not a byte of an answer came', () => {
    const { flight, told } = world();
    flight.start().fail();
    expect(told).toMatchObject([{ type: 'reset' }]);
  });

  it('R-15: was interrupted when the answer had begun', () => {
    const { flight, told } = world();
    flight.start().head(200).data('{').fail();
    expect(told).toMatchObject([{ type: 'interrupted', error: { code: 'REST_CONNECTION_FAILED' } }]);
  });

  it('drops the connection of an answer beyond all bounds', () => {
    const { flight, told } = world();
    flight.start().head(200);
    const mebibyte = Buffer.alloc(1024 * 1024);
    for (let count = 0; count < 64; count += 1) flight.data(mebibyte);
    expect(told).toEqual([]);
    flight.data('x');
    expect(told).toMatchObject([{ type: 'interrupted', error: { code: 'REST_ANSWER_UNREADABLE' } }]);
    expect(flight.abortedWith).not.toBeNull();
    flight.data('y');
    expect(told).toHaveLength(1);
  });

  it('could not be begun', () => {
    const { exchange, told } = world();
    exchange.refuse({ code: 'X' } as never);
    expect(told).toMatchObject([{ type: 'unsent', error: { code: 'X' } }]);
  });
});

describe('the deadline of an exchange', () => {
  it('R-17: ends one that is never answered', () => {
    const { clock, flight, told } = world();
    flight.start();
    clock.advance(9_999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toMatchObject([{ type: 'interrupted', error: { code: 'REST_TIMED_OUT' } }]);
    expect(flight.abortedWith).not.toBeNull();
  });

  it('R-18: covers the body, however often a byte comes', () => {
    const { clock, flight, told } = world();
    flight.start().head(200);
    for (let second = 0; second < 10; second += 1) {
      flight.data(' ');
      clock.advance(1_000);
    }
    expect(told).toMatchObject([{ error: { code: 'REST_TIMED_OUT' } }]);
  });

  it('ends one that still waits for a connection, and lets nothing be written when it is there', () => {
    const { clock, flight, told } = world();
    clock.advance(10_000);
    expect(told).toMatchObject([{ type: 'unsent', error: { code: 'REST_TIMED_OUT' } }]);
    flight.start();
    expect(flight.abortedWith).not.toBeNull();
    expect(told).toHaveLength(1);
  });

  it('counts from the last piece of an upload', async () => {
    const { clock, flight, told, upload } = world(bodyOf(Buffer.alloc(300 * 1024)));
    flight.start();
    const pieces = upload![Symbol.asyncIterator]();
    for (let piece = 0; piece < 5; piece += 1) {
      await pieces.next();
      clock.advance(9_000);
    }
    await pieces.next();
    expect([told, upload?.isDone]).toEqual([[], true]);
    clock.advance(10_000);
    expect(told).toMatchObject([{ type: 'interrupted', error: { code: 'REST_TIMED_OUT' } }]);
  });

  it('ends an upload that stands still, of which nothing can have been carried out', async () => {
    const { clock, flight, told, upload } = world(bodyOf(Buffer.alloc(300 * 1024)));
    flight.start();
    await upload![Symbol.asyncIterator]().next();
    clock.advance(10_000);
    expect(told).toMatchObject([{ type: 'partial', error: { code: 'REST_TIMED_OUT' } }]);
  });
});

describe('an exchange that is cancelled', () => {
  it('R-24: tells nobody, drops the connection, and leaves no timer', () => {
    const { clock, exchange, flight, told } = world();
    flight.start().head(200);
    exchange.cancel();
    expect(flight.abortedWith).not.toBeNull();
    expect([told, clock.pendingTimers, exchange.isOver]).toEqual([[], 0, true]);
  });
});

describe('R-25 an upload whose content fails', () => {
  it('spoils the exchange, and keeps the cause', async () => {
    const cause = new TypeError('disk gone');
    const { exchange, flight, told, upload } = world({ ...bodyOf(''), open: () => Promise.reject(cause) });
    flight.start();
    await expect(upload![Symbol.asyncIterator]().next()).rejects.toBe(cause);
    flight.fail(cause);
    expect(told).toMatchObject([{ type: 'partial', error: { code: 'INVALID_BODY', cause } }]);
    expect(exchange.isBodyOpened).toBe(true);
  });
});

function bodyOf(content: string | Uint8Array): RequestBody {
  return { contentType: 'text/plain', isRepeatable: true, lengthBytes: content.length, open: () => content };
}
