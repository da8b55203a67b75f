import { describe, expect, it } from '@jest/globals';
import { beginCollecting, beginWaiting, requestOf } from '../../src/collectors/begin.js';
import { hubWorld, outcomeOf, type Heard } from './hubWorld.js';

const request = (filter?: (...args: never[]) => unknown) => requestOf<Heard>('messageCreate', ['userId'], { channelId: '2' }, filter);
const message = { id: '1', channel_id: '2' };

describe('waiting for the first', () => {
  it('resolves with it, and is over', async () => {
    const { hub, isEmpty, tell } = hubWorld();
    const first = beginWaiting(hub, 'awaitMessage', request(), {});
    tell('messageCreate', { id: '0', channel_id: '9' });
    tell('messageCreate', message);
    expect([await first, isEmpty()]).toEqual([{ data: message }, true]);
  });

  it('resolves with nothing when the time is over', async () => {
    const { clock, hub, isEmpty } = hubWorld();
    const first = beginWaiting(hub, 'awaitMessage', request(), { timeoutMs: 5 });
    clock.advance(5);
    expect([await first, isEmpty()]).toEqual([undefined, true]);
  });

  it.each([
    ['channelDelete', { id: '2' }],
    ['threadDelete', { id: '2' }],
  ])('E-09 resolves with nothing after %s', async (event, data) => {
    const { hub, isEmpty, tell } = hubWorld();
    const first = beginWaiting(hub, 'awaitMessage', request(), {});
    tell(event, data);
    expect([await first, isEmpty()]).toEqual([undefined, true]);
  });

  it('E-09 ends by itself after 15 minutes', async () => {
    const { clock, hub, isEmpty } = hubWorld();
    const first = beginWaiting(hub, 'awaitMessage', request(), {});
    clock.advance(899_999);
    expect(isEmpty()).toBe(false);
    clock.advance(1);
    expect([await first, isEmpty()]).toEqual([undefined, true]);
  });

  it.each(['now', 'before'])('rejects with the reason of a signal that aborts %s', async (when) => {
    const { hub, isEmpty } = hubWorld();
    const controller = new AbortController();
    const reason = new TypeError('enough');
    if (when === 'before') controller.abort(reason);
    const first = beginWaiting(hub, 'awaitMessage', request(), { signal: controller.signal });
    controller.abort(reason);
    expect([await outcomeOf(first), isEmpty()]).toEqual([{ rejected: reason }, true]);
  });

  it('E-10 rejects when its filter throws, and hears nothing more', async () => {
    const { hub, isEmpty, tell } = hubWorld();
    const cause = new TypeError('oops');
    const filter = () => {
      throw cause;
    };
    const first = beginWaiting(hub, 'awaitMessage', request(filter), {});
    tell('messageCreate', message);
    expect(await outcomeOf(first)).toMatchObject({ rejected: { code: 'COLLECTOR_FILTER_FAILED', cause } });
    expect(isEmpty()).toBe(true);
  });

  it('takes one and no more', async () => {
    const { hub } = hubWorld();
    const refused = outcomeOf(beginWaiting(hub, 'awaitMessage', request(), { max: 3 } as object));
    expect(await refused).toMatchObject({
      rejected: { code: 'UNKNOWN_OPTION', message: expect.stringContaining('awaitMessage has no option `max`') },
    });
    expect(hub.size).toBe(0);
  });
});

describe('collecting', () => {
  it('asks the filter with what handlers get', () => {
    const { hub, tell } = hubWorld();
    const asked: unknown[] = [];
    beginCollecting(
      hub,
      'collectMessages',
      request((...args: readonly unknown[]) => asked.push(args)),
      { max: 1 },
    );
    tell('messageCreate', message);
    expect(asked).toEqual([[{ data: message }, 'the context', undefined]]);
  });

  it('refuses an option that there is not, before anything has begun', () => {
    const { hub } = hubWorld();
    expect(() => beginCollecting(hub, 'collectMessages', request(), { maxx: 3 } as object)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    );
    expect(hub.size).toBe(0);
  });
});

describe('E-08 collectors that come and go 100,000 times', () => {
  it('leave no place in any index, no timer and no listener at a signal that outlives them', () => {
    const { clock, hub, isEmpty, tell } = hubWorld();
    const { signal } = new AbortController();
    let listeners = 0;
    signal.addEventListener = () => void (listeners += 1);
    signal.removeEventListener = () => void (listeners -= 1);
    let [most, mostListeners] = [0, 0];
    for (let cycle = 0; cycle < 100_000; cycle += 1) {
      const collector = beginCollecting(hub, 'collectMessages', request(), { max: 1, signal });
      most = Math.max(most, hub.size, clock.pendingTimers);
      mostListeners = Math.max(mostListeners, listeners);
      if (cycle % 3 === 0) tell('messageCreate', message);
      else if (cycle % 3 === 1) collector.stop();
      else tell('channelDelete', { id: '2' });
    }
    expect([most, mostListeners, listeners, isEmpty()]).toEqual([1, 1, 0, true]);
  });
});
