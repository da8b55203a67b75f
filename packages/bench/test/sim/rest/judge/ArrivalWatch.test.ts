import { beforeEach, describe, expect, it } from '@jest/globals';
import { ArrivalWatch } from '../../../../src/sim/rest/judge/ArrivalWatch.js';
import type { Attempt } from '../../../../src/sim/rest/Attempt.js';
import { ROUTES } from '../../../../src/sim/rest/truth/routes.js';
import { History } from './History.js';

const { addReaction, answerInteraction, editChannel, readMessages, removeReaction, sendMessage } = ROUTES;
let history: History;
let watch: ArrivalWatch;

beforeEach(() => {
  history = new History();
  watch = new ArrivalWatch();
});

function arrive(attempt: Attempt, nowMs: number): void {
  history.arrive(attempt, nowMs);
  watch.arrived(attempt, nowMs);
}

describe('the order of arrival', () => {
  it('is broken by a write that overtakes another one of its lane', () => {
    const [first, second] = [history.send(0), history.send(1)];
    arrive(second, 10);
    arrive(first, 20);
    expect(watch.disorders).toBe(1);
    expect(watch.disorderLines).toEqual([expect.stringMatching(/^call 0 .* after call 1 .* of its lane$/)]);
  });

  it('is not broken by reads, by other lanes, or by a write that comes a second time', () => {
    const reads = [history.send(0, history.call(readMessages)), history.send(1, history.call(readMessages))];
    const lanes = [history.send(2, history.call(sendMessage, '1')), history.send(3, history.call(sendMessage, '2'))];
    const again = history.call(sendMessage, '3');
    history.send(4, again);
    const second = history.send(5, history.call(sendMessage, '3'));
    for (const attempt of [...reads.reverse(), ...lanes.reverse(), second, history.send(6, again)]) arrive(attempt, 10);
    expect(watch.disorders).toBe(0);
  });

  it('is broken between two routes of a bucket only when the client knew that they are', () => {
    const [put, remove] = [history.call(addReaction), history.call(removeReaction)];
    arrive(history.send(0, remove), 10);
    arrive(history.send(1, put), 1_000);
    expect(watch.disorders).toBe(0);
    history.exchange(2_000, history.call(addReaction));
    history.exchange(3_000, history.call(removeReaction));
    const [earlier, later] = [history.call(addReaction), history.call(removeReaction)];
    arrive(history.send(4_000, later), 4_010);
    arrive(history.send(4_001, earlier), 5_000);
    expect(watch.disorders).toBe(1);
  });
});

describe('the order of arrival on a bucket that another route has just joined', () => {
  it('is not broken by the route that came', () => {
    history.exchange(0, history.call(addReaction));
    history.exchange(100, history.call(sendMessage));
    const earlier = history.call(addReaction);
    history.server.book.join(sendMessage, 0, addReaction);
    history.exchange(1_000, history.call(sendMessage));
    arrive(history.send(2_000, history.call(sendMessage)), 2_010);
    arrive(history.send(2_001, earlier), 3_000);
    expect(watch.disorders).toBe(0);
  });
});

describe('the order of arrival on a hash that counts its routes apart', () => {
  it('is watched by lane only, since nobody can tell which kinds of a route are together', () => {
    const { book } = history.server;
    book.join(editChannel, 0, sendMessage);
    for (const subKey of ['', 'name']) history.exchange(0, history.call(editChannel, '1', { subKey }));
    const [earlier, later] = [history.call(editChannel, '1', { subKey: 'name' }), history.call(editChannel)];
    arrive(history.send(100, later), 110);
    arrive(history.send(101, earlier), 120);
    expect(watch.disorders).toBe(0);
  });
});

describe('the counts of a watch', () => {
  it('are of any second, and leave interactions out', () => {
    for (const nowMs of [0, 500, 900, 1_400]) arrive(history.send(nowMs, history.call(readMessages, String(nowMs))), nowMs);
    arrive(history.send(1_401, history.call(answerInteraction, '7/aW50ZXJhY3Rpb246')), 1_401);
    expect(watch.perSecond.peak).toBe(3);
  });

  it('take 401, 403 and 429 for invalid, unless the 429 is shared', () => {
    const answer = (status: number, headers = {}) => ({ status, headers, body: undefined, isReadable: false, saidToWaitMs: null });
    for (const status of [200, 401, 403, 404, 429, 500]) watch.answered(answer(status), 0);
    watch.answered(answer(429, { 'x-ratelimit-scope': 'shared' }), 0);
    expect(watch.invalid.peak).toBe(3);
  });
});
