import { FakeDiscord } from '../../src/index.js';
import type { RecordedStory } from '../../src/index.js';
import { startBot } from './ParrotBot.js';

/** Records what people do with the parrot in a world with roles, overwrites, a tag and a private conversation. */
export async function recordParrot(): Promise<{ readonly story: RecordedStory; readonly test: string }> {
  await using discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({ name: 'Home', botPermissions: ['ManageMessages'] });
  const staff = guild.addRole({ name: 'staff', permissions: ['KickMembers'] });
  const [general, alice] = [guild.addTextChannel('general', { topic: 'All and sundry' }), guild.addMember('alice')];
  const bob = guild.addMember({ name: 'Bob B', roles: [staff.id] });
  guild.addTextChannel('staff', {
    overwrites: [
      { id: guild.id, deny: ['ViewChannel'] },
      { id: staff.id, allow: ['ViewChannel'] },
    ],
  });
  const type = { type: 3, name: 'drink', description: 'x', autocomplete: true } as const;
  discord.addCommand({ name: 'think', description: 'Thinks', options: [type] });
  const bot = await startBot(discord);
  const recording = discord.record();

  await alice.send(general, '!like');
  await bob.send(general, `!say hello ${alice.mention}`);
  const press = await alice.press(general.lastMessage!, 'more');
  await alice.submit(press.modal, { name: 'Ada' });
  await alice.autocomplete(general, 'think', 'drink', 'te');
  await alice.useCommand(general, 'think', { drink: 'tea' });
  await alice.send(general, '!when');
  await alice.send(general, { content: 'look', files: [{ filename: 'a.txt', data: Buffer.from('hi') }] });
  await alice
    .moderate(guild, 'rude')
    .kick(bob)
    .catch(() => undefined);
  await alice.sendDirect('!say just you');
  await discord.advance(60_000);

  recording.stop();
  bot.close();
  return {
    story: JSON.parse(JSON.stringify(recording)) as RecordedStory,
    test: recording.toTest({ startBotFrom: './ParrotBot.js', title: 'does what the parrot did when it was recorded' }),
  };
}
