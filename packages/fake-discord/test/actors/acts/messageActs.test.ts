import { beforeEach, describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../src/world/forms/messageForm.js';
import { Form } from '../../../src/world/forms/Form.js';
import { shown } from '../../../src/actors/acts/messageActs.js';
import { makeStage } from '../../makeStage.js';
import { arrangePeople } from '../arrangePeople.js';
import type { People } from '../arrangePeople.js';

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

describe('a person who sends', () => {
  it('attaches files, with descriptions and as spoilers', async () => {
    const { alice, general } = people;
    const files = [
      { filename: 'cat.png', data: Buffer.from('meow'), contentType: 'image/png', description: 'A cat' },
      { filename: 'end.txt', data: 'She dies.', isSpoiler: true },
    ];
    const message = await alice.send(general, { files });
    expect(message.data.attachments).toMatchObject([
      { filename: 'cat.png', size: 4, content_type: 'image/png', description: 'A cat' },
      { filename: 'end.txt', size: 9, flags: 8 },
    ]);
  });

  it('attaches files of 10 MiB at most', async () => {
    const { alice, general } = people;
    const send = (bytes: number) => alice.send(general, { files: [{ filename: 'a', data: Buffer.alloc(bytes) }] });
    await expect(send(10_485_761)).rejects.toMatchObject({ refusal: { discordCode: 40005 } });
    await expect(send(10_485_760)).resolves.toBeDefined();
  });

  it('holds a poll, and ends it before its time', async () => {
    const { alice, bob, general } = people;
    const poll = { question: 'Tea?', answers: ['yes', { text: 'no', emoji: '👎' }], durationHours: 1, allowsMany: true };
    const message = await alice.send(general, { poll });
    await bob.vote(message, 'no');
    await expect(bob.endPoll(message)).rejects.toMatchObject({ code: 'FAKE_REFUSED' });
    await alice.endPoll(message);
    expect(message.data.poll).toMatchObject({
      question: { text: 'Tea?' },
      answers: [{ poll_media: { text: 'yes' } }, { poll_media: { text: 'no', emoji: { name: '👎' } } }],
      allow_multiselect: true,
      results: { is_finalized: true, answer_counts: [{ id: 2, count: 1 }] },
    });
  });

  it('answers with a ping, or without one', async () => {
    const { alice, bob, general } = people;
    const question = await alice.send(general, 'Who?');
    const loud = await bob.send(general, { content: 'Me', replyTo: question });
    const quiet = await bob.send(general, { content: 'And me', replyTo: question, pingsAuthor: false });
    expect([loud, quiet].map(({ data }) => data.mentions.map(({ id }) => id))).toEqual([[alice.id], []]);
  });

  it('says it silently, with a nonce that comes back', async () => {
    const { alice, general, home } = people;
    const message = await alice.send(general, { content: 'psst', isSilent: true, nonce: 'n1' });
    expect([message.data.flags, home.events[0]]).toMatchObject([4096, { d: { nonce: 'n1' } }]);
  });
});

describe('a person with a message', () => {
  it('changes what it says, which files stay and whether embeds are shown', async () => {
    const { alice, general } = people;
    const files = ['a.txt', 'b.txt'].map((filename) => ({ filename, data: filename }));
    const message = await alice.send(general, { content: 'two files', files });
    const [, second] = message.data.attachments;
    await alice.edit(message, { content: 'one file', keptFiles: [second!], suppressesEmbeds: true });
    expect(message.data).toMatchObject({ content: 'one file', attachments: [{ filename: 'b.txt' }], flags: 4 });
  });

  it('forwards it, and publishes it', async () => {
    const { alice, boss, general, guild } = people;
    const news = guild.addChannel('news', { kind: 'announcement' });
    const message = await alice.send(general, 'Hear, hear!');
    const copy = await alice.forward(message, news);
    expect(copy.data.message_snapshots).toMatchObject([{ message: { content: 'Hear, hear!' } }]);
    const published = await boss.crosspost(await boss.send(news, 'News!'));
    expect(published.data.flags).toBe(1);
    await expect(alice.crosspost(message)).rejects.toMatchObject({ refusal: { discordCode: 50024 } });
  });

  it('dismisses it only when it is for their own eyes', async () => {
    const { alice, bob, general, home } = people;
    const stage = makeStage(home);
    const own = shown(stage, home.messages.postAs(home.bot, home.general, readDraft(new Form({ content: 'psst' })), {}, alice.id));
    await expect(bob.dismiss(own)).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
    await alice.dismiss(own);
    expect([own.isDeleted, general.messagesSeenBy(alice)]).toEqual([true, []]);
  });
});
