import { beforeEach, describe, expect, it } from '@jest/globals';
import { ROUTES } from '../../../../src/sim/rest/truth/routes.js';
import { History } from './History.js';

const { addReaction, createEmoji, editMessage, executeWebhook, readMessages, removeReaction, sendMessage } = ROUTES;
let history: History;

beforeEach(() => {
  history = new History();
});

describe('a 429 of a window of 5 per 5 s that is used up', () => {
  beforeEach(() => {
    for (const sentMs of [0, 100, 200, 300]) history.exchange(sentMs);
  });

  it('was avoidable when an answer had said that nothing is left', () => {
    history.exchange(400);
    expect(history.arrive(history.send(4_900), 4_910)).toEqual({
      isAvoidable: true,
      blame: 'sent into a window that was known to be used up',
    });
  });

  it('was avoidable when the last place was taken by a request that was still unanswered', () => {
    history.arrive(history.send(400), 410);
    expect(history.arrive(history.send(420), 430)).toMatchObject({ isAvoidable: true });
  });

  it('was avoidable when the last place was taken by a request whose answer made no sense, since counting is enough', () => {
    const silent = history.send(400);
    history.arrive(silent, 410);
    history.hear(silent, { isReadable: false });
    expect(history.arrive(history.send(500), 510)).toMatchObject({ isAvoidable: true });
  });

  it('was avoidable when the last place was taken by a request that was lost after it had arrived', () => {
    const lost = history.send(400);
    history.arrive(lost, 410);
    history.giveUp(lost, 450);
    expect(history.arrive(history.send(500), 510)).toMatchObject({ isAvoidable: true });
  });

  it('was not avoidable when the last place was taken by a request that had been given up before it arrived', () => {
    const late = history.send(400);
    history.giveUp(late, 450);
    history.arrive(late, 460);
    expect(history.arrive(history.send(500), 510)).toMatchObject({ isAvoidable: false });
  });

  it('was avoidable when two were sent for one place, whichever arrives first', () => {
    const one = history.send(400);
    const other = history.send(401);
    history.arrive(other, 410);
    expect(history.arrive(one, 420)).toMatchObject({ isAvoidable: true });
  });

  it('was avoidable for whoever guessed that the window would be over on arrival', () => {
    history.exchange(400);
    // The window began at 10 and ends at 5,010. That was heard at 0 + 10 + ..., so that nobody could be sure before.
    expect(history.arrive(history.send(5_000), 5_009.9)).toMatchObject({ isAvoidable: true });
  });

  it('is no 429 once the window is over', () => {
    history.exchange(400);
    expect(history.arrive(history.send(5_000), 5_010)).toBeNull();
  });
});

