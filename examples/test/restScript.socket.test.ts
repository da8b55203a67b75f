import { FakeDiscord } from '@aplomb/fake-discord';
import { attachment, Rest } from 'aplomb';
import { describe, expect, it } from '@jest/globals';
import { explain } from '../src/rest-script/explain.js';
import { countByAuthor, postReport } from '../src/rest-script/report.js';

async function openWorld() {
  const discord = await FakeDiscord.start();
  const guild = discord.addGuild({ name: 'Home' });
  const general = guild.addTextChannel('general');
  const alice = guild.addMember('alice');
  const rest = new Rest({ token: discord.bot.token, baseUrl: discord.url, retries: 0 });
  const close = async (): Promise<void> => {
    await rest.close();
    await discord.close();
  };
  return { alice, discord, general, guild, rest, [Symbol.asyncDispose]: close };
}

/** What a person reads about a call that fails. */
async function explained(call: Promise<unknown>): Promise<string> {
  return call.then(() => 'It went well.', explain);
}

describe('the REST script', () => {
  it('counts over several pages, and posts the counts as a file with a description', async () => {
    await using world = await openWorld();
    const { alice, general, guild, rest } = world;
    for (let n = 0; n < 120; n += 1) await alice.send(general, String(n));
    await guild.addMember('bob').send(general, 'Stop!');
    const counts = await countByAuthor(rest, general.id, 1_000);
    expect([...counts]).toEqual([
      ['alice', 120],
      ['bob', 1],
    ]);
    await postReport(rest, general.id, counts);
    expect(general.lastMessage?.data).toMatchObject({
      content: '2 people spoke.',
      attachments: [{ filename: 'authors.csv', description: 'Who wrote how much: alice, bob' }],
    });
  });

  it('counts no more than it was asked to', async () => {
    await using world = await openWorld();
    for (let n = 0; n < 7; n += 1) await world.alice.send(world.general, String(n));
    expect([...(await countByAuthor(world.rest, world.general.id, 5))]).toEqual([['alice', 5]]);
  });

  it('explains refusals by their class', async () => {
    await using world = await openWorld();
    const { discord, general, rest } = world;
    await expect(explained(rest.channels.get('404'))).resolves.toBe('There is no such channel.');
    const files = [attachment.fromPath('./nowhere.csv')];
    await expect(explained(rest.channels.createMessage(general.id, {}, { files }))).resolves.toBe('The file nowhere.csv cannot be sent.');
    discord.faults.rateLimit('POST /channels/:id/messages', { retryAfterMs: 5_000 });
    const limited = rest.channels.createMessage(general.id, { content: 'now' }, { maxWaitMs: 100 });
    await expect(explained(limited)).resolves.toMatch(/^Too much at once\. Try again in \d s\.$/);
    discord.faults.resetBeforeAnswer('PATCH *');
    await expect(explained(rest.channels.edit(general.id, { name: 'hall' }))).resolves.toMatch(/^The network failed in the middle\./);
    await expect(explained(rest.channels.get('../users/@me'))).resolves.toMatch(/^That cannot be asked for\./);
  });
});
