import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDiscord, replay } from '../../src/index.js';
import type { RecordedStory, RecordedStep } from '../../src/index.js';

/** View, send, attach, read the history, use commands, begin threads and write in them. */
const EVERYONE = String(2 ** 10 + 2 ** 11 + 2 ** 15 + 2 ** 16 + 2 ** 31 + 2 ** 35 + 2 ** 38);

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await FakeDiscord.start();
});

afterEach(() => discord.close());

/** What somebody does in a world with everything that can be arranged. */
async function recordHome(): Promise<RecordedStory> {
  await using first = await FakeDiscord.start();
  const guild = first.addGuild({ name: 'Home', botPermissions: ['ManageRoles'] });
  const staff = guild.addRole({ name: 'staff', permissions: ['ManageMessages'] });
  const alice = guild.addMember({ name: 'alice', nick: 'Al', roles: [staff.id] });
  guild.addEmoji('blob');
  const rooms = guild.addChannel('rooms', { kind: 'category' });
  const general = guild.addTextChannel('general', { parent: rooms, topic: 'All', overwrites: [{ id: staff.id, allow: ['PinMessages'] }] });
  await guild.owner.moderate(guild).editRole({ id: guild.id }, { permissions: EVERYONE });
  await guild.owner.moderate(guild).editChannel(general, { nsfw: true });
  first.addUser('stranger');
  first.addCommand({ name: 'tea', description: 'x' }, guild);
  const recording = first.record();
  const message = await alice.send(general, { content: 'hello', files: [{ filename: 'a.txt', data: Buffer.from('hi') }] });
  await alice.pin(message);
  await alice.edit(message, { content: 'hi', keptFiles: [message.data.attachments[0]!] });
  await alice.startThread(message, 'On tea').then((thread) => alice.send(thread, `in <#${thread.id}>`));
  await alice
    .moderate(guild)
    .ban(guild.owner)
    .catch(() => undefined);
  return recording.toJSON();
}

describe('a replay', () => {
  it('arranges the world that was recorded, and does what was done in it', async () => {
    await replay(discord, await recordHome());
    const [guild] = discord.guilds;
    const alice = discord.addUser('alice');
    const view = alice.view().guilds[0]!;
    expect(view).toMatchObject({
      name: 'Home',
      roles: [{ permissions: EVERYONE }, {}, { name: 'staff', permissions: '8192' }],
      emojis: [{ name: 'blob' }],
    });
    expect(view.members.find(({ user }) => user.id === alice.id)).toMatchObject({ nick: 'Al', roles: [view.roles[2]!.id] });
    expect(view.channels).toMatchObject([
      { name: 'rooms' },
      { name: 'general', parent_id: view.channels[0]!.id, topic: 'All', nsfw: true },
      { name: 'On tea' },
    ]);
    expect(guild?.channels[1]?.transcript()).toContain('alice: hi (files: a.txt, edited)');
    const [, , thread] = view.channels;
    expect(alice.messagesIn(discord.directory.channel(thread!.id)).at(-1)?.content).toBe(`in <#${thread!.id}>`);
    expect(alice.commandsIn(guild!.channels[1]!).map(({ name }) => name)).toEqual(['tea']);
  });

  it('takes what is there already, by its name', async () => {
    const story = await recordHome();
    await replay(discord, story);
    const before = discord.guilds[0]!;
    await replay(discord, story);
    expect([discord.guilds.length, discord.guilds[0]!.memberCount, before.channels.length]).toEqual([1, 3, 2]);
  });

  it.each<[string, (step: RecordedStep) => RecordedStep, string]>([
    [
      'was refused and is not',
      (step) => (step.type === 'act' ? { ...step, refusal: { code: 'FAKE_REFUSED', discordCode: 1 } } : step),
      'it was done',
    ],
    ['is nothing that people can do', (step) => (step.type === 'act' ? { ...step, verb: 'fly' } : step), 'there was "fly"'],
  ])('fails by name when an act %s', async (_, change, why) => {
    const story = await recordHome();
    await expect(replay(discord, { ...story, steps: story.steps.map(change) })).rejects.toThrow(why);
  });

  it('fails when a recorded answer of an interaction is another', async () => {
    const story = await recordHome();
    const answer: RecordedStep = { type: 'answer', interactionId: '5', state: 'failed' };
    await expect(replay(discord, { ...story, steps: [answer] })).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
  });
});
