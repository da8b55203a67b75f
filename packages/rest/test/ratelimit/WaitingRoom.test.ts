import { describe, expect, it } from '@jest/globals';
import { QueuedCall } from '../../src/ratelimit/QueuedCall.js';
import { WaitingRoom } from '../../src/ratelimit/WaitingRoom.js';
import { bucketNamed, laneIn } from './limitParts.js';
import { ticketFor } from './virtualLimiter.js';

const lane = laneIn(bucketNamed());
let order = 0;
const call = (giveUpAtMs: number, isInteraction = false): QueuedCall =>
  new QueuedCall(ticketFor({ giveUpAtMs, isInteraction }), lane, order++);

describe('the room of those who wait', () => {
  it('R-27 counts interactions for themselves', () => {
    const room = new WaitingRoom(1);
    const calls = [call(10), call(10), call(10, true)];
    for (const one of calls) room.enter(one);
    expect([room.count, ...calls.map((one) => room.isTooFullFor(one))]).toEqual([3, true, true, false]);
  });

  it('gives out who has waited too long, earliest first', () => {
    const room = new WaitingRoom(9);
    const [late, soon] = [call(90), call(10)];
    for (const one of [late, soon]) {
      room.enter(one);
      room.keep(one);
    }
    expect([room.nextGiveUpMs, room.takeOverdue(9), room.takeOverdue(100), room.takeOverdue(100)]).toEqual([10, undefined, soon, late]);
  });

  it('forgets who leaves', () => {
    const room = new WaitingRoom(9);
    const one = call(10);
    room.enter(one);
    room.keep(one);
    room.leave(one);
    expect([room.count, room.nextGiveUpMs]).toEqual([0, Infinity]);
  });

  it('takes what is no instant for one that is past', () => {
    expect(call(NaN).giveUpAtMs).toBe(-Infinity);
  });
});
