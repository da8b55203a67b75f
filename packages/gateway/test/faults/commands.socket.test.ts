import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import fc from 'fast-check';
import { Scenario, type ScenarioOptions } from './Scenario.js';

const onWoundClock = (options: Omit<ScenarioOptions, 'clock'> = {}): Promise<Scenario> =>
  Scenario.connected({ clock: new ManualClock(), ...options });

/** The instants of all that Discord got of the shard. */
const frames = ({ journal }: Scenario): readonly number[] => journal.frames.map(({ atMs }) => atMs);
const sentOps = ({ journal }: Scenario, op: number): readonly unknown[] =>
  journal.frames.filter((frame) => frame.op === op).map(({ d }) => d);

/** The most frames in any 60 seconds. */
function busiestMinute(atMs: readonly number[]): number {
  return Math.max(...atMs.map((fromMs) => atMs.filter((ms) => ms >= fromMs && ms < fromMs + 60_000).length));
}

/** A harmless command: op 31. */
function soundboard(scenario: Scenario): { readonly op: 31; readonly d: { readonly guild_ids: readonly string[] } } {
  const [guild] = scenario.discord.guilds;
  return { op: 31, d: { guild_ids: [(guild ?? scenario.discord.addGuild({ name: 'Home' })).id] } };
}

