import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagePayload } from '../../src/world/messagePayloads.js';
import type { ReactionTarget } from '../../src/world/Reactions.js';
import { arrangeHome, forbid, outcome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';

let home: Home;
let messageId: string;

beforeEach(() => {
  home = arrangeHome();
  messageId = home.say(home.alice, 'react to me');
  home.events.length = 0;
});

function target(emoji: string): ReactionTarget {
  return { channelId: home.general.id, messageId, emoji };
}

function counts(): unknown {
  const record = home.general.messages.get(messageId);
  if (record === undefined) return undefined;
  return messagePayload(home.world, home.general, record).reactions?.map(
    ({ count, emoji, me }) => `${String(emoji.name)} ${String(count)}${me ? ' me' : ''}`,
  );
}

describe('a reaction', () => {
  it('is counted and told with the member and the author', () => {
    home.reactions.add(home.bob.id, target('👍'));
    home.reactions.add(home.bot.id, target('👍'));
    expect(counts()).toEqual(['👍 2 me']);
    expect(home.events[0]).toEqual({
      t: 'MESSAGE_REACTION_ADD',
      guildId: home.guild.id,
      d: {
        burst: false,
        channel_id: home.general.id,
        emoji: { id: null, name: '👍' },
        guild_id: home.guild.id,
        member: expect.objectContaining({ user: home.bob }),
        message_author_id: home.alice.id,
        message_id: messageId,
        type: 0,
        user_id: home.bob.id,
      },
    });
  });

  it('that is there already tells nothing', () => {
    home.reactions.add(home.bob.id, target('👍'));
    home.reactions.add(home.bob.id, target('👍'));
    expect(home.told()).toEqual(['MESSAGE_REACTION_ADD']);
  });

  it.each(['x', '👍👍', 'name:1', ''])('with %p is unknown', (emoji) => {
    expect(
      outcome(() => {
        home.reactions.add(home.bob.id, target(emoji));
      }),
    ).toBe('400 10014');
  });

  it.each(['👍🏽', '🇩🇪', '👩‍💻', '❤️', '❤', '1️⃣'])('with %p is one emoji', (emoji) => {
    expect(
      outcome(() => {
        home.reactions.add(home.bob.id, target(emoji));
      }),
    ).toBe('done');
  });

  it('may join one that is there without the right to add another', () => {
    home.reactions.add(home.alice.id, target('👍'));
    forbid(home.general, home.bob.id, 'AddReactions');
    const of = (emoji: string): string =>
      outcome(() => {
        home.reactions.add(home.bob.id, target(emoji));
      });
    expect([of('👍'), of('👎')]).toEqual(['done', '403 50013']);
  });

  it('needs the right to read history', () => {
    forbid(home.general, home.bob.id, 'ReadMessageHistory');
    expect(
      outcome(() => {
        home.reactions.add(home.bob.id, target('👍'));
      }),
    ).toBe('403 50013');
  });

  it('is one of at most 20 kinds', () => {
    const emojis = Array.from({ length: 21 }, (_, index) => String.fromCodePoint(0x1f600 + index));
    const outcomes = emojis.map((emoji) =>
      outcome(() => {
        home.reactions.add(home.bob.id, target(emoji));
      }),
    );
    expect(outcomes.slice(19)).toEqual(['done', '400 30010']);
  });
});

describe('a reaction that is taken back', () => {
  it('is told without the member, and an emoji without reactions is gone', () => {
    home.reactions.add(home.bob.id, target('👍'));
    home.reactions.remove(home.bob.id, target('👍'), home.bob.id);
    expect([counts(), home.events[1]?.t, home.events[1]?.d]).toEqual([
      undefined,
      'MESSAGE_REACTION_REMOVE',
      expect.not.objectContaining({ member: expect.anything() }),
    ]);
  });

  it('that was not there tells nothing', () => {
    home.reactions.remove(home.bob.id, target('👍'), home.bob.id);
    expect(home.told()).toEqual([]);
  });

  it("is one's own, unless one moderates", () => {
    home.reactions.add(home.bob.id, target('👍'));
    expect(
      outcome(() => {
        home.reactions.remove(home.bot.id, target('👍'), home.bob.id);
      }),
    ).toBe('403 50013');
  });
});

describe('a moderator who clears reactions', () => {
  beforeEach(() => {
    home = arrangeHome({ botPermissions: ['ManageMessages'] });
    messageId = home.say(home.alice, 'x');
    for (const emoji of ['👍', '👎']) home.reactions.add(home.bob.id, target(emoji));
    home.events.length = 0;
  });

  it('clears all of them', () => {
    home.reactions.clear(home.bot.id, home.general.id, messageId);
    expect([counts(), home.events]).toEqual([
      undefined,
      [
        {
          t: 'MESSAGE_REACTION_REMOVE_ALL',
          guildId: home.guild.id,
          d: { channel_id: home.general.id, guild_id: home.guild.id, message_id: messageId },
        },
      ],
    ]);
  });

  it('clears those of one emoji, and tells nothing when there are none', () => {
    home.reactions.clear(home.bot.id, home.general.id, messageId, '👍');
    home.reactions.clear(home.bot.id, home.general.id, messageId, '🎉');
    expect([counts(), home.told()]).toEqual([['👎 1'], ['MESSAGE_REACTION_REMOVE_EMOJI']]);
  });

  it('takes a single one of somebody else', () => {
    home.reactions.remove(home.bot.id, target('👍'), home.bob.id);
    expect(counts()).toEqual(['👎 1']);
  });
});

describe('the users of a reaction', () => {
  it('are listed by id, page by page', () => {
    for (const user of [home.bot, home.bob, home.alice]) home.reactions.add(user.id, target('👍'));
    const list = (after: string | undefined, limit: number) =>
      home.reactions.users(home.bot.id, target('👍'), { after, limit }).map(({ username }) => username);
    expect([list(undefined, 2), list(home.alice.id, 2)]).toEqual([['robot', 'alice'], ['bob']]);
  });
});
