import { describe, expect, it } from '@jest/globals';
import { CommandBudget } from '../../src/shard/CommandBudget.js';
import { CommandQueue } from '../../src/shard/CommandQueue.js';

const INTERVAL_MS = 41_250;

function queueOf(options: { readonly isLimited?: boolean } = {}) {
  const budget = new CommandBudget(INTERVAL_MS);
  const queue = new CommandQueue(budget, options.isLimited ?? true);
  /** Writes what may be written now, as a connection does. */
  const drain = (nowMs: number): string[] => {
    const texts: string[] = [];
    for (let next = queue.next(nowMs); next !== null; next = queue.next(nowMs)) {
      budget.written(nowMs);
      texts.push(next.text);
    }
    return texts;
  };
  const fill = (count: number, expiresMs = 30_000): void => {
    for (let id = 1; id <= count; id += 1) queue.push({ id, text: `c${id}`, expiresMs });
  };
  return { budget, queue, drain, fill };
}

describe('commands that wait', () => {
  it('are written in order, each with its id', () => {
    const { queue, fill } = queueOf();
    fill(2);
    expect([queue.length, queue.next(0), queue.next(0), queue.next(0)]).toEqual([2, { text: 'c1', id: 1 }, { text: 'c2', id: 2 }, null]);
  });

  it('C-01: are held back at the limit until a frame is a minute old', () => {
    const { queue, drain, fill } = queueOf();
    fill(200, Infinity);
    expect([drain(0).length, queue.deadlineMs(0, true)]).toEqual([115, 60_250]);
    expect([drain(60_249).length, drain(60_250).length]).toEqual([0, 85]);
  });

  it('are written at once where the user took the limit off', () => {
    const { queue, drain, fill } = queueOf({ isLimited: false });
    fill(200);
    expect([queue.deadlineMs(5, true), drain(5).length]).toEqual([5, 200]);
  });

  it('are refused beyond a thousand', () => {
    const { queue, fill } = queueOf();
    fill(1_000);
    expect(queue.push({ id: 1_001, text: '', expiresMs: 1 })).toBe(false);
  });

  it('C-04: are given up when their time has passed, and no sooner', () => {
    const { queue, fill } = queueOf();
    fill(1);
    expect([queue.deadlineMs(0, false), queue.expire(29_999), queue.expire(30_000)]).toEqual([30_000, [], [{ id: 1, outcome: 'expired' }]]);
  });

  it('are all taken out when the shard closes', () => {
    const { queue, fill } = queueOf();
    fill(2);
    expect([queue.close().map(({ outcome }) => outcome), queue.length, queue.close()]).toEqual([['closed', 'closed'], 0, []]);
  });

  it('are held back for a minute after Discord found us too fast', () => {
    const { queue, drain, fill } = queueOf();
    fill(1, Infinity);
    queue.pause(1_000);
    expect([drain(60_999), queue.deadlineMs(2_000, true), drain(61_000)]).toEqual([[], 61_000, ['c1']]);
  });

  it('ask for no instant while there is nothing to write', () => {
    expect(queueOf().queue.deadlineMs(0, true)).toBe(Infinity);
  });
});

describe('a presence', () => {
  it('C-10: is said at once, then every four seconds, and the last one wins', () => {
    const { queue, drain } = queueOf();
    const written: string[] = [];
    for (let nowMs = 0; nowMs < 1_000; nowMs += 1) {
      queue.setPresence(`p${nowMs}`);
      written.push(...drain(nowMs));
    }
    expect([written, queue.deadlineMs(999, true)]).toEqual([['p0'], 4_000]);
    expect([drain(3_999), drain(4_000)]).toEqual([[], ['p999']]);
  });

  it('goes before commands', () => {
    const { queue, drain, fill } = queueOf();
    fill(1);
    queue.setPresence('p');
    expect(drain(0)).toEqual(['p', 'c1']);
  });

  it('is not said again when IDENTIFY carried it', () => {
    const { queue, drain } = queueOf();
    queue.setPresence('p');
    queue.identified(1_000);
    expect(drain(9_000)).toEqual([]);
    queue.setPresence('q');
    expect(drain(9_000)).toEqual(['q']);
  });

  it('C-05: written after the last confirmed beat is said again to the same session', () => {
    const { queue, drain } = queueOf();
    queue.repeat(0);
    queue.setPresence('p');
    drain(1_000);
    queue.repeat(2_000);
    expect(drain(9_000)).toEqual([]);
    queue.repeat(500);
    expect(drain(9_000)).toEqual(['p']);
  });

  it('keeps four seconds from the presence of IDENTIFY', () => {
    const { queue, drain } = queueOf();
    queue.identified(1_000);
    queue.setPresence('q');
    expect([drain(4_999), drain(5_000)]).toEqual([[], ['q']]);
  });
});

describe('voice states', () => {
  it('are state: the last one of each guild wins', () => {
    const { queue, drain } = queueOf();
    queue.setVoiceState('1', 'a', true);
    queue.setVoiceState('1', 'b', true);
    queue.setVoiceState('2', 'c', true);
    expect([queue.deadlineMs(7, true), drain(7)]).toEqual([7, ['b', 'c']]);
  });

  it('C-05: are said again to a new session', () => {
    const { queue, drain } = queueOf();
    queue.setVoiceState('1', 'a', true);
    drain(0);
    queue.renew();
    expect(drain(1)).toEqual(['a']);
  });

  it('are said once and not again when the user leaves', () => {
    const { queue, drain } = queueOf();
    queue.setVoiceState('1', 'a', true);
    queue.setVoiceState('1', 'gone', false);
    expect(drain(0)).toEqual(['gone']);
    queue.renew();
    expect(drain(1)).toEqual([]);
  });

  it('C-05: written after the last confirmed beat are said again to the same session', () => {
    const { queue, drain } = queueOf();
    queue.setVoiceState('1', 'sure', true);
    drain(1_000);
    queue.setVoiceState('2', 'lost', true);
    queue.setVoiceState('3', 'lost leave', false);
    drain(3_000);
    queue.repeat(2_000);
    expect(drain(9_000)).toEqual(['lost', 'lost leave']);
  });

  it('do not say a leave again that has not been said, in a session that never knew of the channel', () => {
    const { queue, drain } = queueOf();
    queue.setVoiceState('1', 'gone', false);
    queue.renew();
    expect(drain(0)).toEqual(['gone']);
  });

  it('are kept when the user leaves and comes back before either was said', () => {
    const { queue, drain } = queueOf();
    queue.setVoiceState('1', 'gone', false);
    queue.setVoiceState('1', 'back', true);
    expect(drain(0)).toEqual(['back']);
    queue.renew();
    expect(drain(1)).toEqual(['back']);
  });
});
