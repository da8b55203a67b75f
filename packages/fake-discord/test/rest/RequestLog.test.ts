import { describe, expect, it } from '@jest/globals';
import { RequestLog } from '../../src/rest/RequestLog.js';

const request = { atMs: 5, headers: { authorization: 'Bot secret', accept: '*/*' }, method: 'GET', path: '/gateway', query: '' };

describe('the log of requests', () => {
  it('keeps what came, and how it was answered, but no token', () => {
    const log = new RequestLog();
    log.add(request)({ status: 200 });
    expect(log.all).toEqual([{ atMs: 5, headers: { accept: '*/*' }, method: 'GET', path: '/gateway', query: '', status: 200 }]);
  });

  it('has no status of what was never answered', () => {
    const log = new RequestLog();
    log.add(request);
    log.add(request)('hang up');
    log.add(request)({ status: 200, delivery: { afterMs: Infinity } });
    log.add(request)({ status: 200, delivery: { resetAt: 'headers' } });
    expect(log.all.map(({ status }) => status)).toEqual([null, null, null, null]);
  });

  it('finds those to one route', () => {
    const log = new RequestLog();
    for (const path of ['/users/1', '/users/2', '/users/@me']) log.add({ ...request, path });
    expect([log.to('GET /users/:id').length, log.to('GET /users/2').length, log.to('*').length]).toEqual([2, 1, 3]);
  });

  it('forgets the oldest of very many', () => {
    const log = new RequestLog();
    for (let atMs = 0; atMs <= 1_100; atMs += 1) log.add({ ...request, atMs });
    expect([log.all.length, log.all.at(-1)?.atMs]).toEqual([1_000, 1_100]);
  });
});
