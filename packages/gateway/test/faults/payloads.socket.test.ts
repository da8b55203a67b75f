import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import * as discordApi from 'discord-api-types/v10';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { MemorySessionStore } from '../../src/session/MemorySessionStore.js';
import { Scenario, type ScenarioOptions } from './Scenario.js';

interface EventTable {
  readonly events: readonly { readonly name: string }[];
}

const table = JSON.parse(readFileSync(`${__dirname}/../../test-data/gateway-events.json`, 'utf8')) as EventTable;
/** READY and RESUMED change the session; they have tests of their own. */
const EVENTS = table.events.map(({ name }) => name).filter((name) => name !== 'READY' && name !== 'RESUMED');
/** The names of the enums of discord-api-types as fields: `ChannelType` becomes `channel_type`. */
const ENUM_FIELDS = Object.entries(discordApi as unknown as Record<string, unknown>)
  .filter(([, value]) => typeof value === 'object' && value !== null && Object.values(value).some((member) => typeof member === 'number'))
  .map(([name]) => name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase());

const plain = (options: ScenarioOptions = {}): Promise<Scenario> =>
  Scenario.connected({ clock: new ManualClock(), ...options, shard: { compression: 'none', ...options.shard } });

/** Nothing was lost, nothing reconnected, nothing was complained of: and a resume finds everything in order. */
async function isUnmoved(scenario: Scenario): Promise<void> {
  await scenario.isHearing();
  expect([scenario.connects.count, scenario.warnings]).toEqual([1, []]);
  scenario.faults.dropSocket(0);
  scenario.say();
  await scenario.windUntil(() => scenario.resumedTimes === 1);
  await scenario.hearsAll();
  expect(scenario.auths).toBe('1/1');
}

describe('a connected shard that gets a dispatch', () => {
  it.each([
    ['without s', {}],
    ['with null', { s: null }],
    ['with a string', { s: '7' }],
    ['with a negative number', { s: -3 }],
    ['with a fraction', { s: 1.5 }],
    ['above 2^53', { s: 2 ** 53 }],
    ['with an object', { s: { s: 1 } }],
    ['with true', { s: true }],
  ])('P-13 %s delivers it, and follows the sequence of the others', async (_what, s) => {
    await using scenario = await plain();
    await scenario.isHearing();
    scenario.faults.sendText(0, JSON.stringify({ op: 0, t: 'TYPING_START', ...s, d: {} }));
    await scenario.until(() => scenario.events.includes('TYPING_START'));
    await isUnmoved(scenario);
  });

  it('P-13 with any s at all lives on', async () => {
    await using scenario = await plain();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.double({ max: 0 }), fc.constant(null), fc.jsonValue()), async (s) => {
        fc.pre(typeof s !== 'number' || s <= 0);
        const before = scenario.packets.length;
        scenario.faults.sendText(0, JSON.stringify({ op: 0, t: 'TYPING_START', s, d: {} }));
        await scenario.isHearing();
        expect(scenario.packets.length - before).toBe(typeof s === 'number' && Number.isInteger(s) && s >= 0 ? 1 : 2);
      }),
      { numRuns: 100 },
    );
    await isUnmoved(scenario);
  });
});

describe('a connected shard that gets what nobody knows yet', () => {
  it('P-14 in any of the events of the list, every enum at 9999 and fields added, hands it over whole', async () => {
    await using scenario = await plain();
    const before = scenario.packets.length;
    const strange = Object.fromEntries(ENUM_FIELDS.map((field) => [field, 9_999]));
    const sent = EVENTS.map((t) => ({ t, d: { id: '1', guild_id: '2', type: 9_999, ...strange, brand_new: { deep: [9_999] } } }));
    for (const { t, d } of sent) scenario.discord.gateway.sendDispatch(t, d);
    await scenario.until(() => scenario.packets.length - before === sent.length);
    expect(EVENTS.length).toBe(77);
    expect(ENUM_FIELDS.length).toBeGreaterThan(80);
    expect(scenario.packets.slice(before)).toEqual(sent);
    await isUnmoved(scenario);
  });

  it('P-14 as an event, an opcode or a field of the envelope hands it over or passes it by', async () => {
    await using scenario = await plain();
    scenario.discord.gateway.sendDispatch('FOO_BAR', { type: 9_999 });
    scenario.faults.sendText(0, '{"op":99,"d":{"x":1}}');
    scenario.faults.sendText(0, '{"zz":[{}],"op":0,"extra":{"op":7},"t":"TYPING_START","s":null,"d":{}}');
    await scenario.until(() => scenario.events.includes('TYPING_START'));
    expect(scenario.events).toContain('FOO_BAR');
    await isUnmoved(scenario);
  });

  it('P-14 in READY begins the session all the same', async () => {
    await using scenario = await Scenario.arranged({ clock: new ManualClock() });
    scenario.faults.readyWith({ v: 9_999, session_type: 9_999, user: { id: '1', flags: 9_999 }, brand_new: [1], guilds: 'none' });
    scenario.shard.start();
    await scenario.reaches('Connected');
    await isUnmoved(scenario);
  });
});

/** What no event ever has for `d`. */
const WRONG: readonly unknown[] = [null, [], {}, 'text', 7, true, [null], { id: null, guild_id: null, unavailable: null, nonce: null }];

