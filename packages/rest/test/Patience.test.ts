import { describe, expect, it } from '@jest/globals';
import { TransportError } from '../src/errors.js';
import type { HttpAnswer } from '../src/HttpSender.js';
import { Patience, type Outcome } from '../src/Patience.js';
import type { HttpMethod } from '../src/RestRequest.js';

const answered = (status: number, body?: unknown): Outcome => ({
  type: 'answered',
  answer: { status, body, header: () => undefined } satisfies HttpAnswer,
});
const failed: Outcome = {
  type: 'failed',
  error: new TransportError('REST_TIMED_OUT', { method: 'GET', path: '/', what: 'Late.', cure: 'Wait.' }),
};
const patienceFor = (method: HttpMethod, random = 1) => new Patience(method, { retries: 2, maxWaitMs: 10_000, random: () => random });

describe('the patience of a call', () => {
  it('takes an answer as it is, also one that says no', () => {
    for (const status of [200, 204, 302, 400, 404]) expect(patienceFor('GET').judge(answered(status))).toEqual({ type: 'final' });
  });

  it('repeats a GET after a failure, later each time, until its retries are spent', () => {
    const patience = patienceFor('GET');
    expect([failed, answered(500), answered(502)].map((outcome) => patience.judge(outcome))).toEqual([
      { type: 'retry', waitMs: 500 },
      { type: 'retry', waitMs: 1_000 },
      { type: 'final' },
    ]);
  });

  it.each([501, 505])('takes %i as it is: what is not served will not be served later', (status) => {
    expect(patienceFor('GET').judge(answered(status))).toEqual({ type: 'final' });
  });

  it('spreads its pauses from nothing to all', () => {
    expect(patienceFor('GET', 0).judge(failed)).toEqual({ type: 'retry', waitMs: 0 });
  });

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'] as const)('never repeats a %s after a failure', (method) => {
    expect([patienceFor(method).judge(failed), patienceFor(method).judge(answered(503))]).toEqual([{ type: 'final' }, { type: 'final' }]);
  });

  it('waits for limits whatever the method, as long as all waits together allow', () => {
    const patience = patienceFor('POST');
    const verdicts = [4, 4, 4].map((retry_after) => patience.judge(answered(429, { retry_after })));
    expect(verdicts).toEqual([false, false, true].map((isTooLong) => ({ type: 'limited', waitMs: 4_000, isTooLong })));
  });

  it('R-02 R-03: doubles its guess while 429s say nothing, and begins anew after another answer', () => {
    const patience = patienceFor('GET');
    const waits = [answered(429), answered(429), failed, answered(429)].map((outcome) => patience.judge(outcome));
    expect(waits).toMatchObject([{ waitMs: 1_000 }, { waitMs: 2_000 }, { type: 'retry' }, { waitMs: 1_000 }]);
  });
});
