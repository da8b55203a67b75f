import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import fc from 'fast-check';
import { frame, Opcode } from '../transport/RawServer.js';
import { Scenario } from './Scenario.js';

const PLAIN = { shard: { compression: 'none' } } as const;

/** Bytes of a text message in these pieces, with pings between them. */
function fragmented(text: string, cuts: readonly number[], pings: boolean): Buffer {
  const body = Buffer.from(text);
  const edges = [0, ...[...new Set(cuts.map((cut) => cut % body.length))].sort((a, b) => a - b).filter((cut) => cut > 0), body.length];
  const pieces = edges.slice(1).map((edge, index) => {
    const isFinal = index === edges.length - 2;
    const piece = frame(index === 0 ? Opcode.Text : Opcode.Continuation, body.subarray(edges[index], edge), { isFinal });
    return pings && !isFinal ? Buffer.concat([piece, frame(Opcode.Ping, 'between')]) : piece;
  });
  return Buffer.concat(pieces);
}

describe('a connected shard whose bytes drip', () => {
  const drip = async (perSecond: number): Promise<Scenario> => {
    const scenario = await Scenario.connected({ ...PLAIN, clock: new ManualClock() });
    for (const connection of scenario.faults.shard(0)) connection.drip({ bytes: perSecond, everyMs: 1_000 });
    scenario.say(1, 'x'.repeat(60_000));
    return scenario;
  };

  it('S-14 survives a frame of 60 KB in 20 seconds', async () => {
    await using scenario = await drip(3_100);
    await scenario.wind(21_000);
    await scenario.hearsAll();
    expect([scenario.auths, scenario.connects.count]).toEqual(['1/0', 1]);
  });

  it('S-14 cuts a frame that would take 60 seconds, and resumes', async () => {
    await using scenario = await drip(1_000);
    const tookMs = await scenario.windUntil(() => scenario.resumedTimes === 1);
    expect(tookMs).toBeGreaterThanOrEqual(25_000);
    expect(tookMs).toBeLessThanOrEqual(32_000);
    await scenario.hearsAll();
    expect([scenario.auths, scenario.causes.includes('frame too slow')]).toEqual(['1/1', true]);
  });
});

describe('a connected shard whose messages are cut', () => {
  it('S-15 in any fragments, with pings between them, hears what it would hear of whole ones', async () => {
    await using scenario = await Scenario.connected(PLAIN);
    let number = 1_000;
    const message = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      cuts: fc.array(fc.nat(500), { maxLength: 12 }),
      pings: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
        const first = number + 1;
        for (const { text, cuts, pings } of messages) {
          number += 1;
          const json = JSON.stringify({ op: 0, t: 'MESSAGE_CREATE', s: null, d: { number, text } });
          scenario.faults.rawFrame(0, fragmented(json, cuts, pings));
        }
        await scenario.until(() => scenario.heard.at(-1) === number);
        expect(scenario.heard.slice(-messages.length)).toEqual(messages.map((_message, index) => first + index));
      }),
      { numRuns: 60 },
    );
    expect(scenario.connects.count).toBe(1);
  });

  // As many as a peer in good health would ever send at once.
  it.each([
    ['single bytes', { bytes: 1, pings: false }],
    ['three bytes each with pings between them', { bytes: 3, pings: true }],
  ])('S-15 into %s loses nothing, compressed or not', async (_what, how) => {
    for (const compression of ['none', 'zlib-stream'] as const) {
      await using scenario = await Scenario.connected({ shard: { compression } });
      scenario.faults.fragment(0, how);
      for (let time = 0; time < 20; time += 1) await scenario.isHearing();
      expect(scenario.connects.count).toBe(1);
    }
  });
});

const BAD_FRAMES: readonly (readonly [string, Uint8Array])[] = [
  ['RSV1', frame(Opcode.Text, '{}', { first: 0x40 })],
  ['RSV2', frame(Opcode.Text, '{}', { first: 0x20 })],
  ['RSV3', frame(Opcode.Text, '{}', { first: 0x10 })],
  ['a mask', frame(Opcode.Text, '{}', { isMasked: true })],
  ['invalid UTF-8', frame(Opcode.Text, Buffer.from([0xff, 0xff]))],
  ['an opcode that nobody knows', frame(3, 'x')],
  ['a continuation of nothing', frame(Opcode.Continuation, 'x')],
  ['a fragmented ping', frame(Opcode.Ping, 'x', { isFinal: false })],
  ['a ping of 200 bytes', frame(Opcode.Ping, 'x'.repeat(200))],
  ['binary where text is due', frame(Opcode.Binary, Buffer.from([0xff, 0xfe, 0x00]))],
];

describe('a connected shard that is sent', () => {
  it.each(BAD_FRAMES)('S-17 %s drops the connection and resumes', async (_what, bytes) => {
    await using scenario = await Scenario.connected({ ...PLAIN, clock: new ManualClock() });
    scenario.faults.rawFrame(0, bytes);
    scenario.say(3);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect([scenario.auths, scenario.causes.includes('unreadable')]).toEqual(['1/1', true]);
  });

  it('S-17 frames of random bytes lives through them all, and loses nothing', async () => {
    await using scenario = await Scenario.connected({ ...PLAIN, clock: new ManualClock() });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 2, maxLength: 64 }), async (bytes) => {
        scenario.faults.rawFrame(0, bytes);
        scenario.faults.dropSocket(0);
        const times = scenario.resumedTimes;
        scenario.say();
        await scenario.windUntil(() => scenario.resumedTimes > times || scenario.shard.stage === 'Failed');
        expect(scenario.shard.stage).toBe('Connected');
        await scenario.hearsAll();
      }),
      { numRuns: 60 },
    );
    expect(scenario.journal.counts.identify).toBe(1);
  });
});
