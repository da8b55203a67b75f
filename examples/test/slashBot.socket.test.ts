import { FakeDiscord } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../src/slash-bot/commands.js';
import { createSlashBot } from '../src/slash-bot/createSlashBot.js';

/** A die falls as the numbers say, one after the other. */
async function openWorld(numbers: readonly number[] = []) {
  const discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({ name: 'Home' });
  const [alice, general] = [guild.addMember('alice'), guild.addTextChannel('general')];
  const left = [...numbers];
  const client = createSlashBot({ token: discord.bot.token, rest: { baseUrl: discord.url } }, () => left.shift() ?? 0);
  discord.attach(client);
  await client.start();
  await client.application?.setCommands(commands);
  const close = async (): Promise<void> => {
    await client.shutdown();
    await discord.close();
  };
  return { alice, general, [Symbol.asyncDispose]: close };
}

describe('a bot of slash commands', () => {
  it('rolls a die with as many sides as somebody says, or six', async () => {
    await using world = await openWorld([0.999, 0.999]);
    const { alice, general } = world;
    expect((await alice.useCommand(general, 'roll', { sides: 20 })).reply?.content).toBe('20 of 20');
    expect((await alice.useCommand(general, 'roll')).reply?.content).toBe('6 of 6');
  });

  it('rolls the same die again at the press of a button, in the same message', async () => {
    await using world = await openWorld([0.5, 0]);
    const { alice, general } = world;
    const { reply } = await alice.useCommand(general, 'roll', { sides: 20 });
    await alice.press(reply!, 'again:20');
    expect(general.messages.map(({ data }) => data.content)).toEqual(['1 of 20']);
  });

  it.each([
    ['tea_time', '**Ada\\_L** is here! They like tea\\_time.'],
    ['', '**Ada\\_L** is here! There is nothing that they like.'],
  ])('introduces somebody who likes "%s"', async (about, said) => {
    await using world = await openWorld();
    const { alice, general } = world;
    const { modal } = await alice.useCommand(general, 'introduce');
    const form = await alice.submit(modal, { name: 'Ada_L', about });
    expect(form.reply?.content).toBe(said);
  });
});
