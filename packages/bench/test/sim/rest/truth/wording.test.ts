import { readRateFacts } from '@aplomb/rest/ratelimit';
import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../../src/sim/world/SeededRandom.js';
import { ROUTES } from '../../../../src/sim/rest/truth/routes.js';
import { NO_FAULTS, Wording, type Answer } from '../../../../src/sim/rest/truth/wording.js';
import { History } from '../judge/History.js';

const { createEmoji, executeWebhook } = ROUTES;
const MOMENT = { stampMs: 1_234.5678, wallMs: Date.UTC(2026, 0, 1), acceptedStatus: 200 };

function answerTo(make: (history: History) => ReturnType<History['send']>, faults = NO_FAULTS): Answer {
  const attempt = make(new History());
  return new Wording(new SeededRandom(1), faults).answer(attempt.verdict!, MOMENT);
}

function factsOf({ body, headers, status }: Answer) {
  return readRateFacts(status, (name) => headers[name], body);
}

const accepted = (history: History) => history.exchange(1_000);
const full = (history: History) => {
  for (let count = 0; count < 5; count += 1) history.exchange(1_000);
  return history.exchange(1_200);
};

describe('the words of a server', () => {
  it('say after a request that was taken what is left, and until when, rounded to milliseconds', () => {
    const answer = answerTo(accepted);
    expect(answer.headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '4.775' });
    expect(factsOf(answer)).toMatchObject({ status: 200, headers: { limit: 5, remaining: 4, resetAfterMs: 4_775 }, isFromDiscord: true });
  });

  it('say with a 429 whom it concerns, and how long to wait in header and body', () => {
    const answer = answerTo(full);
    expect(answer).toMatchObject({ status: 429, body: { retry_after: 4.775, global: false }, saidToWaitMs: 4_775, isReadable: true });
    expect(answer.headers).toMatchObject({ 'retry-after': '5', 'x-ratelimit-scope': 'user', 'x-ratelimit-remaining': '0' });
    expect(factsOf(answer)).toMatchObject({ scope: 'user', retryAfterMs: 5_000 });
  });

  it('leave something remaining when a hidden limit refuses', () => {
    const answer = answerTo((history) => {
      for (let count = 0; count < 6; count += 1) history.exchange(1_000, history.call(createEmoji, '2', { isHidden: true }));
      return history.exchange(1_000, history.call(createEmoji, '2', { isHidden: true }));
    });
    expect(factsOf(answer)).toMatchObject({ status: 429, scope: 'user', headers: { limit: 50, remaining: 43 } });
    expect(answer.saidToWaitMs).toBeGreaterThan(59_000);
  });

  it('name others in what is shared, and everybody in what is global', () => {
    const shared = answerTo((history) => {
      history.server.exhaust('3/t', 5_000);
      return history.exchange(1_000, history.call(executeWebhook, '3/t'));
    });
    const global = answerTo((history) => {
      history.server.closeGlobally(5_000);
      return history.exchange(1_000);
    });
    expect([factsOf(shared).scope, factsOf(global).scope]).toEqual(['shared', 'global']);
    expect([shared.isReadable, global.isReadable]).toEqual([false, false]);
  });

  it('come as a page from Cloudflare when the host is banned', () => {
    const answer = answerTo((history) => {
      history.server.ban(60_000, 5_000);
      return history.exchange(1_000);
    });
    expect(factsOf(answer)).toMatchObject({ status: 429, isFromDiscord: false, retryAfterMs: 5_000 });
  });

  it('go wrong as often as they are told to, and then make no sense to the reader either', () => {
    for (const fault of ['missing', 'malformed', 'badGateway'] as const) {
      const answer = answerTo(accepted, { ...NO_FAULTS, [fault]: 1 });
      expect([fault, answer.isReadable, factsOf(answer).headers]).toEqual([fault, false, null]);
    }
    expect(factsOf(answerTo(full, { ...NO_FAULTS, mute: 1 }))).toMatchObject({
      status: 429,
      headers: null,
      retryAfterMs: null,
      scope: null,
    });
    expect(answerTo(accepted, { ...NO_FAULTS, serverError: 1 })).toMatchObject({ status: 500, isReadable: true });
  });
});
