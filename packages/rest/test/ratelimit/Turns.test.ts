import { describe, expect, it } from '@jest/globals';
import { VirtualLimiter } from './virtualLimiter.js';

describe('turns at the shared gates', () => {
  it('go round the buckets, so that a long line holds nobody else back', () => {
    const virtual = new VirtualLimiter({ globalRequestsPerSecond: 2, server: () => ({ afterMs: 1, facts: { ...GOOD } }) });
    for (let call = 0; call < 20; call += 1) virtual.ask({ majorKey: 'channels/1' });
    for (let call = 0; call < 3; call += 1) virtual.ask({ majorKey: 'channels/2' });
    virtual.clock.advance(3_500);
    expect(virtual.grants.slice(0, 6).map(({ ticket }) => ticket.majorKey)).toEqual(
      [1, 2, 1, 2, 1, 2].map((id) => `channels/${String(id)}`),
    );
  });

  it('are not waited for by interactions', () => {
    const virtual = new VirtualLimiter({ globalRequestsPerSecond: 1 });
    for (let id = 0; id < 10; id += 1) virtual.ask({ majorKey: `channels/${String(id)}` });
    const ticket = virtual.ask({ isInteraction: true, majorKey: 'webhooks/1/a' });
    expect(virtual.isGranted(ticket)).toBe(true);
  });

  it('are taken by a bucket whose first call gave up, with the next one', () => {
    const virtual = new VirtualLimiter({ globalRequestsPerSecond: 1 });
    const first = virtual.ask({ majorKey: 'channels/1' });
    const second = virtual.ask({ majorKey: 'channels/2' });
    const third = virtual.ask({ majorKey: 'channels/2' });
    virtual.feed({ type: 'withdrawn', ticket: second });
    virtual.feed({ type: 'unsent', ticket: first });
    expect(virtual.isGranted(third)).toBe(true);
  });
});

const GOOD = {
  status: 200,
  discordCode: 0,
  headers: null,
  isFromDiscord: true,
  retryAfterMs: null,
  scope: null,
  serverAtMs: null,
} as const;
