import { describe, expect, it } from '@jest/globals';
import {
  connectionFailed,
  outcomeUnknown,
  redirected,
  timedOut,
  tooLarge,
  unreadable,
  uploadFailed,
  withdrawn,
} from '../../src/transport/failures.js';

const call = { method: 'POST', path: '/webhooks/1/:token' };
const answer = (status: number, more: object) => ({ status, headers: {}, body: undefined, unreadable: null, ...more });

describe('the errors of attempts', () => {
  it.each([
    [timedOut(call, 10), 'REST_TIMED_OUT', 'within 10 ms'],
    [connectionFailed(call, { code: 'ENOTFOUND' }), 'REST_CONNECTION_FAILED', '(ENOTFOUND)'],
    [withdrawn(call), 'REST_CONNECTION_FAILED', 'network failure'],
    [uploadFailed(call, 7), 'INVALID_BODY', 'while it was being sent'],
    [tooLarge(call, 7), 'REST_ANSWER_UNREADABLE', 'more than 7 bytes'],
  ])('name the call, what happened and a cure: %s', (error, code, what) => {
    expect(error).toMatchObject({ code, message: expect.stringContaining(what) });
    expect(error.message).toMatch(/POST \/webhooks\/1\/:token .*\. [A-Z].*\.$/);
  });

  it('R-23: show the status and the head of what is no JSON', () => {
    const error = unreadable(call, answer(200, { unreadable: '<html>' }));
    expect(error).toMatchObject({
      code: 'REST_ANSWER_UNREADABLE',
      status: 200,
      message: expect.stringContaining('(status 200) is no JSON: "<html>"'),
    });
    expect(unreadable(call, answer(200, { unreadable: '' })).message).toContain('has no body, where JSON was to come');
  });

  it('R-23: say of what changes something that it was probably carried out, and of what must not happen twice to look', () => {
    const of = (method: string) => unreadable({ ...call, method }, answer(200, { unreadable: '' }));
    expect(of('POST').message).toContain('was to come. It was probably carried out. Look whether it has happened before you call again.');
    expect(of('PUT').message).toContain('It was probably carried out. Look whether `baseUrl`');
    expect(of('GET').message).toContain('was to come. Look whether `baseUrl`');
    expect([of('POST'), of('PUT'), of('GET')].map((error) => error.mayHaveHappened)).toEqual([true, true, false]);
  });

  it.each([
    ['https://evil.example/login?token=1', 'to evil.example,'],
    ['/elsewhere?token=1', 'to another path,'],
    [undefined, 'to nowhere,'],
  ])('R-26: name the host of the redirect to %s, and nothing else of it', (location, shown) => {
    const error = redirected(call, answer(302, { headers: { location } }));
    expect(error).toMatchObject({ code: 'REST_REDIRECTED', status: 302, message: expect.stringContaining(shown) });
    expect(error.message).not.toContain('token=1');
  });

  it('R-16: say that the outcome is unknown, and why', () => {
    const cause = timedOut(call, 10);
    expect(outcomeUnknown(call, cause, false)).toMatchObject({
      code: 'REST_OUTCOME_UNKNOWN',
      cause,
      mayHaveHappened: true,
      message:
        'POST /webhooks/1/:token was not answered in full within 10 ms. Whether Discord has carried it out is unknown. Look whether it has happened before you call again.',
    });
    expect(outcomeUnknown(call, cause, true).message).toContain('does no harm twice');
  });
});
