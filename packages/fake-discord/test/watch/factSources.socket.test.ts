import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, Guild, Observation, User } from '../../src/index.js';
import { request, TestBot } from '../TestBot.js';

let alice: User;
let bot: TestBot;
let discord: FakeDiscord;
let facts: Observation[];
let general: Channel;
let guild: Guild;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  guild = discord.addGuild({ name: 'Home' });
  [general, alice] = [guild.addTextChannel('general'), guild.addMember('alice')];
  facts = [];
});

afterEach(async () => {
  bot.close();
  await discord.close();
});

async function observeFromNow(): Promise<void> {
  bot = await TestBot.connect(discord);
  discord.attach(bot);
  discord.observe((fact) => facts.push(fact));
}

/** The facts of some kinds, in order. */
const of = (...types: readonly Observation['type'][]): readonly Observation[] => facts.filter(({ type }) => types.includes(type));

describe('who observes', () => {
  it('sees an act, the event, the dispatch, the request and the response, in this order', async () => {
    await observeFromNow();
    bot.onDispatch = ({ d, t }) =>
      t === 'MESSAGE_CREATE' && d['content'] === '!ping'
        ? bot.request('POST', `/channels/${general.id}/messages`, { content: 'Pong!' })
        : undefined;
    await alice.send(general, '!ping');
    const seen = of('act', 'event', 'dispatch', 'request', 'response');
    expect(seen).toMatchObject([
      { type: 'act', userId: alice.id, username: 'alice', verb: 'send', what: 'message to #general' },
      { type: 'event', t: 'MESSAGE_CREATE', d: { content: '!ping' }, channelId: general.id, guildId: guild.id, onlyFor: null },
      { type: 'dispatch', t: 'MESSAGE_CREATE', s: 3, d: { content: '!ping' }, shard: 0, sessionId: expect.any(String) },
      { type: 'request', method: 'POST', route: 'POST /channels/:channelId/messages', body: { content: 'Pong!' }, query: '' },
      { type: 'event', d: { content: 'Pong!' } },
      { type: 'dispatch', d: { content: 'Pong!' } },
      { type: 'response', status: 200, body: { content: 'Pong!' }, bucket: { limit: 5, remaining: 4, resetAfterMs: 5_000 } },
    ]);
    expect(seen.find(({ type }) => type === 'response')).toMatchObject({ latencyMs: expect.any(Number), wallMs: expect.any(Number) });
  });

  it('sees how the bot connects, and never its token', async () => {
    discord.observe((fact) => facts.push(fact));
    bot = await TestBot.connect(discord);
    expect(of('connection', 'sent', 'received', 'identify')).toMatchObject([
      { type: 'connection' },
      { type: 'sent', op: 10 },
      { type: 'received', op: 2, shard: null },
      { type: 'identify', shard: 0, total: 1, outcome: 'ready' },
    ]);
    expect(JSON.stringify(facts)).not.toContain(discord.bot.token);
    expect(facts).toEqual(JSON.parse(JSON.stringify(facts)));
  });

  it('sees what it is punished for, and how it goes', async () => {
    await observeFromNow();
    bot.send(99, null);
    await discord.gateway.until(() => discord.gateway.journal.counts.disconnection === 1);
    expect(of('violation', 'disconnection')).toMatchObject([
      { type: 'violation', punishment: 4001, shard: 0 },
      { type: 'disconnection', by: 'server', code: 4001, shard: 0 },
    ]);
  });

  it('sees how far interactions come', async () => {
    discord.addCommand({ name: 'roll', description: 'x' });
    await observeFromNow();
    bot.onDispatch = ({ d, t }) =>
      t === 'INTERACTION_CREATE'
        ? bot.request('POST', `/interactions/${String(d['id'])}/${String(d['token'])}/callback`, { type: 4, data: { content: '3' } })
        : undefined;
    const { id } = await alice.useCommand(general, 'roll');
    expect(of('interaction')).toMatchObject([
      { id, state: 'opened', name: 'roll' },
      { id, state: 'answered' },
    ]);
  });

  it('reads forms with their files, texts, and what nobody can read', async () => {
    await observeFromNow();
    const form = ['--x', 'content-disposition: form-data; name="payload_json"', '', '{"content":"look"}'];
    const file = ['--x', 'content-disposition: form-data; name="files[0]"; filename="a.txt"', '', 'hi', '--x--', ''];
    const asForm = { 'content-type': 'multipart/form-data; boundary=x' };
    const path = `/channels/${general.id}/messages`;
    await request(discord, 'POST', path, [...form, ...file].join('\r\n'), asForm);
    await request(discord, 'POST', path, 'no form', asForm);
    await request(discord, 'POST', path, '{broken');
    await request(discord, 'GET', `/guilds/${guild.id}?with_counts=true`);
    expect(of('request')).toMatchObject([
      { body: { content: 'look', files: ['a.txt'] } },
      { body: '(7 bytes)' },
      { body: '{broken' },
      { body: null, query: 'with_counts=true' },
    ]);
  });

  it('sees that no answer came, and answers that are no JSON', async () => {
    await observeFromNow();
    discord.faults.resetBeforeAnswer('GET /gateway');
    await request(discord, 'GET', '/gateway').catch(() => undefined);
    discord.faults.htmlAnswer('GET /gateway');
    await request(discord, 'GET', '/gateway').catch(() => undefined);
    await request(discord, 'GET', '/nowhere');
    await discord.settle();
    expect(of('response')).toMatchObject([
      { status: null, body: null, bucket: null },
      { body: expect.stringContaining('<') },
      { status: 404 },
    ]);
    expect(of('request').at(-1)).toMatchObject({ route: 'GET /nowhere' });
  });

  it('sees nothing any more after it is over', async () => {
    await observeFromNow();
    const count = facts.length;
    const other: Observation[] = [];
    const stop = discord.observe((fact) => other.push(fact));
    stop();
    await alice.send(general, 'x');
    expect([other, facts.length > count]).toEqual([[], true]);
  });
});
