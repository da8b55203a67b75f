import { expectMessage, FakeDiscord } from '@aplomb/fake-discord';
import { expect, it } from '@jest/globals';
import { startBot } from './startBot.js';

it('does what it did when it was tried out', async () => {
  await using discord = await FakeDiscord.start();
  const readers = discord.addGuild({ name: 'Readers' });
  const alice = readers.addMember('alice');
  const bob = readers.addMember('bob');
  const library = readers.addTextChannel('library');

  await using bot = await startBot(discord);

  await alice.send(library, '!hello');
  await expectMessage(library, { content: 'Hello! Type `/suggest` to suggest a book.' });

  await alice.useCommand(library, 'suggest', { title: 'Middlemarch' });
  const answer = await expectMessage(library, {
    embeds: [{ title: 'Middlemarch', description: 'Nobody would read it yet.' }],
    components: [
      {
        type: 1,
        components: [
          {
            type: 2,
            custom_id: 'read',
            emoji: { name: '📖' },
            label: 'I would read it',
            style: 1,
          },
        ],
      },
    ],
  });

  await bob.press(answer, 'read');
  expect(answer.data).toMatchObject({
    embeds: [{ title: 'Middlemarch', description: '1 would read it.' }],
    components: [
      {
        type: 1,
        components: [
          {
            type: 2,
            custom_id: 'read',
            emoji: { name: '📖' },
            label: 'I would read it',
            style: 1,
          },
        ],
      },
    ],
  });

  await bob.press(answer, 'read');
  await expectMessage(library, { content: 'You said so already.' }, { seenBy: bob });

  const review = await bob.useCommand(library, 'review');
  expect(review.modal).toMatchObject({ customId: `quick:${review.id}`, title: 'Your review' });

  await bob.submit(review.modal, { title: 'Middlemarch', text: 'Long, and worth it.' });
  await expectMessage(library, {
    embeds: [
      {
        title: 'Middlemarch',
        description: 'Long, and worth it.',
        footer: { text: 'reviewed by bob' },
      },
    ],
  });

  await bob.useCommand(library, 'remind', { minutes: 30 });
  await expectMessage(library, { content: 'I shall call you in 30 minutes.' }, { seenBy: bob });

  await discord.advance(1_800_000);
  await expectMessage(library, { content: `<@${bob.id}>, it is time to read.` });

  discord.faults.dropSocket(0);

  await bob.send(library, '!hello');
  await expectMessage(library, { content: 'Hello! Type `/suggest` to suggest a book.' });
});
