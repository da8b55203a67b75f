import { describe, expect, it } from '@jest/globals';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { ShardStreams } from '../../src/shard/ShardStreams.js';

const event = (sequence: unknown) => ({ op: 0, t: 'TYPING_START', s: sequence, d: {} }) as unknown as GatewayDispatchPayload;

function streamsOf(maxBufferedEvents = 2) {
  const told: unknown[] = [];
  const streams = new ShardStreams({
    maxBufferedEvents,
    onThrottle: (isFull) => told.push(isFull),
    onPulled: () => told.push('pulled'),
  });
  return { streams, told };
}

describe('the loops over one shard', () => {
  it('see the same events', async () => {
    const { streams } = streamsOf();
    const [one, other] = [streams.openEvents(false), streams.openEvents(false)];
    streams.pushEvent(event(1));
    expect([(await one.next()).value, (await other.next()).value]).toEqual([event(1), event(1)]);
  });

  it('of messages are apart from those of events', async () => {
    const { streams } = streamsOf();
    expect(streams.hasMessages).toBe(false);
    const messages = streams.openMessages(false);
    expect(streams.hasMessages).toBe(true);
    streams.pushEvent(event(1));
    streams.pushMessage({ type: 'text', text: '{}' });
    expect((await messages.next()).value).toEqual({ type: 'text', text: '{}' });
    await messages.return();
    expect(streams.hasMessages).toBe(false);
  });

  it('throttle the shard while any of them lags', async () => {
    const { streams, told } = streamsOf(1);
    const [one, other] = [streams.openEvents(false), streams.openEvents(false)];
    streams.pushEvent(event(1));
    await one.next();
    expect(told.filter((word) => word !== 'pulled')).toEqual([true]);
    await other.return();
    expect(told.at(-1)).toBe(false);
  });

  it('say how far the slowest has come', async () => {
    const { streams } = streamsOf();
    expect(streams.pulledSequence(1)).toBe(Infinity);
    const [fast, slow] = [streams.openEvents(false), streams.openEvents(false)];
    for (const sequence of [7, 8]) streams.pushEvent(event(sequence));
    await fast.next();
    expect(streams.pulledSequence(1)).toBe(6);
    await slow.next();
    await slow.next();
    expect(streams.pulledSequence(1)).toBe(7);
  });

  it('say nothing of an event without a sequence', () => {
    const { streams } = streamsOf();
    streams.openEvents(false);
    streams.pushEvent(event(null));
    expect(streams.pulledSequence(1)).toBe(Infinity);
  });

  it('say that nothing of a new session was seen while events of the one before wait', async () => {
    const { streams } = streamsOf();
    const loop = streams.openEvents(false);
    for (const sequence of [900, 901]) streams.pushEvent(event(sequence));
    streams.newSession();
    streams.pushEvent(event(2));
    const seen = [streams.pulledSequence(1)];
    for (let pulls = 0; pulls < 3; pulls += 1) {
      await loop.next();
      seen.push(streams.pulledSequence(1));
    }
    expect(seen).toEqual([1, 1, 1, Infinity]);
  });

  it('never fall behind the beginning of the session', () => {
    const { streams } = streamsOf();
    streams.openEvents(false);
    streams.pushEvent(event(1));
    expect(streams.pulledSequence(1)).toBe(1);
  });

  it('end together, with the error of the shard', async () => {
    const { streams } = streamsOf();
    const [events, messages] = [streams.openEvents(false), streams.openMessages(false)];
    streams.finish(new RangeError('4014'));
    await expect(events.next()).rejects.toThrow('4014');
    await expect(messages.next()).rejects.toThrow('4014');
  });

  it('that begin after the end, end at once with the same error', async () => {
    const { streams } = streamsOf();
    streams.finish(new RangeError('4014'));
    await expect(streams.openEvents(true).next()).rejects.toThrow('4014');
  });

  it('that begin before the start wait', async () => {
    const { streams, told } = streamsOf();
    const pulled = streams.openEvents(false).next();
    expect(told).toEqual(['pulled']);
    streams.pushEvent(event(1));
    expect((await pulled).value).toEqual(event(1));
  });
});
