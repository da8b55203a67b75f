import { beforeEach, describe, expect, it } from '@jest/globals';
import { Recording } from '../../src/recording/Recording.js';
import { makeStage } from '../makeStage.js';
import { arrangePeople } from '../actors/arrangePeople.js';
import type { People } from '../actors/arrangePeople.js';
import { Guild } from '../../src/actors/Guild.js';
import { User } from '../../src/actors/User.js';
import type { Stage } from '../../src/actors/Stage.js';
import { Channel } from '../../src/actors/Channel.js';

let alice: User;
let general: Channel;
let guild: Guild;
let people: People;
let stage: Stage;

beforeEach(() => {
  people = arrangePeople();
  stage = makeStage(people.home);
  alice = new User(stage, people.home.alice);
  general = new Channel(stage, people.home.general);
  guild = new Guild(stage, people.home.guild);
});

/** The lines of the test that is written of what happens. */
async function linesOf(happen: () => Promise<unknown>): Promise<readonly string[]> {
  const recording = new Recording(stage);
  await happen().catch(() => undefined);
  recording.stop();
  await alice.send(general, 'not recorded');
  return recording
    .toTest()
    .split('\n')
    .map((line) => line.trim());
}

describe('a test that is written of a recording', () => {
  it('leaves acts out that do not matter', async () => {
    const recording = new Recording(stage);
    await alice.startTyping(general);
    await alice.send(general, 'hello');
    expect(recording.toTest()).toContain('startTyping');
    const shortened = recording.toTest({ leaveOut: ['startTyping'] });
    expect([shortened.includes('startTyping'), shortened.includes('hello')]).toEqual([false, true]);
  });

  it('arranges the whole world, and names only what it uses', async () => {
    const helper = guild.addRole({ name: 'helper', mentionable: true });
    guild.addMember({ name: 'Carol', nick: 'C', roles: [helper.id] });
    const rooms = guild.addChannel('rooms', { kind: 'category' });
    guild.addVoiceChannel('lounge', { parent: rooms, userLimit: 5 });
    guild.addEmoji('blob');
    await guild.owner.moderate(guild).editRole({ id: guild.id }, { permissions: '3072' });
    await guild.owner.moderate(guild).editChannel(general, { nsfw: true });
    const lines = await linesOf(() => Promise.resolve());
    for (const line of [
      "const home = discord.addGuild({ name: 'Home' });",
      "const helper = home.addRole({ name: 'helper', position: 2, mentionable: true });",
      "home.addMember({ name: 'Carol', nick: 'C', roles: [helper.id] });",
      "home.addEmoji('blob');",
      "const rooms = home.addChannel('rooms', { kind: 'category' });",
      "home.addChannel('lounge', { kind: 'voice', parent: rooms, userLimit: 5 });",
      "await home.owner.moderate(home).editRole({ id: home.id }, { permissions: '3072' });",
      'await home.owner.moderate(home).editChannel(general, { nsfw: true });',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.filter((line) => line.includes('expect'))).toEqual([]);
  });

  it('does as people did, with their names for things', async () => {
    const lines = await linesOf(async () => {
      const message = await alice.send(general, 'a');
      await alice.react(message, '👍');
      const thread = await alice.startThread(message, 'On tea');
      await alice.send(thread, `in ${thread.id}`);
      await alice.send(general, { content: 'b', replyTo: message });
      await alice.setNickname(guild, null);
      await alice.moderate(guild, 'rude').kick(people.bob);
    });
    for (const line of [
      "const message = await alice.send(general, 'a');",
      "await alice.react(message, '👍');",
      "const onTea = await alice.startThread(message, 'On tea');",
      'await alice.send(onTea, `in ${message.id}`);',
      "await alice.send(general, { content: 'b', replyTo: message });",
      'await alice.setNickname(home, null);',
      "await expect(alice.moderate(home, 'rude').kick(bob)).rejects.toMatchObject({ code: 'FAKE_REFUSED', refusal: { discordCode: 50013 } });",
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.join('\n')).not.toContain('not recorded');
  });

  it('gives what is edited no second variable', async () => {
    const lines = await linesOf(async () => {
      const message = await alice.send(general, 'a');
      await alice.edit(message, 'b');
      await alice.edit(await alice.send(general, { files: [{ filename: 'a.txt', data: 'hi' }] }), 'c');
    });
    expect(lines.filter((line) => line.includes('alice.'))).toEqual([
      "const message = await alice.send(general, 'a');",
      "await alice.edit(message, 'b');",
      expect.stringMatching(/^const message2 = await alice\.send\(general, \{/),
      "await alice.edit(message2, 'c');",
    ]);
  });

  it('moves time and lets things go wrong as it was done, as far as a test can say it', async () => {
    const lines = await linesOf(async () => {
      stage.advances.tell(60_000);
      stage.strikes.tell({ name: 'rateLimit', args: ['POST /channels/:id/messages', { limit: 1 }] });
      stage.strikes.tell({ name: 'when', args: ['READY', () => undefined] });
      await Promise.resolve();
    });
    expect(lines).toContain('await discord.advance(60_000);');
    expect(lines).toContain("discord.faults.rateLimit('POST /channels/:id/messages', { limit: 1 });");
    expect(lines.join('\n')).not.toContain('READY');
  });

  it('leaves out, with a word about it, what is about something from before', async () => {
    const before = await alice.send(general, 'old');
    const lines = await linesOf(() => alice.edit(before, 'new'));
    expect(lines).toContain(`// Left out (edit): it is about ${before.id}, which was there before the recording began.`);
  });
});
