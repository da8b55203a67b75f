import { describe, expect, it } from '@jest/globals';
import { ROUTES } from '../../../../src/sim/rest/truth/routes.js';
import type { Verdict } from '../../../../src/sim/rest/truth/Verdict.js';
import { History } from '../judge/History.js';

const { answerInteraction, editChannel, executeWebhook, readMessages, sendMessage } = ROUTES;

/** What the server says to one call. */
function say(history: History, nowMs: number, call = history.call(sendMessage)): Verdict['type'] | undefined {
  const attempt = history.send(nowMs, call);
  history.arrive(attempt, nowMs);
  return attempt.verdict?.type;
}

describe('a server', () => {
  it('takes 5 in a window of 5 s that begins with the first, and again from the instant of its end', () => {
    const history = new History();
    expect([100, 200, 300, 400, 5_099].map((nowMs) => say(history, nowMs))).toEqual(Array(5).fill('accepted'));
    expect(say(history, 5_099.9)).toBe('full');
    expect(say(history, 5_100)).toBe('accepted');
    expect(history.server.freeAtMs(history.call(sendMessage), 5_101)).toBe(5_101);
  });

  it('has hidden limits, and goes on counting in the bucket when they refuse', () => {
    const history = new History();
    const renaming = () => history.call(editChannel, '1', { subKey: 'name', isHidden: true });
    expect([0, 1, 2].map((nowMs) => say(history, nowMs, renaming()))).toEqual(['accepted', 'accepted', 'episode']);
    expect(history.server.freeAtMs(renaming(), 3)).toBe(600_000);
    expect(history.server.book.bucketFor(renaming()).window.counted).toHaveLength(3);
    expect(say(history, 4, history.call(editChannel))).toBe('accepted');
    expect(say(history, 600_000, renaming())).toBe('accepted');
  });

  it('counts no interactions globally, but what a bucket refuses', () => {
    const history = new History({ kind: 'rolling', limit: 6 });
    for (let nowMs = 0; nowMs < 5; nowMs += 1) say(history, nowMs);
    expect(say(history, 6, history.call(answerInteraction, '7/aW50ZXJhY3Rpb246'))).toBe('accepted');
    expect([say(history, 7), say(history, 8, history.call(readMessages))]).toEqual(['full', 'global']);
    expect(say(history, 9, history.call(answerInteraction, '7/aW50ZXJhY3Rpb246'))).toBe('accepted');
  });

  it('refuses by others only what is shared, globally all but interactions, and everything from a banned host', () => {
    const history = new History();
    const interaction = history.call(answerInteraction, '7/aW50ZXJhY3Rpb246');
    history.server.exhaust('3/t', 100);
    expect([say(history, 0, history.call(executeWebhook, '3/t')), say(history, 0, history.call(executeWebhook, '4/t'))]).toEqual([
      'episode',
      'accepted',
    ]);
    history.server.closeGlobally(200);
    expect([say(history, 150), say(history, 150, interaction), say(history, 200)]).toEqual(['episode', 'accepted', 'accepted']);
    history.server.ban(400, 50);
    expect([say(history, 300, interaction), say(history, 400, interaction)]).toEqual(['episode', 'accepted']);
  });
});
