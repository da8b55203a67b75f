import { describe, expect, it } from '@jest/globals';
import { Message } from '../../src/actors/Message.js';
import { arrangeHome } from '../arrangeHome.js';

describe('a message that somebody holds', () => {
  it('shows its present state, and its last one when it is gone', () => {
    const { alice, general, messages, reactions, say, world } = arrangeHome();
    const id = say(alice, 'before');
    const payload = general.messages.get(id)?.payload;
    if (payload === undefined) throw new TypeError('the message was not kept');
    const message = new Message(world, payload);
    messages.edit(alice.id, general.id, id, {
      content: 'after',
      allowedMentions: null,
      attachments: undefined,
      components: undefined,
      embeds: undefined,
      flags: undefined,
    });
    reactions.add(alice.id, { channelId: general.id, messageId: id, emoji: '👍' });
    expect([message.content, message.reactions, message.isDeleted]).toEqual(['after', { '👍': 1 }, false]);
    messages.delete(alice.id, general.id, id);
    expect([message.content, message.authorId, message.isDeleted]).toEqual(['after', alice.id, true]);
  });
});
