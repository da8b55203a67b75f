import { describe, expect, it } from '@jest/globals';
import { Front } from '../../src/rest/Front.js';

describe('the front of Discord', () => {
  it('shuts out who was refused too often in ten minutes, until the first of it is that old', () => {
    const front = new Front(3);
    for (const [nowMs, status] of [
      [0, 401],
      [1, 403],
      [2, 429],
    ] as const) {
      expect(front.refuse(nowMs)).toBeNull();
      front.note({ status }, nowMs);
    }
    expect(front.refuse(3)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '600', via: undefined },
      rawBody: expect.stringContaining('1015'),
    });
    expect([front.refuse(599_999)?.headers?.['retry-after'], front.refuse(600_000)]).toEqual(['1', null]);
  });

  it('takes no note of what is not the fault of the client', () => {
    const front = new Front(1);
    for (const status of [200, 204, 400, 404, 405, 500]) front.note({ status }, 0);
    front.note({ status: 429, headers: { 'x-ratelimit-scope': 'shared' } }, 0);
    expect(front.refuse(0)).toBeNull();
    front.note({ status: 429, headers: { 'x-ratelimit-scope': 'user' } }, 0);
    expect(front.refuse(0)).not.toBeNull();
  });

  it('can be told to shut everybody out', () => {
    const front = new Front(10_000);
    front.ban(5_000);
    expect([front.refuse(4_999)?.headers?.['retry-after'], front.refuse(5_000)]).toEqual(['1', null]);
  });
});