describe('a connected shard that gets nothing where something is due', () => {
  it('P-15 in any event of the list delivers it, and lives', async () => {
    await using scenario = await plain({ shard: { sessionStore: new MemorySessionStore(), intents: ['Guilds', 'GuildMembers'] } });
    scenario.faults.ignoreMemberRequests();
    const members = scenario.shard.requestMembers(scenario.discord.addGuild({ name: 'Home' }).id).catch(() => null);
    await scenario.isHearing();
    const before = scenario.packets.length;
    for (const t of EVENTS) for (const d of WRONG) scenario.discord.gateway.sendDispatch(t, d);
    for (const t of EVENTS) scenario.faults.sendText(0, JSON.stringify({ op: 0, t, s: null }));
    await scenario.until(() => scenario.packets.length - before === EVENTS.length * (WRONG.length + 1));
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    await isUnmoved(scenario);
    // A new session may have to wait for the guild's turn, which comes every 30 seconds.
    await scenario.wind(45_000);
    await members;
  });

  it('P-15 with any fields of a large event deleted or null lives', async () => {
    const fields = Object.keys(
      JSON.parse(JSON.stringify({ id: '1', ...Object.fromEntries(ENUM_FIELDS.map((field) => [field, 1])) })) as object,
    );
    await using scenario = await plain({ shard: { sessionStore: new MemorySessionStore() } });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EVENTS), fc.subarray(fields), fc.constantFrom(null, undefined, []), async (t, chosen, value) => {
        scenario.discord.gateway.sendDispatch(t, Object.fromEntries(chosen.map((field) => [field, value])));
        await scenario.isHearing();
      }),
      { numRuns: 150 },
    );
    await isUnmoved(scenario);
  });

  it.each([7, 9, 10, 11, 1, 2, 99])('P-15 in op %i survives it', async (op) => {
    await using scenario = await plain();
    for (const text of [`{"op":${op}}`, `{"op":${op},"d":null}`]) {
      const [connection] = scenario.faults.shard(0);
      connection?.sendText(text);
      await scenario.windUntil(() => scenario.shard.stage === 'Connected', { stepMs: 1_000 });
      await scenario.wind(15_000);
    }
    await scenario.reaches('Connected');
    expect(scenario.offences).toEqual([]);
  });

  it.each([null, undefined, 'x'])('P-15 in every field of READY (%j) identifies again after it', async (value) => {
    await using scenario = await Scenario.arranged({ clock: new ManualClock() });
    const fields = ['v', 'user', 'guilds', 'session_id', 'resume_gateway_url', 'shard', 'application'];
    scenario.faults.readyWith(Object.fromEntries(fields.map((field) => [field, value])));
    scenario.shard.start();
    await scenario.reaches('Connected');
    await scenario.isHearing();
    scenario.faults.dropSocket(0);
    await scenario.windUntil(() => scenario.connects.count >= 2 && scenario.shard.stage === 'Connected');
  });
});

describe('a connected shard that gets a message that is none', () => {
  it.each(['', '{"op":0,"t":"MESSAGE_CREATE","s":2,"d":{"num', '\u0000', 'null', '[]', '7', '"text"', '{"d":1}', '{}'])(
    'P-16 (%j) resumes, and the good copy is not lost',
    async (text) => {
      await using scenario = await plain();
      scenario.faults.sendText(0, text);
      scenario.say(2);
      await scenario.windUntil(() => scenario.resumedTimes === 1);
      await scenario.hearsAll();
      expect(scenario.auths).toBe('1/1');
      expect(scenario.warnings.map(({ code }) => code)).toEqual(['MESSAGE_UNREADABLE']);
    },
  );

  it('P-16 three times after the same sequence passes it by, and says so', async () => {
    await using scenario = await plain();
    scenario.faults.when('hello', (connection) => connection.sendText('{"op":0,"t":"MESS'), { count: 3 });
    scenario.faults.dropSocket(0);
    scenario.say(2);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect([scenario.journal.counts.identify, scenario.warnings.at(-1)?.code]).toEqual([1, 'MESSAGE_SKIPPED']);
  });
});

describe('a connected shard that gets numbers beyond 2^53', () => {
  const BIG = '{"op":0,"t":"MESSAGE_CREATE","s":null,"d":{"nonce":9223372036854775808,"id":"9223372036854775808"}}';

  it('P-17 keeps ids as the strings that they are, and hands the text over unrounded', async () => {
    const texts: string[] = [];
    await using scenario = await plain();
    scenario.shard.on('message', (text) => texts.push(text));
    scenario.faults.sendText(0, BIG);
    await scenario.until(() => scenario.events.includes('MESSAGE_CREATE'));
    expect(scenario.packets.at(-1)?.d).toMatchObject({ id: '9223372036854775808' });
    expect(texts).toEqual([BIG]);
    await isUnmoved(scenario);
  });

  it('P-17 leaves it to `parse` how they are read', async () => {
    const parse = (text: string): unknown => JSON.parse(text.replace(/"nonce":(\d+)/, '"nonce":"$1"'));
    await using scenario = await plain({ shard: { parse } });
    scenario.faults.sendText(0, BIG);
    await scenario.until(() => scenario.events.includes('MESSAGE_CREATE'));
    expect(scenario.packets.at(-1)?.d).toMatchObject({ nonce: '9223372036854775808' });
  });

  it('P-17 gives ids of members that were not found as strings', async () => {
    await using scenario = await plain({ shard: { intents: ['Guilds', 'GuildMembers'] } });
    scenario.faults.ignoreMemberRequests();
    const guild = scenario.discord.addGuild({ name: 'Home' });
    const asked = scenario.shard.requestMembers(guild.id, { userIds: ['1'], nonce: 'golden' });
    await scenario.until(() => scenario.journal.frames.some(({ op }) => op === 8));
    scenario.faults.sendText(
      0,
      `{"op":0,"t":"GUILD_MEMBERS_CHUNK","s":null,"d":{"guild_id":"${guild.id}","nonce":"golden","chunk_index":0,"chunk_count":1,"members":[],"not_found":[1,"9223372036854775808"]}}`,
    );
    expect((await asked).notFound).toEqual(['1', '9223372036854775808']);
  });
});
