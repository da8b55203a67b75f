import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, User } from '../../src/index.js';
import { request, TestBot } from '../TestBot.js';
import { callBack, HttpBot } from './HttpBot.js';
import type { Outgoing } from './HttpBot.js';

let alice: User;
let bot: HttpBot;
let discord: FakeDiscord;
let general: Channel;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  const guild = discord.addGuild({ name: 'Home' });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  discord.addCommand({ name: 'roll', description: 'x', options: [{ type: 3, name: 'dice', description: 'x', autocomplete: true }] });
  bot = await HttpBot.start(discord);
  await discord.interactionsEndpoint.set(bot.url);
});

afterEach(async () => {
  bot.close();
  await discord.close();
});

describe('a bot behind an HTTP endpoint', () => {
  it('gets what people do, signed, and the gateway tells nothing of it', async () => {
    const gatewayBot = await TestBot.connect(discord);
    discord.attach(gatewayBot);
    const interaction = await alice.useCommand(general, 'roll', { dice: 'd6' });
    expect(bot.came).toMatchObject([
      {
        id: interaction.id,
        type: 2,
        data: { name: 'roll', options: [{ name: 'dice', value: 'd6' }] },
        application_id: discord.application.id,
      },
    ]);
    expect([gatewayBot.events('INTERACTION_CREATE'), interaction.reply?.content]).toEqual([[], 'hello']);
    gatewayBot.close();
  });

  it('suggests values in its response', async () => {
    bot.onInteraction = () => ({ body: { type: 8, data: { choices: [{ name: 'six', value: 'd6' }] } } });
    expect((await alice.autocomplete(general, 'roll', 'dice', 'd')).choices).toEqual([{ name: 'six', value: 'd6' }]);
  });

  it('opens a modal, and gets what was filled in', async () => {
    const name = { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } };
    bot.onInteraction = ({ type }) => ({
      body: type === 5 ? { type: 4, data: { content: 'Thanks!' } } : { type: 9, data: { custom_id: 'm', title: 'M', components: [name] } },
    });
    const asked = await alice.useCommand(general, 'roll');
    expect((await alice.submit(asked.modal, { name: 'Ada' })).reply?.content).toBe('Thanks!');
  });

  it('has presses answered with an update', async () => {
    const button = { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] };
    bot.onInteraction = ({ type }) => ({
      body: type === 3 ? { type: 7, data: { content: 'pressed' } } : { type: 4, data: { content: 'press', components: [button] } },
    });
    const { reply } = await alice.useCommand(general, 'roll');
    if (reply !== undefined) await alice.press(reply, 'x');
    expect(general.lastMessage?.content).toBe('pressed');
  });

  it('sends files in its response', async () => {
    const payload = JSON.stringify({ type: 4, data: { content: 'a file', attachments: [{ id: 0, filename: 'a.txt' }] } });
    const parts = [
      `Content-Disposition: form-data; name="payload_json"\r\nContent-Type: application/json\r\n\r\n${payload}`,
      'Content-Disposition: form-data; name="files[0]"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nabc',
    ];
    const body = `${parts.map((part) => `--cut\r\n${part}\r\n`).join('')}--cut--\r\n`;
    bot.onInteraction = () => ({ body, contentType: 'multipart/form-data; boundary=cut' });
    const { reply } = await alice.useCommand(general, 'roll');
    expect(reply?.data.attachments).toMatchObject([{ filename: 'a.txt', size: 3 }]);
  });

  it('thinks, and says the rest over REST', async () => {
    bot.onInteraction = ({ token }) => {
      const path = `/webhooks/${discord.application.id}/${token}/messages/@original`;
      setImmediate(() => void request(discord, 'PATCH', path, { content: 'done' }));
      return { body: { type: 5 } };
    };
    expect((await alice.useCommand(general, 'roll')).reply?.content).toBe('done');
  });

  it('may answer over REST and say so with 202', async () => {
    bot.onInteraction = async (interaction) => {
      await callBack(discord, interaction, { type: 4, data: { content: 'over REST' } });
      return { status: 202 };
    };
    const { failure, reply } = await alice.useCommand(general, 'roll');
    expect([failure, reply?.content]).toEqual([undefined, 'over REST']);
  });
});

describe('a bot behind an HTTP endpoint that answers wrongly', () => {
  it.each<[string, Outgoing, string]>([
    ['another status', { status: 500, body: {} }, 'status 500'],
    ['no body', { status: 200 }, 'BASE_TYPE_REQUIRED'],
    ['JSON that is none', { body: '{' }, 'invalid JSON'],
    ['something that is no JSON', { body: 'hello', contentType: 'text/plain' }, 'Content-Type'],
    ['a form', { body: 'type=4', contentType: 'application/x-www-form-urlencoded' }, 'does not read bodies of the type'],
    ['an answer that does not fit', { body: { type: 7 } }, 'BASE_TYPE_CHOICES'],
    ['a PONG', { body: { type: 1 } }, 'BASE_TYPE_CHOICES'],
    ['202 and nothing', { status: 202 }, 'over REST'],
  ])('has not answered with %s, and a test can see why', async (_, outgoing, why) => {
    bot.onInteraction = () => outgoing;
    const interaction = await alice.useCommand(general, 'roll');
    expect([interaction.isAnswered, interaction.failure]).toEqual([false, expect.stringContaining(why)]);
  });

  it('is seen to fail at once', async () => {
    const states: unknown[] = [];
    alice.watch(({ t, d }) => states.push([t, (d as { state?: unknown }).state]));
    bot.onInteraction = () => ({ status: 500 });
    await alice.useCommand(general, 'roll');
    expect(states.map((each) => (each as unknown[])[1])).toEqual(['opened', 'failed']);
  });

  it('has not answered when nobody is there', async () => {
    bot.close();
    expect((await alice.useCommand(general, 'roll')).failure).toContain('cannot be asked');
  });

  it('has three seconds, on the clock of the world', async () => {
    discord.pause();
    bot.onInteraction = () => new Promise<Outgoing>(() => undefined);
    const use = alice.useCommand(general, 'roll');
    while (bot.came.length === 0) await new Promise(setImmediate);
    await discord.advance(3_000);
    expect((await use).failure).toContain('three seconds');
  });
});
