import { expectMessage, FakeDiscord } from '@aplomb/fake-discord';
import { expect, it } from '@jest/globals';
import { startBot } from './ParrotBot.js';

it('does what the parrot did when it was recorded', async () => {
  await using discord = await FakeDiscord.start();
  const home = discord.addGuild({ name: 'Home', botPermissions: ['ManageMessages'] });
  const staff = home.addRole({ name: 'staff', position: 1, permissions: ['KickMembers'] });
  const alice = home.addMember('alice');
  const bobB = home.addMember({ name: 'Bob B', roles: [staff.id] });
  const general = home.addTextChannel('general', { topic: 'All and sundry' });
  home.addTextChannel('staff', {
    overwrites: [
      { id: home.id, deny: ['ViewChannel'] },
      { id: staff.id, allow: ['ViewChannel'] },
    ],
  });
  discord.addCommand({
    name: 'think',
    description: 'Thinks',
    options: [{ type: 3, name: 'drink', description: 'x', autocomplete: true }],
  });

  await using bot = await startBot(discord);

  const message = await alice.send(general, '!like');
  expect(message.reactions).toMatchObject({ '👍': expect.any(Number) });

  await bobB.send(general, `!say hello <@${alice.id}>`);
  const answer = await expectMessage(general, {
    content: `hello <@${alice.id}>!`,
    components: [{ type: 1, components: [{ type: 2, custom_id: 'more', label: 'More', style: 1 }] }],
  });

  const more = await alice.press(answer, 'more');
  expect(more.modal).toMatchObject({ customId: 'form', title: 'Who?' });

  await alice.submit(more.modal, { name: 'Ada' });
  await expectMessage(general, { content: 'Thank you' }, { seenBy: alice });

  const think = await alice.autocomplete(general, 'think', 'drink', 'te');
  expect(think.choices).toMatchObject([{ name: 'Tea', value: 'tea' }]);

  await alice.useCommand(general, 'think', { drink: 'tea' });
  await expectMessage(general, { embeds: [{ title: 'Thought', color: 255 }] });

  await alice.send(general, '!when');
  await expectMessage(general, { content: expect.stringMatching(/^<@\d+>: <t:-?\d+:R>$/) });

  await alice.send(general, { content: 'look', files: [{ filename: 'a.txt', data: Buffer.from('aGk=', 'base64') }] });

  await expect(alice.moderate(home, 'rude').kick(bobB)).rejects.toMatchObject({ code: 'FAKE_REFUSED', refusal: { discordCode: 50013 } });

  await alice.sendDirect('!say just you');
  await expectMessage(alice.directChannel, {
    content: 'just you!',
    components: [{ type: 1, components: [{ type: 2, custom_id: 'more', label: 'More', style: 1 }] }],
  });

  await discord.advance(60_000);
});
