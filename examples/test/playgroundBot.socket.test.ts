import { FakeDiscord, type Channel, type User } from '@aplomb/fake-discord';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeHome } from '../src/playground/arrangeHome.js';
import { startBot } from '../src/playground/startBot.js';

let discord: FakeDiscord;
let alice: User;
let bob: User;
let room: Channel;
let stop: () => Promise<void>;

beforeAll(async () => {
  discord = await FakeDiscord.start({ rateLimits: false });
  [alice, bob] = arrangeHome(discord) as [User, User];
  room = discord.guilds[0]!.channels.find(({ name }) => name === '#tea-room')!;
  const bot = await startBot(discord);
  stop = async () => {
    await bot.shutdown();
    await discord.close();
  };
});

afterAll(() => stop());

describe('the bot of the playground', () => {
  it('answers messages, but not those of bots', async () => {
    await alice.send(room, '!ping');
    expect(room.messages.map(({ content }) => content)).toEqual(['!ping', 'Pong!']);
  });

  it('suggests teas by what they are called', async () => {
    const { choices } = await alice.autocomplete(room, 'tea', 'kind', 'GR');
    expect(choices).toEqual([{ name: 'Earl Grey, with bergamot', value: 'Earl Grey' }]);
  });

  it('makes tea, and one cup more', async () => {
    const { reply } = await alice.useCommand(room, 'tea', { kind: 'sencha', guest: bob });
    expect(reply?.data.embeds[0]).toMatchObject({ title: 'A cup of Sencha', description: expect.stringContaining(bob.mention) });
    await bob.press(reply!, 'tea:Sencha:1');
    expect(reply?.data.embeds[0]?.title).toBe('2 cups of Sencha');
  });

  it('says which teas there are when it has none of that name, to the one who asked', async () => {
    const { reply } = await alice.useCommand(room, 'tea', { kind: 'Coffee' });
    expect([reply?.isEphemeral, reply?.content]).toEqual([true, expect.stringContaining('Assam, Chamomile')]);
  });

  it.each([
    ['order:send:Assam,Sencha', 'has ordered Assam and Sencha.'],
    ['order:send:', 'Nothing, then.'],
  ])('takes an order, sent off with %s', async (button, said) => {
    const { reply } = await alice.useCommand(room, 'order');
    await alice.select(reply!, 'order:choice', ['Assam', 'Sencha']);
    expect(reply?.content).toBe('Assam and Sencha?');
    await alice.press(reply!, button);
    expect(reply?.content).toContain(said);
  });

  it('asks how it was, and shows it to all', async () => {
    const { modal } = await alice.useCommand(room, 'review');
    const { reply } = await alice.submit(modal, { tea: 'Earl_Grey', stars: '★★★', words: '' });
    expect(reply?.data.embeds[0]).toMatchObject({ title: '★★★ Earl\\_Grey', description: '*without words*' });
  });

  it('tells a secret to one person only', async () => {
    const { reply } = await alice.useCommand(room, 'secret');
    expect(room.messagesSeenBy(alice).some(({ id }) => id === reply!.id)).toBe(true);
    expect(room.messagesSeenBy(bob).some(({ id }) => id === reply!.id)).toBe(false);
  });

  it('thinks before it answers', async () => {
    const { answerType, reply } = await alice.useCommand(room, 'brew', { seconds: 1 });
    expect([answerType, reply?.content]).toEqual([5, 'It has steeped for 1 s.']);
  });

  it('holds a poll, and shows a card of components', async () => {
    const { reply: held } = await alice.useCommand(room, 'vote', { question: 'More tea?' });
    expect(held?.data.poll?.question.text).toBe('More tea?');
    const { reply: card } = await alice.useCommand(room, 'card');
    expect([card?.data.components?.[0]?.type, card?.data.attachments[0]?.filename]).toEqual([17, 'teas.txt']);
    const { reply: cup } = await alice.press(card!, 'pour:Sencha');
    expect(cup?.data.embeds[0]?.title).toBe('A cup of Sencha');
  });

  it('waves, and counts words', async () => {
    const { reply: waving } = await alice.useUserCommand(room, 'Wave', bob);
    expect(waving?.content).toBe(`${alice.mention} waves at ${bob.mention} 👋`);
    const { reply: counted } = await bob.useMessageCommand(await bob.send(room, 'one two  three'), 'Count words');
    expect(counted?.content).toBe('This message has 3 words.');
  });

  it('hides the kitchen from guests', () => {
    const seen = (person: User) => person.view().guilds[0]!.channels.map(({ name }) => name);
    expect([seen(alice).includes('kitchen'), seen(bob).includes('kitchen')]).toEqual([true, false]);
  });
});
