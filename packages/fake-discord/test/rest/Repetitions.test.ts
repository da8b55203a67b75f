import { beforeEach, describe, expect, it } from '@jest/globals';
import { Repetitions } from '../../src/rest/Repetitions.js';

const [send, edit] = [
  { method: 'POST', path: '/channels/1/messages' },
  { method: 'PATCH', path: '/channels/1' },
];
const limited = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });

let repetitions: Repetitions;

beforeEach(() => {
  repetitions = new Repetitions();
});

describe('a request that was told to come again', () => {
  it('is awaited until it comes', () => {
    repetitions.answered(send, limited('2'), 1_000);
    const before = repetitions.nextMs(1_500);
    repetitions.came(send);
    expect([before, repetitions.nextMs(1_500)]).toEqual([1_600, 0]);
  });

  it('is awaited no longer than it was told, and a little', () => {
    repetitions.answered(send, limited('1'), 0);
    expect([repetitions.nextMs(1_099), repetitions.nextMs(1_100)]).toEqual([1, 0]);
  });

  it('is one among others, of which the first counts', () => {
    repetitions.answered(send, limited('5'), 0);
    repetitions.answered(edit, limited('1'), 0);
    expect(repetitions.nextMs(0)).toBe(1_100);
  });
});

it.each([{ status: 204 }, { status: 503, headers: { 'retry-after': '1' } }, limited('Fri, 20 Nov 2026 10:00:30 GMT'), { status: 429 }])(
  'awaits nothing after %j',
  (reply) => {
    repetitions.answered(send, reply, 0);
    expect(repetitions.nextMs(0)).toBe(0);
  },
);
