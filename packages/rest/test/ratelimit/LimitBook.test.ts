import { describe, expect, it } from '@jest/globals';
import { LimitBook } from '../../src/ratelimit/LimitBook.js';
import { ticketFor } from './virtualLimiter.js';
import { waitingIn } from './limitParts.js';

const on = (routeKey: string, majorKey = 'channels/1', subKey = '') => ticketFor({ routeKey, majorKey, subKey });

describe('the book of routes and buckets', () => {
  it('gives kinds of calls lanes of their own, in one bucket while its hash is unknown', () => {
    const book = new LimitBook();
    const [plain, named] = [book.laneOf(on('PATCH /a'), 0), book.laneOf(on('PATCH /a', 'channels/1', 'name'), 0)];
    expect([plain === named, plain.bucket === named.bucket, book.laneOf(on('PATCH /a'), 0) === plain]).toEqual([false, true, true]);
  });

  it('R-11 opens a lane where its route was found', () => {
    const book = new LimitBook();
    book.place(book.laneOf(on('POST /a'), 0), 'b1', 0, 10);
    expect(book.laneOf(on('POST /a', 'channels/2'), 20).bucket.key).toBe('b1 channels/2');
  });

  it('R-11 is not misled by an answer that was overtaken', () => {
    const book = new LimitBook();
    const lane = book.laneOf(on('GET /a'), 0);
    book.place(lane, 'b2', 100, 150);
    book.place(lane, 'b1', 50, 160);
    expect([lane.bucket.hash, lane.haunts.map(({ bucket }) => bucket.hash)]).toEqual(['b2', ['b1']]);
  });

  it('R-11 gathers the lanes of a major parameter where their routes were found, and no idle ones', () => {
    const book = new LimitBook();
    const lanes = ['channels/1', 'channels/2', 'channels/3'].map((majorKey) => book.laneOf(on('POST /a', majorKey), 0));
    for (const lane of lanes.slice(0, 2)) waitingIn(lane);
    book.place(lanes[0]!, 'b1', 0, 10);
    const concerned = lanes.slice(1).map(({ bucket }) => book.gather(bucket, 20).map(({ key }) => key));
    expect(concerned).toEqual([[' POST /a channels/2', 'b1 channels/2'], []]);
  });

  it('R-11 keeps nothing of lanes that nobody uses', () => {
    const book = new LimitBook();
    for (let id = 0; id < 100; id += 1) {
      const lane = book.laneOf(on('POST /a', `channels/${String(id)}`), 0);
      book.place(lane, 'b1', 0, 0);
      book.rest(lane, 0);
    }
    for (let at = 0; at < 100; at += 1) book.sweep(10_000);
    expect([book.laneCount, book.bucketCount, book.routeCount]).toEqual([0, 0, 1]);
  });

  it('R-11 remembers 512 routes at most that have no lanes', () => {
    const book = new LimitBook();
    for (let at = 0; at < 2_000; at += 1) {
      book.rest(book.laneOf(on(`GET /${String(at)}`), at * 20_000), at * 20_000);
      book.sweep((at + 1) * 20_000);
    }
    expect(book.routeCount).toBeLessThanOrEqual(513);
  });

  it('never forgets a route that is in use', () => {
    const book = new LimitBook();
    const lane = book.laneOf(on('POST /a'), 0);
    for (let at = 0; at < 2_000; at += 1) book.laneOf(on(`GET /${String(at)}`), 0);
    expect(book.laneOf(on('POST /a'), 0)).toBe(lane);
  });
});