describe('a 429 of a window of which nothing sensible was heard', () => {
  it('was not avoidable: its answers made no sense', () => {
    history.exchange(0);
    for (const sentMs of [6_000, 6_100, 6_200, 6_300, 6_400]) {
      const silent = history.send(sentMs);
      history.arrive(silent, sentMs + 10);
      history.hear(silent, { isReadable: false });
    }
    expect(history.arrive(history.send(6_500), 6_510)).toEqual({ isAvoidable: false, blame: 'nothing readable was heard of the window' });
  });

  it('was avoidable when more were under way than the limit that was known from before', () => {
    history.exchange(0);
    const sent = [6_000, 6_001, 6_002, 6_003, 6_004, 6_005].map((sentMs) => history.send(sentMs));
    const judgements = sent.map((attempt, index) => history.arrive(attempt, 6_020 + index));
    expect(judgements.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(judgements[5]).toEqual({ isAvoidable: true, blame: 'sent more than a known limit at once' });
  });

  it('was not avoidable when the limit had become less meanwhile', () => {
    history.exchange(0);
    history.server.book.bucketFor(history.call(sendMessage)).group.limit = 1;
    const [one, other] = [history.send(6_000), history.send(6_001)];
    history.arrive(one, 6_010);
    expect(history.arrive(other, 6_011)).toEqual({ isAvoidable: false, blame: 'the limit had changed unseen' });
  });
});

describe('a 429 on a route that was never heard of', () => {
  it('was avoidable in a burst', () => {
    const sent = [0, 1, 2, 3, 4, 5].map((sentMs) => history.send(sentMs));
    const judgements = sent.map((attempt, index) => history.arrive(attempt, 20 + index));
    expect(judgements[5]).toEqual({ isAvoidable: true, blame: 'sent a burst into the unknown' });
  });

  it('was not avoidable when another route had used up what turns out to be one bucket', () => {
    history.exchange(0, history.call(addReaction));
    expect(history.arrive(history.send(100, history.call(removeReaction)), 110)).toEqual({
      isAvoidable: false,
      blame: 'the bucket was unknown',
    });
  });
});

describe('a 429 of a bucket of two routes', () => {
  it('was avoidable once both were known to be of it', () => {
    history.exchange(0, history.call(addReaction));
    history.exchange(1_000, history.call(removeReaction));
    expect(history.arrive(history.send(1_100, history.call(addReaction)), 1_110)).toMatchObject({ isAvoidable: true });
  });

  it('was not avoidable while the other route had just joined, and no answer had said so', () => {
    history.exchange(0, history.call(addReaction));
    history.exchange(100, history.call(sendMessage));
    history.server.book.join(sendMessage, 0, addReaction);
    history.arrive(history.send(1_000, history.call(sendMessage)), 1_010);
    expect(history.arrive(history.send(1_020, history.call(addReaction)), 1_030)).toEqual({
      isAvoidable: false,
      blame: 'others of the bucket were not known to be of it',
    });
  });

  it('was not avoidable for the route that had just joined', () => {
    history.exchange(0, history.call(sendMessage));
    history.server.book.join(sendMessage, 0, addReaction);
    history.exchange(1_000, history.call(addReaction));
    expect(history.arrive(history.send(1_050, history.call(sendMessage)), 1_060)).toEqual({
      isAvoidable: false,
      blame: 'the hash had changed unseen',
    });
  });

  it('does not come from a route that has the same hash but is counted apart', () => {
    for (const sentMs of [0, 100, 200, 300, 400]) history.exchange(sentMs, history.call(sendMessage));
    expect(history.arrive(history.send(500, history.call(editMessage)), 510)).toBeNull();
    expect(history.arrive(history.send(600, history.call(sendMessage)), 610)).toMatchObject({ isAvoidable: true });
  });
});

describe('a 429 after another 429', () => {
  it('was avoidable when that one had said how long to wait', () => {
    for (const sentMs of [0, 100, 200, 300, 400]) history.exchange(sentMs);
    const refused = history.send(500);
    history.arrive(refused, 510);
    history.hear(refused, { waitMs: 4_500 });
    expect(history.arrive(history.send(600), 610)).toEqual({ isAvoidable: true, blame: 'sent into a window that a 429 had announced' });
  });
});

describe('a 429 of what headers do not show', () => {
  it('was not avoidable at the first meeting, and was before the time that it said', () => {
    const call = () => history.call(createEmoji, '2', { isHidden: true });
    for (let index = 0; index < 6; index += 1) history.exchange(index * 100, call());
    const first = history.send(1_000, call());
    expect(history.arrive(first, 1_010)).toEqual({ isAvoidable: false, blame: 'a hidden limit' });
    const beside = history.send(1_015, call());
    history.hear(first, { waitMs: 59_000 });
    expect(history.arrive(beside, 1_025)).toMatchObject({ isAvoidable: false });
    expect(history.arrive(history.send(1_040, call()), 1_050)).toEqual({ isAvoidable: true, blame: 'sent before a 429 said' });
  });

  it('was not avoidable on another lane, nor when the first 429 had not said how long to wait', () => {
    history.server.exhaust('3/t', 10_000);
    const mute = history.send(0, history.call(executeWebhook, '3/t'));
    expect(history.arrive(mute, 10)).toEqual({ isAvoidable: false, blame: 'others use the resource' });
    history.hear(mute, { isReadable: false });
    expect(history.arrive(history.send(100, history.call(executeWebhook, '3/t')), 110)).toMatchObject({ isAvoidable: false });
  });

  it('was avoidable by any call while a closed gate was known, and not for what was on the wire', () => {
    history.server.closeGlobally(2_000);
    const first = history.send(0);
    const beside = history.send(5, history.call(readMessages));
    history.arrive(first, 10);
    expect(history.arrive(beside, 15)).toEqual({ isAvoidable: false, blame: 'a closed gate' });
    history.hear(first, { isReadable: false, waitMs: 1_990 });
    expect(history.arrive(history.send(100, history.call(readMessages, '9')), 110)).toMatchObject({ isAvoidable: true });
  });

  it('was not avoidable when a ban lasted longer than its page had said', () => {
    history.server.ban(60_000, 5_000);
    const first = history.send(0);
    history.arrive(first, 10);
    history.hear(first, { isReadable: false, waitMs: 5_000 });
    expect(history.arrive(history.send(4_900), 4_910)).toMatchObject({ isAvoidable: true });
    expect(history.arrive(history.send(5_030), 5_040)).toEqual({ isAvoidable: false, blame: 'a ban' });
  });
});

describe('a 429 of the global limit', () => {
  it('was always avoidable: the bot knows what it sent, and how much is allowed', () => {
    history = new History({ kind: 'rolling', limit: 2 });
    history.arrive(history.send(0), 10);
    history.arrive(history.send(600), 610);
    expect(history.arrive(history.send(999), 1_009)).toEqual({ isAvoidable: true, blame: 'sent more than the global limit' });
    expect(history.arrive(history.send(1_000), 1_010)).toBeNull();
  });
});
