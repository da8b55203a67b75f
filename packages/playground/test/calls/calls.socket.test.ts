import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld } from '../openWorld.js';
import type { PlayWorld } from '../openWorld.js';
import { CallRefused } from '../TestPage.js';
import type { TestPage } from '../TestPage.js';

let world: PlayWorld;
let page: TestPage;
let alice: { readonly as: string };
let here: { readonly as: string; readonly channelId: string };

beforeAll(async () => {
  world = await openWorld();
  ({ page } = world);
  alice = { as: world.alice.id };
  here = { ...alice, channelId: world.general.id };
  await page.call('actAs', alice);
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** Sends something and gives its place. */
async function said(content: string) {
  const { messageId } = await page.call('send', { ...here, content });
  return { ...here, messageId };
}

const lastMessage = () => world.general.lastMessage!.data;

describe('people on a page', () => {
  it('send a message with a file, and answer another', async () => {
    const first = await said('one');
    const upload = await fetch(new URL(`/upload${new URL(world.playground.url).search}&name=a.txt`, world.playground.url), {
      method: 'POST',
      body: 'text',
      headers: { 'content-type': 'text/plain' },
    });
    const { upload: id } = (await upload.json()) as { upload: string };
    await page.call('send', { ...here, content: 'two', replyTo: first.messageId, files: [{ upload: id }], nonce: 'n1' });
    const { attachments, message_reference: reference } = lastMessage();
    expect([attachments[0]?.filename, reference?.message_id]).toEqual(['a.txt', first.messageId]);
    await page.next('event', ({ event: { d } }) => (d as { nonce?: string }).nonce === 'n1');
  });

  it('edit and delete it', async () => {
    const message = await said('before');
    await page.call('edit', { ...message, content: 'after' });
    expect(lastMessage().content).toBe('after');
    await page.call('delete', message);
    expect(lastMessage().id).not.toBe(message.messageId);
  });

  it('react, and take it back', async () => {
    const message = await said('a joke');
    await page.call('react', { ...message, emoji: '👍' });
    expect(lastMessage().reactions?.[0]).toMatchObject({ count: 1, emoji: { name: '👍' } });
    await page.call('unreact', { ...message, emoji: '👍' });
    expect(lastMessage().reactions ?? []).toEqual([]);
  });

  it('hold a poll and vote in it', async () => {
    await page.call('send', { ...here, content: '', poll: { question: 'Tea?', answers: ['Yes', 'No'], durationHours: 1 } });
    const poll = { ...here, messageId: lastMessage().id };
    await page.call('vote', { ...poll, answers: ['No'] });
    expect(lastMessage().poll?.results?.answer_counts).toEqual([expect.objectContaining({ id: 2, count: 1 })]);
  });

  it('pin, see the pins, and take one out', async () => {
    const message = await said('to be kept');
    await page.call('pin', { ...message, as: world.guild.owner.id });
    expect((await page.call('pins', here)).messages.map(({ id }) => id)).toEqual([message.messageId]);
    await page.call('unpin', { ...message, as: world.guild.owner.id });
    expect((await page.call('pins', here)).messages).toEqual([]);
  });

  it('read a history page by page', async () => {
    for (const content of ['h1', 'h2', 'h3']) await said(content);
    const newest = await page.call('history', { ...here, limit: 2 });
    expect([newest.messages.map(({ content }) => content), newest.hasMore]).toEqual([['h2', 'h3'], true]);
    const older = await page.call('history', { ...here, limit: 1, before: newest.messages[0]!.id });
    expect(older.messages.map(({ content }) => content)).toEqual(['h1']);
  });

  it('type', async () => {
    await page.call('actAs', { as: world.bob.id });
    await page.call('typing', here);
    await page.next('event', ({ as, event }) => as === world.bob.id && event.t === 'TYPING_START');
  });

  it('start a thread on a message, and on nothing', async () => {
    const message = await said('a long story');
    const { channelId } = await page.call('startThread', { ...message, name: 'The story' });
    expect(channelId).toBe(message.messageId);
    const other = await page.call('startThread', { ...here, name: 'Another' });
    await page.next('event', ({ event: { d, t } }) => t === 'THREAD_CREATE' && (d as { id: string }).id === other.channelId);
  });

  it('write a post in a forum', async () => {
    const forum = world.guild.addChannel('recipes', { kind: 'forum' });
    const posted = await page.call('startPost', { ...alice, channelId: forum.id, content: 'Flour and butter.', title: 'Scones' });
    const [first] = (await page.call('history', { ...alice, channelId: posted.channelId })).messages;
    expect(first?.content).toBe('Flour and butter.');
  });

  it('come into a voice channel and leave it', async () => {
    const voice = world.guild.addVoiceChannel('lounge');
    await page.call('joinVoice', { ...alice, channelId: voice.id });
    expect(world.alice.view().guilds[0]?.voice_states).toEqual([expect.objectContaining({ channel_id: voice.id })]);
    await page.call('leaveVoice', { ...alice, guildId: world.guild.id });
    expect(world.alice.view().guilds[0]?.voice_states).toEqual([]);
  });

  it('go online', async () => {
    await page.call('setStatus', { ...alice, status: 'idle' });
    expect(world.bob.view().guilds[0]?.presences).toEqual([expect.objectContaining({ status: 'idle' })]);
  });

  it('come in, with roles, and get others', async () => {
    const [red, blue] = [world.guild.addRole({ name: 'red' }), world.guild.addRole({ name: 'blue' })];
    const carol = await page.call('addPerson', { guildId: world.guild.id, name: 'carol', roles: [red.id] });
    expect(carol.guilds).toEqual([{ id: world.guild.id, name: 'Home', nick: null, roles: [red.id] }]);
    await page.call('setRoles', { guildId: world.guild.id, userId: carol.id, roles: [blue.id] });
    const isBlue = ({ id, guilds }: typeof carol) => id === carol.id && guilds[0]?.roles[0] === blue.id;
    await page.next('people', ({ people }) => people.some(isBlue));
  });
});

describe('people who use the bot', () => {
  it('see which commands there are', async () => {
    const { commands } = await page.call('commands', here);
    expect(commands.map(({ name }) => name).sort()).toEqual(['Quote', 'Wave', 'ask', 'menu', 'silent', 'tea']);
  });

  it('get suggestions while they type', async () => {
    const { answerType, choices } = await page.call('autocomplete', { ...here, name: 'tea', option: 'kind', typed: 'S' });
    expect([answerType, choices?.map(({ name }) => name)]).toEqual([8, ['Sencha']]);
  });

  it('use a slash command, and the menus of a user and a message', async () => {
    await page.call('useCommand', { ...here, name: 'tea', values: { kind: 'Assam' } });
    expect(lastMessage().content).toBe('Assam tea.');
    await page.call('useUserCommand', { ...here, name: 'Wave', userId: world.bob.id });
    expect(lastMessage().content).toBe(`Hello, ${world.bob.mention}!`);
    const message = await said('well said');
    await page.call('useMessageCommand', { ...message, name: 'Quote' });
    expect(lastMessage().content).toBe('> well said');
  });

  it('press a button, whose answer only they see, and choose in a select', async () => {
    await page.call('useCommand', { ...here, name: 'menu' });
    const menu = { ...here, messageId: lastMessage().id };
    const { answerType } = await page.call('press', { ...menu, customId: 'more' });
    expect(answerType).toBe(4);
    const isEphemeral = (d: unknown) => (d as { content: string }).content === 'Only you see this.';
    expect(page.eventsOf(world.alice.id, 'MESSAGE_CREATE').filter(isEphemeral)).toHaveLength(1);
    expect(page.eventsOf(world.bob.id, 'MESSAGE_CREATE').filter(isEphemeral)).toHaveLength(0);
    await page.call('select', { ...menu, customId: 'size', values: ['large'] });
    expect(lastMessage().content).toBe('A large one.');
  });

  it('fill in a form', async () => {
    const { interactionId, modal } = await page.call('useCommand', { ...here, name: 'ask' });
    expect(modal).toMatchObject({ customId: 'form', title: 'Who are you?' });
    await page.call('submit', { ...alice, interactionId, values: { name: 'Ada', picture: [] } });
    expect(lastMessage().content).toBe('Ada, 0 files');
  });

  it('are told that the bot did not answer', async () => {
    const outcome = await page.call('useCommand', { ...here, name: 'silent' });
    expect(outcome.answerType).toBeNull();
    await page.next('event', ({ event: { d, t } }) => t === 'INTERACTION_STATE' && (d as { state: string }).state === 'failed');
  }, 10_000);
});

describe('a call that cannot be done', () => {
  it.each<[string, object, string, string]>([
    ['does not exist', { call: 'sned' }, 'PLAYGROUND_BAD_CALL', 'Did you mean `send`?'],
    ['is a name that every object has', { call: 'toString' }, 'PLAYGROUND_BAD_CALL', 'There is no call "toString"'],
    ['lacks something', { call: 'send', as: '1', channelId: '2' }, 'PLAYGROUND_BAD_CALL', '`content` is missing.'],
    ['has too much', { call: 'actAs', as: '1', loudly: true }, 'PLAYGROUND_BAD_CALL', '`actAs` has no `loudly`.'],
    ['gives a name for an id', { call: 'actAs', as: 'alice' }, 'PLAYGROUND_BAD_CALL', '`as` is "alice". Give an id'],
    ['names nobody', { call: 'actAs', as: '1' }, 'FAKE_REFUSED', '10013'],
    ['names no upload', { call: 'send', content: '', files: [{ upload: 'x' }] }, 'PLAYGROUND_UNKNOWN_THING', 'for one use'],
    ['stops what has not begun', { call: 'record', action: 'stop' }, 'PLAYGROUND_BAD_CALL', 'Nothing is being recorded.'],
    ['moves the time by nobody knows what', { call: 'clock', action: 'advance' }, 'PLAYGROUND_BAD_CALL', '`advance` lacks `ms`.'],
    ['strikes a shard that is not there', { call: 'fault', name: 'drop', shard: 7 }, 'FAKE_SHARD_NOT_CONNECTED', 'Shard 7'],
    ['chooses what is not offered', { call: 'useCommand', name: 'coffee' }, 'FAKE_IMPOSSIBLE_ACT', 'coffee'],
  ])('because it %s, says so', async (_, frame, code, sentence) => {
    const places = 'call' in frame && ['send', 'useCommand'].includes(String(frame.call)) && !('as' in frame) ? here : {};
    const refused = await page.send({ ...places, ...frame }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CallRefused);
    expect((refused as CallRefused).error).toMatchObject({ code, message: expect.stringContaining(sentence) });
  });

  it('because Discord would refuse it, tells Discord’s code', async () => {
    const message = await said('mine');
    const refused = await page.call('edit', { ...message, as: world.bob.id, content: 'yours' }).catch((error: unknown) => error);
    expect((refused as CallRefused).error).toMatchObject({ code: 'FAKE_REFUSED', discordCode: 50005 });
  });

  it('because Discord would refuse it, stands in the timeline with the reason', async () => {
    await page.call('send', { ...here, content: 'x'.repeat(2_001) }).catch(() => undefined);
    const { entries } = await page.call('timeline', { before: Number.MAX_SAFE_INTEGER });
    expect(entries.findLast(({ kind }) => kind === 'act')).toMatchObject({ name: 'send', refusal: expect.stringContaining('content') });
  });

  it('because the bot is no person, says so', async () => {
    await expect(page.call('actAs', { as: world.discord.bot.id })).rejects.toThrow('is a bot');
  });

  it('is not even JSON, and the page goes on', async () => {
    expect(await page.sendText('{')).toMatchObject({ id: null, ok: false, error: { code: 'PLAYGROUND_BAD_CALL' } });
    expect(await page.call('stopActingAs', { as: world.bob.id })).toBeNull();
  });
});
