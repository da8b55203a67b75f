import { describe, expect, it } from '@jest/globals';
import { throwLater } from '../../src/transport/throwLater.js';
import { Witness } from './Witness.js';

const END = { type: 'dropped', message: 'gone' } as const;

/** Everything that there is to report, once. */
function report(events: ReturnType<typeof throwLater>): void {
  events.opened();
  events.message(Buffer.from('x'), false);
  events.pong();
  events.closed(END);
}

describe('events whose errors are thrown later', () => {
  it('are reported as they are', () => {
    const witness = new Witness();
    report(throwLater(witness));
    expect(witness.log).toEqual(['opened', 'text x', 'pong', 'closed dropped']);
    expect(witness.ends).toEqual([END]);
  });

  it('let nothing that a listener throws into the connection, and lose nothing of it', () => {
    const deferred: (() => void)[] = [];
    const fail = (what: string) => (): never => {
      throw new TypeError(what);
    };
    const broken = { opened: fail('opened'), message: fail('message'), pong: fail('pong'), closed: fail('closed') };
    report(throwLater(broken, (task) => deferred.push(task)));
    expect(deferred).toHaveLength(4);
    for (const [index, what] of ['opened', 'message', 'pong', 'closed'].entries()) expect(deferred[index]).toThrow(new TypeError(what));
  });
});