describe('a connected shard with many commands', () => {
  it('C-01 in bursts at any time never sends more than 120 in a rolling minute', async () => {
    await using scenario = await onWoundClock({ shard: { commandTimeoutMs: 10_000_000 } });
    const command = soundboard(scenario);
    const burst = fc.record({ count: fc.nat(90), thenMs: fc.nat(40_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(burst, { minLength: 1, maxLength: 6 }), async (bursts) => {
        const sent: Promise<void>[] = [];
        for (const { count, thenMs } of bursts) {
          for (let left = count; left > 0; left -= 1) sent.push(scenario.shard.command(command));
          await scenario.wind(thenMs, 2_000);
        }
        await scenario.wind(600_000, 2_000);
        await Promise.all(sent);
      }),
      { numRuns: 4 },
    );
    expect(busiestMinute(frames(scenario))).toBeLessThanOrEqual(120);
    expect([scenario.connects.count, scenario.offences]).toEqual([1, []]);
  });

  it('C-10 for its presence sends two at most, and the last one wins', async () => {
    await using scenario = await onWoundClock();
    await scenario.wind(10_000);
    for (let count = 0; count < 1_000; count += 1) {
      scenario.shard.setPresence({ status: count === 999 ? 'dnd' : 'idle' });
      if (count % 100 === 0) await scenario.wind(100, 100);
    }
    await scenario.wind(10_000);
    const presences = sentOps(scenario, 3);
    expect(presences.length).toBeLessThanOrEqual(2);
    expect([presences.at(-1), scenario.discord.gateway.sessions[0]?.presence]).toEqual([
      expect.objectContaining({ status: 'dnd' }),
      expect.objectContaining({ status: 'dnd' }),
    ]);
  });

  it('C-11 that nobody reads any more gives the link up instead of its memory', async () => {
    await using scenario = await onWoundClock({ shard: { rateLimitCommands: false } });
    const text = JSON.stringify({ ...soundboard(scenario), pad: 'x'.repeat(3_900) });
    scenario.faults.haltReading(0);
    await scenario.wind(1_000);
    const rssBefore = process.memoryUsage().rss;
    const settled: Promise<unknown>[] = [];
    while (!scenario.causes.includes('writes stalled') && settled.length < 50_000) {
      for (let count = 0; count < 50; count += 1) settled.push(scenario.shard.send(text).catch(() => undefined));
      await scenario.settle();
    }
    expect(scenario.causes).toContain('writes stalled');
    expect(process.memoryUsage().rss - rssBefore).toBeLessThan(100 * 2 ** 20);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.shard.close();
    await Promise.all(settled);
  });
});

describe('a connected shard with a large command', () => {
  const padded = (scenario: Scenario, bytes: number): string => {
    const empty = JSON.stringify({ ...soundboard(scenario), pad: '' });
    const room = bytes - Buffer.byteLength(empty);
    return JSON.stringify({ ...soundboard(scenario), pad: 'é'.repeat(Math.floor(room / 2)) + 'x'.repeat(room % 2) });
  };

  it.each([4_095, 4_096])('C-03 sends %i bytes', async (bytes) => {
    await using scenario = await onWoundClock();
    await scenario.shard.send(padded(scenario, bytes));
    await scenario.until(() => scenario.journal.frames.some((frame) => frame.op === 31 && frame.bytes === bytes));
    await scenario.isHearing();
    expect(scenario.offences).toEqual([]);
  });

  it('C-03 refuses 4,097 bytes by name, and stays', async () => {
    await using scenario = await onWoundClock();
    await expect(scenario.shard.send(padded(scenario, 4_097))).rejects.toMatchObject({ code: 'COMMAND_TOO_LARGE' });
    await scenario.isHearing();
    expect([scenario.connects.count, scenario.offences]).toEqual([1, []]);
  });

  it('C-03 asks for 300 members in three requests', async () => {
    await using scenario = await onWoundClock();
    const guild = scenario.discord.addGuild({ name: 'Home' });
    const userIds = Array.from({ length: 300 }, (_, index) => `${10n ** 17n + BigInt(index)}`);
    const result = await scenario.shard.requestMembers(guild.id, { userIds });
    expect([sentOps(scenario, 8).length, result.notFound.length, scenario.offences]).toEqual([3, 300, []]);
  });
});

describe('a shard that is spoken to while it reconnects', () => {
  it('C-04 at any instant of a hundred reconnects settles every command once, and sends none before its session is back', async () => {
    await using scenario = await onWoundClock();
    const command = soundboard(scenario);
    const outcomes: unknown[] = [];
    for (let time = 1; time <= 100; time += 1) {
      scenario.faults[time % 2 === 0 ? 'dropSocket' : 'resetSocket'](0);
      for (let turns = (time * 7) % 25; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
      void scenario.shard.command(command).then(
        () => outcomes.push('sent'),
        (error: unknown) => outcomes.push(error),
      );
      await scenario.windUntil(() => scenario.resumedTimes === time, { stepMs: 100 });
      await scenario.isHearing();
      await scenario.wind(3_000);
    }
    expect(outcomes).toEqual(Array.from({ length: 100 }, () => 'sent'));
    expect([scenario.auths, scenario.offences]).toEqual(['1/100', []]);
  });

  it('C-04 for longer than a command may wait rejects it by name', async () => {
    await using scenario = await onWoundClock();
    scenario.faults.withholdResumed({ count: Infinity });
    scenario.faults.dropSocket(0);
    await scenario.until(() => scenario.causes.includes('socket dropped'));
    const sent = scenario.shard.command(soundboard(scenario)).catch((error: unknown) => error);
    await scenario.wind(31_000);
    expect(await sent).toMatchObject({ code: 'COMMAND_EXPIRED' });
  });

  it.each([true, false])('C-05 with another presence shows the last one (session kept: %j)', async (isKept) => {
    await using scenario = await onWoundClock();
    await scenario.wind(10_000);
    scenario.shard.setPresence({ status: 'idle' });
    await scenario.until(() => sentOps(scenario, 3).length === 1);
    scenario.shard.setPresence({ status: 'online' });
    if (isKept) scenario.faults.dropSocket(0);
    else scenario.faults.invalidateSession(0, false);
    await scenario.until(() => scenario.shard.stage !== 'Connected');
    scenario.shard.setPresence({ status: 'dnd' });
    await scenario.windUntil(() => scenario.connects.count === 2 && scenario.shard.stage === 'Connected');
    await scenario.wind(10_000);
    expect(scenario.discord.gateway.sessions.at(-1)?.presence).toMatchObject({ status: 'dnd' });
    expect(scenario.offences).toEqual([]);
  });

  it('C-05 tells a new session the voice states again', async () => {
    await using scenario = await onWoundClock();
    const guild = scenario.discord.addGuild({ name: 'Home' });
    await scenario.shard.command({ op: 4, d: { guild_id: guild.id, channel_id: null, self_mute: false, self_deaf: false } });
    await scenario.shard.command({ op: 4, d: { guild_id: guild.id, channel_id: '123456789012345678', self_mute: true, self_deaf: false } });
    await scenario.until(() => sentOps(scenario, 4).length > 0);
    scenario.faults.invalidateSession(0, false);
    await scenario.windUntil(() => scenario.journal.counts.identify === 2 && scenario.shard.stage === 'Connected');
    await scenario.settle();
    expect(sentOps(scenario, 4).at(-1)).toMatchObject({ channel_id: '123456789012345678', self_mute: true });
  });
});

/** A shard that may ask for members, on a guild of five whose chunks hold one each. */
async function asking(): Promise<{ readonly scenario: Scenario; readonly guildId: string }> {
  const scenario = await onWoundClock({
    discord: { gateway: { membersPerChunk: 1 } },
    shard: { intents: ['Guilds', 'GuildMembers'] },
  });
  const guild = scenario.discord.addGuild({ name: 'Home' });
  for (const name of ['ann', 'ben', 'cat']) guild.addMember(name);
  return { scenario, guildId: guild.id };
}

describe('a connected shard that asks for members', () => {
  it('C-06 and gets no answer rejects after ten seconds', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    scenario.faults.ignoreMemberRequests();
    const asked = scenario.shard.requestMembers(guildId, { userIds: ['1'] }).catch((error: unknown) => error);
    await scenario.wind(11_000);
    expect(await asked).toMatchObject({ code: 'MEMBERS_TIMED_OUT' });
  });

  it('C-06 and gets a part of the answer resolves with that part', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    scenario.faults.partialChunks(3);
    const asked = scenario.shard.requestMembers(guildId);
    await scenario.wind(11_000);
    expect(await asked).toMatchObject({ isComplete: false, members: { length: 3 } });
  });

  it('C-06 whom nobody knows resolves with that', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    expect(await scenario.shard.requestMembers(guildId, { userIds: ['100000000000000000'] })).toMatchObject({
      isComplete: true,
      notFound: ['100000000000000000'],
    });
  });

  it('C-06 and loses its session amid the answer asks once more', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    scenario.faults.partialChunks(2);
    const asked = scenario.shard.requestMembers(guildId);
    await scenario.until(() => sentOps(scenario, 8).length === 1);
    await scenario.settle();
    scenario.faults.invalidateSession(0, false);
    await scenario.windUntil(() => sentOps(scenario, 8).length === 2);
    const { isComplete, members } = await asked;
    expect([isComplete, members.map(({ user }) => user.username)]).toEqual([true, expect.arrayContaining(['ann', 'ben', 'cat'])]);
  });

  it('C-06 and drops its socket amid the answer is told the rest by the replay', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    scenario.faults.when('GUILD_MEMBERS_CHUNK', (connection) => connection.resetSocket());
    const asked = scenario.shard.requestMembers(guildId);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    expect((await asked).isComplete).toBe(true);
    expect(sentOps(scenario, 8).length).toBe(1);
  });

  it('C-07 with a nonce of 33 bytes is refused by name, and with 32 is answered', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    const nonce = 'é'.repeat(16);
    await expect(scenario.shard.requestMembers(guildId, { nonce: `${nonce}x` })).rejects.toMatchObject({ code: 'COMMAND_INVALID' });
    expect((await scenario.shard.requestMembers(guildId, { nonce })).isComplete).toBe(true);
    expect(scenario.offences).toEqual([]);
  });

  it('C-08 ten times in one guild is answered ten times within nine windows', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    let answered = 0;
    for (let time = 0; time < 10; time += 1) void scenario.shard.requestMembers(guildId).then(() => (answered += 1));
    expect(await scenario.windUntil(() => answered === 10, { maxMs: 271_000, stepMs: 500 })).toBeLessThanOrEqual(271_000);
    expect(scenario.offences).toEqual([]);
  });

  it('C-08 too early by another process waits as long as RATE_LIMITED says, and asks again', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    await scenario.shard.chunkGuild(guildId, { nonce: 'another' });
    await scenario.until(() => sentOps(scenario, 8).length === 1);
    const asked = scenario.shard.requestMembers(guildId);
    await scenario.windUntil(() => sentOps(scenario, 8).length === 3);
    expect((await asked).isComplete).toBe(true);
    expect(scenario.events).toContain('RATE_LIMITED');
  });

  it('C-09 twice at a time sorts chunks in any order, repeated or not', async () => {
    const { scenario, guildId } = await asking();
    await using _ended = scenario;
    const chunks = ['one', 'two'].flatMap((nonce) => [0, 1, 2, 0].map((index) => ({ nonce, index })));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(chunks, { minLength: chunks.length }), async (shuffled) => {
        scenario.faults.ignoreMemberRequests({ count: 2 });
        const asked = ['one', 'two'].map((nonce) => scenario.shard.requestMembers(guildId, { query: nonce, limit: 1, nonce }));
        for (const { nonce, index } of shuffled) {
          const members = [{ user: { id: `${nonce}${index}` } }];
          scenario.discord.gateway.sendDispatch('GUILD_MEMBERS_CHUNK', {
            guild_id: guildId,
            nonce,
            chunk_index: index,
            chunk_count: 3,
            members,
          });
        }
        const results = await Promise.all(asked);
        const ids = results.map(({ members }) => members.map(({ user }) => user.id).sort());
        expect(ids).toEqual([
          ['one0', 'one1', 'one2'],
          ['two0', 'two1', 'two2'],
        ]);
        scenario.faults.clear();
      }),
      { numRuns: 20 },
    );
  });
});
