import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { canDecode } from '../../src/transport/createFrameDecoder.js';
import type { TransportCompression } from '../../src/transport/FrameDecoder.js';
import { Scenario } from './Scenario.js';

const STREAMS = (['zlib-stream', 'zstd-stream'] as const).filter(canDecode);
const PLAIN_OR_STREAM = ['none', ...STREAMS] as const;

const by = (
  compression: TransportCompression,
): { readonly clock: ManualClock; readonly shard: { readonly compression: TransportCompression } } => ({
  clock: new ManualClock(),
  shard: { compression },
});

describe.each(STREAMS)('a shard on %s', (compression) => {
  it('Z-01 whose stream is corrupt at any of a thousand messages resumes each time, and loses nothing', async () => {
    await using scenario = await Scenario.connected(by(compression));
    for (let index = 0; index < 1_000; index += 1) {
      if (index % 10 === 0) scenario.faults.corruptCompression(0);
      scenario.say();
      if (index % 10 === 9) {
        await scenario.windUntil(() => scenario.heard.length === scenario.said.length, { stepMs: 100 });
      }
    }
    await scenario.hearsAll();
    expect([scenario.journal.counts.identify, scenario.offences]).toEqual([1, []]);
    expect(scenario.resumedTimes).toBeGreaterThanOrEqual(100);
    // Each was seen at once, and not by the silence that follows.
    expect(scenario.causes.filter((cause) => cause === 'unreadable')).toHaveLength(scenario.resumedTimes);
  });

  it('Z-03 whose connection dies amid a message never mixes it with the next connection', async () => {
    await using scenario = await Scenario.connected(by(compression));
    for (let time = 1; time <= 100; time += 1) {
      scenario.faults.splitMessages(0, 7);
      scenario.faults.when('MESSAGE_CREATE', (connection) => connection.resetSocket());
      scenario.say(2, 'x'.repeat(time));
      await scenario.windUntil(() => scenario.resumedTimes === time, { stepMs: 100 });
      await scenario.hearsAll();
      await scenario.isHearing();
    }
    expect(scenario.auths).toBe('1/100');
  });

  it('Z-06 that is sent plain text among compressed messages reads and counts it', async () => {
    await using scenario = await Scenario.connected(by(compression));
    for (let time = 0; time < 20; time += 1) {
      scenario.faults.sendPlain(0, 1 + (time % 3));
      scenario.say(4);
    }
    await scenario.hearsAll();
    expect([scenario.connects.count, scenario.shard.inflater.plainMessages]).toEqual([1, 39]);
  });

  it('Z-07 hears a thousand messages in order, whatever their sizes', async () => {
    await using scenario = await Scenario.connected(by(compression));
    for (let index = 0; index < 1_000; index += 1) scenario.say(1, 'ab'.repeat(index % 10 === 0 ? 20_000 : index % 7));
    await scenario.hearsAll();
    expect(scenario.connects.count).toBe(1);
  });

  it('Z-05 reads messages around 64 KiB, 128 KiB and a MiB whole', async () => {
    await using scenario = await Scenario.connected(by(compression));
    for (const size of [2 ** 16, 2 ** 17, 2 ** 20]) for (const more of [-1, 0, 1]) scenario.say(1, noise(size + more));
    await scenario.hearsAll();
    expect(scenario.connects.count).toBe(1);
  });
});

describe('a shard on zlib-stream', () => {
  it('Z-02 whose messages come in pieces of any size reads them whole', async () => {
    await using scenario = await Scenario.connected(by('zlib-stream'));
    for (let bytes = 1; bytes <= 60; bytes += 1) {
      scenario.faults.splitMessages(0, bytes);
      scenario.say(1, 'some text that deflates to a few dozen bytes');
    }
    await scenario.hearsAll();
    expect(scenario.connects.count).toBe(1);
  });

  it('Z-02 whose last message lacks its flush suffix waits ten seconds for it, and resumes', async () => {
    await using scenario = await Scenario.connected(by('zlib-stream'));
    scenario.faults.withholdFlushSuffix(0);
    scenario.say();
    const tookMs = await scenario.windUntil(() => scenario.resumedTimes === 1);
    expect(tookMs).toBeLessThanOrEqual(11_000);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/1');
  });
});

describe.each(PLAIN_OR_STREAM)('a shard on %s', (compression) => {
  it('Z-06 that asked for it is understood with a large guild', async () => {
    await using scenario = await Scenario.arranged(by(compression));
    const guild = scenario.discord.addGuild({ name: 'Large' });
    for (let index = 0; index < 200; index += 1) guild.addTextChannel(`channel-${index}`);
    scenario.shard.start();
    await scenario.until(() => scenario.events.includes('GUILD_CREATE'));
    expect(scenario.shard.inflater.plainMessages === 0).toBe(compression !== 'none');
  });
});

/** Text that does not deflate to next to nothing. */
function noise(length: number): string {
  let text = '';
  for (let seed = 1; text.length < length; seed = (seed * 48_271) % 0x7fff_ffff) text += seed.toString(36);
  return text.slice(0, length);
}
