import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { AbortWatch } from '../../src/call/AbortWatch.js';

function member() {
  const reasons: unknown[] = [];
  return { isWaiting: true, reasons, aborted: (reason: unknown) => void reasons.push(reason) };
}

describe('R-24 a watch over signals', () => {
  it('has one listener for all that share a signal, and tells each the reason', () => {
    const watch = new AbortWatch();
    const controller = new AbortController();
    const members = [member(), member(), member()];
    for (const each of members) watch.add(controller.signal, each);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort('enough');
    expect(members.map(({ reasons }) => reasons)).toEqual([['enough'], ['enough'], ['enough']]);
  });

  it('tells those that wait first, so that nothing is given to them that the others give up', () => {
    const watch = new AbortWatch();
    const controller = new AbortController();
    const told: string[] = [];
    const named = (name: string, isWaiting: boolean) => ({ isWaiting, aborted: () => void told.push(name) });
    for (const each of [named('on the wire', false), named('in line', true), named('on the wire', false)])
      watch.add(controller.signal, each);
    controller.abort();
    expect(told).toEqual(['in line', 'on the wire', 'on the wire']);
  });

  it('goes with the last of them', () => {
    const watch = new AbortWatch();
    const controller = new AbortController();
    const members = [member(), member()];
    for (const each of members) watch.add(controller.signal, each);
    for (const [index, each] of members.entries()) {
      watch.remove(controller.signal, each);
      expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1 - index);
    }
    watch.remove(controller.signal, members[0]!);
    watch.add(controller.signal, members[0]!);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  });

  it('survives members that leave, and come, while it tells', () => {
    const watch = new AbortWatch();
    const { signal } = new AbortController();
    const late = member();
    const controller = new AbortController();
    watch.add(controller.signal, { isWaiting: false, aborted: () => watch.add(signal, late) });
    const leaving = { isWaiting: false, aborted: () => { watch.remove(controller.signal, leaving); } }; // prettier-ignore
    watch.add(controller.signal, leaving);
    controller.abort();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  });
});
