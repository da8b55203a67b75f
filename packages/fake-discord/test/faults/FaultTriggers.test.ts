import { describe, expect, it } from '@jest/globals';
import { FaultTriggers, type TriggerPoint } from '../../src/faults/FaultTriggers.js';
import type { GatewayConnection } from '../../src/gateway/GatewayConnection.js';
import type { SendAction } from '../../src/gateway/SessionAction.js';

const connection = (shardId: number | null, sentCount = 1): GatewayConnection => ({ shardId, sentCount }) as unknown as GatewayConnection;
const sends = (op: number, t: string | null = null): SendAction => ({ type: 'send', op, t, s: null, text: '' });

function withDeed(at: TriggerPoint, scope = {}) {
  const triggers = new FaultTriggers();
  const struck: (number | null)[] = [];
  const planned = triggers.add(at, ({ shardId }) => struck.push(shardId), scope);
  return { planned, struck, triggers };
}

describe('a deed that waits for its moment', () => {
  it.each<[string, TriggerPoint, SendAction, SendAction]>([
    ['HELLO', 'hello', sends(10), sends(11)],
    ['an ACK', 'ack', sends(11), sends(10)],
    ['a dispatch of a name', 'READY', sends(0, 'READY'), sends(0, 'RESUMED')],
  ])('is done after %s, once', (_what, at, right, wrong) => {
    const { struck, triggers } = withDeed(at);
    for (const action of [wrong, right, right]) triggers.sent(connection(0, 9), action);
    expect(struck).toEqual([0]);
  });

  it('is done after the nth payload', () => {
    const { struck, triggers } = withDeed(3);
    for (const count of [2, 3]) triggers.sent(connection(count, count), sends(0, 'A'));
    expect(struck).toEqual([3]);
  });

  it('is done on any connection that opens, as often as it is planned', () => {
    const { planned, struck, triggers } = withDeed('open', { count: 2 });
    triggers.opened(connection(null));
    expect(planned.remaining).toBe(1);
    triggers.opened(connection(null));
    triggers.opened(connection(null));
    expect([struck.length, planned.remaining]).toEqual([2, 0]);
  });

  it('is done to its shard only', () => {
    const { struck, triggers } = withDeed('ack', { count: 5, shardId: 1 });
    for (const shardId of [0, 1, null]) triggers.sent(connection(shardId), sends(11));
    expect(struck).toEqual([1]);
  });

  it.each(['cancel', 'clear'] as const)('is not done after %s', (how) => {
    const { planned, struck, triggers } = withDeed('open');
    if (how === 'cancel') planned.cancel();
    else triggers.clear();
    triggers.opened(connection(0));
    expect([struck, planned.remaining]).toEqual([[], 0]);
  });
});
