import { afterEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { FakeDiscord, WorldClock } from '../../src/index.js';
import { TestBot } from '../TestBot.js';

const HOUR_MS = 3_600_000;

let discord: FakeDiscord;
let bot: TestBot | undefined;

afterEach(async () => {
  bot?.close();
  bot = undefined;
  await discord.close();
});

describe('a fake Discord in real time', () => {
  it('is moved forward without harm to a connected bot', async () => {
    discord = await FakeDiscord.start({ heartbeatIntervalMs: 10_000 });
    const general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
    bot = await TestBot.connect(discord);
    const before = discord.clock.wallMs();
    await discord.advance(HOUR_MS);
    expect(discord.clock.wallMs() - before).toBeGreaterThanOrEqual(HOUR_MS);
    expect((await bot.request('POST', `/channels/${general.id}/messages`, { content: 'still here' })).status).toBe(200);
    expect([bot.closed, discord.gateway.sessions.length]).toEqual([false, 1]);
  });

  it('settles as an act does: the bot is done with what time has brought', async () => {
    discord = await FakeDiscord.start();
    const general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
    const testBot = await TestBot.connect(discord);
    bot = testBot;
    discord.attach(testBot);
    testBot.onDispatch = ({ t }) => (t === 'MY_EVENT' ? testBot.request('POST', `/channels/${general.id}/typing`) : undefined);
    discord.clock.after(HOUR_MS, () => {
      discord.gateway.sendDispatch('MY_EVENT', {});
    });
    await discord.advance(HOUR_MS);
    expect(discord.requestsTo('POST /channels/:id/typing')).toHaveLength(1);
  });

  it('lets answers of a bot come too late', async () => {
    discord = await FakeDiscord.start();
    const guild = discord.addGuild({ name: 'Home' });
    const [general, alice] = [guild.addTextChannel('general'), guild.addMember('alice')];
    discord.addCommand({ name: 'roll', description: 'x' });
    const testBot = await TestBot.connect(discord);
    bot = testBot;
    discord.attach(testBot);
    await alice.useCommand(general, 'roll');
    await discord.advance(3_001);
    await alice.useCommand(general, 'roll');
    const [late, early] = testBot.events('INTERACTION_CREATE').map(({ id, token }) => ({ id: String(id), token: String(token) }));
    const answer = (to: typeof late) => testBot.request('POST', `/interactions/${to?.id ?? ''}/${to?.token ?? ''}/callback`, { type: 5 });
    expect([await answer(late), await answer(early)]).toMatchObject([{ status: 404, body: { code: 10062 } }, { status: 204 }]);
    await discord.advance(900_000);
    const original = `/webhooks/${discord.application.id}/${early?.token ?? ''}/messages/@original`;
    expect(await testBot.request('PATCH', original, { content: 'x' })).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  it('can be stopped and let go', async () => {
    discord = await FakeDiscord.start();
    expect([discord.clock instanceof WorldClock, discord.isPaused]).toEqual([true, false]);
    discord.pause();
    const stopped = discord.clock.nowMs();
    await discord.advance(250);
    expect([discord.isPaused, discord.clock.nowMs() - stopped]).toEqual([true, 250]);
    discord.resume();
    expect(discord.isPaused).toBe(false);
  });

  it('leaves nothing waiting when it is closed', async () => {
    discord = await FakeDiscord.start();
    let isDone = false;
    discord.clock.after(1, () => (isDone = true));
    await discord.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isDone).toBe(false);
  });
});

describe('a fake Discord with a clock that is wound by hand', () => {
  it('winds that', async () => {
    const clock = new ManualClock();
    discord = await FakeDiscord.start({ clock });
    await discord.advance(HOUR_MS);
    discord.pause();
    discord.resume();
    expect([discord.clock, clock.nowMs(), discord.isPaused]).toEqual([clock, HOUR_MS, true]);
  });

  it('does not lose bots that are connected: what goes over sockets has its time', async () => {
    const clock = new ManualClock();
    discord = await FakeDiscord.start({ clock });
    bot = await TestBot.connect(discord);
    discord.attach(bot);
    await discord.advance(HOUR_MS);
    expect([clock.nowMs(), bot.closed, discord.gateway.sessions.length]).toEqual([HOUR_MS, false, 1]);
    expect(bot.heartbeats).toBeGreaterThan(80);
  });

  it.each([-1, Number.NaN, Infinity])('is not moved by %d', async (ms) => {
    discord = await FakeDiscord.start({ clock: new ManualClock() });
    await expect(discord.advance(ms)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});
