import { describe, expect, it } from '@jest/globals';
import { transcriptOf } from '../../src/actors/transcript.js';
import { arrangeHome } from '../arrangeHome.js';

describe('a transcript', () => {
  it('tells who said what, and what became of it', () => {
    const { alice, bot, general, messages, reactions, say, world } = arrangeHome();
    const question = say(alice, 'why?');
    const answer = say(bot, { content: 'because', embeds: [{ title: 'x' }], message_reference: { message_id: question } });
    messages.edit(bot.id, general.id, answer, {
      content: 'so',
      allowedMentions: null,
      attachments: undefined,
      components: undefined,
      embeds: [],
      flags: undefined,
    });
    reactions.add(alice.id, { channelId: general.id, messageId: answer, emoji: '👍' });
    messages.delete(alice.id, general.id, question);
    say(bot, { embeds: [{ title: 'x' }] });
    expect(transcriptOf(world, general).split('\n')).toEqual([
      '00:00:00.000 robot [bot]: so (answers a deleted message, edited, 👍×1)',
      '00:00:00.000 robot [bot]:  (embeds: [{"title":"x","type":"rich"}])',
    ]);
  });

  it('shows the last fifty and counts the others', () => {
    const { alice, general, say, world } = arrangeHome();
    for (let count = 1; count <= 53; count += 1) say(alice, String(count));
    const lines = transcriptOf(world, general).split('\n');
    expect([lines.length, lines[0], lines[1]]).toEqual([51, '(3 earlier messages)', '00:00:00.000 alice: 4']);
  });
});
