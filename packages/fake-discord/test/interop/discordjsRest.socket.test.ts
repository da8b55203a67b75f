import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { REST } from 'discord.js';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, Guild } from '../../src/index.js';

// @discordjs/rest knows nothing of this fake: where it takes what it is told for Discord's limits and never meets a 429, they are told as Discord does.
// It measures by the clock of the machine, so these tests take the time that they speak of.

let discord: FakeDiscord;
let general: Channel;
let guild: Guild;
let rest: REST;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  guild = discord.addGuild({ name: 'Home', botPermissions: ['ManageWebhooks', 'ManageChannels'] });
  general = guild.addTextChannel('general');
  rest = new REST({ api: `${discord.origin}/api`, version: '10' }).setToken(discord.bot.token);
});

afterEach(async () => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  await discord.close();
});

const messagesAt = (): `/${string}` => `/channels/${general.id}/messages`;
const say = (content: string): Promise<unknown> => rest.post(messagesAt(), { body: { content } });
const statuses = (route = '*'): readonly (number | null)[] => discord.requestsTo(route).map(({ status }) => status);
const contents = (): readonly string[] => general.messages.map(({ content }) => content);

describe('@discordjs/rest on a fake Discord', () => {
  it('never meets the end of a bucket that it is told of', async () => {
    discord.faults.rateLimit('POST /channels/:id/messages', { limit: 2, perMs: 300 });
    await Promise.all(['1', '2', '3', '4', '5'].map(say));
    expect([statuses(), contents()]).toEqual([Array(5).fill(200), ['1', '2', '3', '4', '5']]);
    const instants = discord.requests.map(({ atMs }) => atMs);
    expect(instants[4]! - instants[0]!).toBeGreaterThanOrEqual(600);
  });

  it('learns that putting and taking a reaction share one bucket', async () => {
    const { id } = (await say('hi')) as { id: string };
    const at = `${messagesAt()}/${id}/reactions/${encodeURIComponent('👍')}/@me` as const;
    for (let count = 0; count < 3; count += 1) {
      await rest.put(at);
      await rest.delete(at);
    }
    const seen = statuses('* /channels/:id/messages/:id/reactions/:emoji/@me');
    // Until it knows the bucket of a method it asks without waiting, and may be refused; then it never is.
    expect([seen.filter((status) => status === 204).length, seen.slice(-4)]).toEqual([6, [204, 204, 204, 204]]);
  });

  it('gets everything through a global limit that is lower than it believes', async () => {
    await using strict = await FakeDiscord.start({ rateLimits: { globalPerSecond: 30 } });
    const home = strict.addGuild({ name: 'Home' });
    const channels = Array.from({ length: 45 }, (_, index) => home.addTextChannel(`channel-${index}`));
    rest.options.api = `${strict.origin}/api`;
    rest.setToken(strict.bot.token);
    await Promise.all(channels.map(({ id }) => rest.get(`/channels/${id}`)));
    const served = strict.requests.filter(({ status }) => status === 200).map(({ atMs }) => atMs);
    expect([served.length, new Set(strict.requests.map(({ status }) => status))]).toEqual([45, new Set([200, 429])]);
    expect(served[30]! - served[0]!).toBeGreaterThan(900);
  });

  it.each(['user', 'shared', 'global'] as const)('waits as long as a 429 of the scope %s says, and asks once more', async (scope) => {
    discord.faults.rateLimit('POST /channels/:id/messages', { scope, retryAfterMs: 400 });
    await say('patient');
    const [first, second] = discord.requests;
    expect([statuses(), second!.atMs - first!.atMs >= 400]).toEqual([[429, 200], true]);
  });

  it('tries again after 502', async () => {
    discord.faults.failRequests('POST /channels/:id/messages', 502, { count: 2 });
    await say('at last');
    expect([statuses(), contents()]).toEqual([[502, 502, 200], ['at last']]);
  });

  it('cannot know of a connection that broke that the message was posted', async () => {
    rest.options.retries = 0;
    discord.faults.resetBeforeAnswer('POST /channels/:id/messages');
    await expect(say('posted')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect([statuses(), contents()]).toEqual([[null], ['posted']]);
  });

  it('sends files that can be downloaded again', async () => {
    const files = [
      { name: 'a.txt', data: Buffer.from('hello'), contentType: 'text/plain' },
      { name: 'b.bin', data: Buffer.from([0, 13, 10, 255]) },
    ];
    await rest.post(messagesAt(), { body: { content: 'two', attachments: [{ id: 0, description: 'first' }] }, files });
    const attachments = general.lastMessage?.data.attachments ?? [];
    expect(attachments).toMatchObject([
      { filename: 'a.txt', description: 'first', content_type: 'text/plain' },
      { filename: 'b.bin', size: 4 },
    ]);
    const bytes = await Promise.all(attachments.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())));
    expect(bytes).toEqual(files.map(({ data }) => data));
  });

  it('makes, uses and deletes a webhook', async () => {
    const webhook = (await rest.post(`/channels/${general.id}/webhooks`, { body: { name: 'news' } })) as { id: string; token: string };
    const at = `/webhooks/${webhook.id}/${webhook.token}` as const;
    const query = new URLSearchParams({ wait: 'true' });
    const files = [{ name: 'a.txt', data: 'hello' }];
    const { id } = (await rest.post(at, { auth: false, query, body: { content: 'one' }, files })) as { id: string };
    await rest.patch(`${at}/messages/${id}`, { auth: false, body: { content: 'two' } });
    expect(contents()).toEqual(['two']);
    await rest.delete(`${at}/messages/${id}`, { auth: false });
    await rest.delete(at, { auth: false });
    await expect(rest.post(at, { auth: false, body: { content: 'three' } })).rejects.toMatchObject({ status: 404, code: 10015 });
    expect([contents(), discord.unsupported]).toEqual([[], []]);
  });

  it('takes a channel that is renamed too often for what it is: a limit that no header shows', async () => {
    rest.options.rejectOnRateLimit = () => true;
    const rename = (name: string): Promise<unknown> => rest.patch(`/channels/${general.id}`, { body: { name } });
    for (const name of ['one', 'two']) await rename(name);
    await expect(rename('three')).rejects.toMatchObject({ scope: 'user', sublimitTimeout: expect.closeTo(600_000, -3) });
    expect([statuses(), general.name]).toEqual([[200, 200, 429], '#two']);
  });
});
