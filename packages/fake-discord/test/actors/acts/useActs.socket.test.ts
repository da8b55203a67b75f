import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { FakeDiscord } from '../../../src/index.js';
import type { Channel, User } from '../../../src/index.js';
import { TestBot } from '../../TestBot.js';

let alice: User;
let bot: TestBot;
let discord: FakeDiscord;
let general: Channel;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  const guild = discord.addGuild({ name: 'Home' });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  discord.addCommand({ name: 'roll', description: 'x' });
  bot = await TestBot.connect(discord);
});

afterEach(async () => {
  bot.close();
  await discord.close();
});

/** Lets the bot answer every interaction, after so long. */
function answers(body: object, afterMs = 0): void {
  bot.onDispatch = ({ d, t }) => {
    if (t !== 'INTERACTION_CREATE') return undefined;
    return setTimeout(afterMs).then(() => bot.request('POST', `/interactions/${String(d['id'])}/${String(d['token'])}/callback`, body));
  };
}

describe('the use of a command', () => {
  it('resolves when an attached bot has answered', async () => {
    discord.attach(bot);
    answers({ type: 4, data: { content: 'A three!' } }, 30);
    const interaction = await alice.useCommand(general, 'roll');
    expect([interaction.isAnswered, interaction.answerType, interaction.reply?.content]).toEqual([true, 4, 'A three!']);
  });

  it('resolves at once when an attached bot is done and has not answered', async () => {
    discord.attach(bot);
    const began = performance.now();
    const interaction = await alice.useCommand(general, 'roll');
    expect([interaction.isAnswered, interaction.answerType, interaction.reply, interaction.modal]).toEqual([
      false,
      undefined,
      undefined,
      undefined,
    ]);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('waits for a bot that nobody attached', async () => {
    answers({ type: 4, data: { content: 'At last' } }, 400);
    expect((await alice.useCommand(general, 'roll')).reply?.content).toBe('At last');
  });

  it('is impossible where the app offers nothing of the kind', async () => {
    await expect(alice.useCommand(general, 'rol')).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
    await expect(alice.useCommand(general, 'roll', { sides: 6 })).rejects.toThrow('no option "sides"');
    await expect(alice.submit(undefined)).rejects.toThrow('no modal');
    expect(bot.events('INTERACTION_CREATE')).toEqual([]);
  });

  it('may lead to a modal, which is closed when the bot has taken it', async () => {
    discord.attach(bot);
    const component = { type: 4, custom_id: 't', style: 1 };
    answers({ type: 9, data: { custom_id: 'm', title: 'M', components: [{ type: 18, label: 'L', component }] } });
    const { modal } = await alice.useCommand(general, 'roll');
    answers({}, 0);
    await alice.submit(modal, { t: 'not taken' });
    answers({ type: 4, data: { content: 'ok' } });
    await alice.submit(modal, { t: 'taken' });
    await expect(alice.submit(modal, { t: 'again' })).rejects.toThrow('was sent and is closed');
  });

  it('is found by an expectation through the eyes of who used it', async () => {
    discord.attach(bot);
    answers({ type: 4, data: { content: 'psst', flags: 64 } });
    await alice.useCommand(general, 'roll');
    await expect(general.receive('psst', { timeoutMs: 0 })).rejects.toMatchObject({ code: 'FAKE_EXPECTATION_FAILED' });
    expect((await general.receive('psst', { seenBy: alice })).isEphemeral).toBe(true);
  });
});
