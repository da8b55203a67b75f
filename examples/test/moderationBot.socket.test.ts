import { FakeDiscord } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { createModerationBot } from '../src/moderation-bot/createModerationBot.js';
import { orderIn } from '../src/moderation-bot/order.js';

/** A guild in which mod may kick, ban and time out, alice and bob nothing, and the bot stands above them all. */
async function openWorld() {
  const discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({
    name: 'Home',
    botPermissions: ['KickMembers', 'BanMembers', 'ModerateMembers', 'SendMessages', 'ViewChannel'],
  });
  const general = guild.addTextChannel('general');
  const mods = guild.addRole({ name: 'Mods', permissions: ['KickMembers', 'BanMembers', 'ModerateMembers'], position: 1 });
  const [alice, bob] = [guild.addMember('alice'), guild.addMember('bob')];
  const mod = guild.addMember({ name: 'mod', roles: [mods.id] });
  const client = createModerationBot({ token: discord.bot.token, rest: { baseUrl: discord.url } });
  discord.attach(client);
  await client.start();
  const close = async (): Promise<void> => {
    await client.shutdown();
    await discord.close();
  };
  const answer = (): string | undefined => general.messages.filter(({ authorId }) => authorId === discord.bot.id).at(-1)?.data.content;
  return { alice, answer, bob, discord, general, mod, [Symbol.asyncDispose]: close };
}

describe('a moderation bot', () => {
  it('does what a moderator may do', async () => {
    await using world = await openWorld();
    const { alice, answer, bob, general, mod } = world;
    await mod.send(general, `!timeout ${alice.mention} 5 Too loud`);
    expect(answer()).toBe('alice is silent for a while.');
    await mod.send(general, `!kick ${alice.mention}`);
    expect(answer()).toBe('alice is out. They may come back.');
    await mod.send(general, `!ban ${bob.mention} Spam`);
    expect(answer()).toBe('bob is banned.');
  });

  it('does not do what the one who asks may not do, nor to those above', async () => {
    await using world = await openWorld();
    const { alice, answer, bob, general, mod } = world;
    await alice.send(general, `!kick ${bob.mention}`);
    expect(answer()).toBe('You may not kick bob.');
    await mod.send(general, `!kick <@${world.discord.bot.id}>`);
    expect(answer()).toMatch(/^You may not kick/);
  });

  it('says what cannot be, and asks Discord for nothing', async () => {
    await using world = await openWorld();
    const { alice, answer, general, mod } = world;
    await mod.send(general, `!timeout ${alice.mention} 99999`);
    expect(answer()).toContain('2419200000 (28 days)');
    await mod.send(general, '!ban <@175928847299117063>');
    expect(answer()).toBe('That is nobody here.');
  });
});

describe('an order', () => {
  it('names somebody, and perhaps how long and why', () => {
    expect(orderIn('!timeout <@80351110224678912> 5 Too loud')).toEqual({
      sentence: 'timeout',
      userId: '80351110224678912',
      minutes: 5,
      reason: 'Too loud',
    });
    expect(orderIn('!ban <@!80351110224678912>')).toMatchObject({ sentence: 'ban', minutes: 10, reason: '' });
  });

  it.each(['ban <@80351110224678912>', '!ban', '!ban alice', '!banish <@80351110224678912>'])('is not %s', (content) => {
    expect(orderIn(content)).toBeNull();
  });
});
