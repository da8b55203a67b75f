import { beforeEach, describe, expect, it } from '@jest/globals';
import { addRole, openDirectChannel, removeMember } from '../../src/world/arrange.js';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft, readEdit } from '../../src/world/forms/messageForm.js';
import { startThreadOn } from '../../src/world/guild/threads.js';
import { setPinned } from '../../src/world/pins.js';
import { arrangeHome, forbid, outcome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';

let home: Home;

beforeEach(() => {
  home = arrangeHome();
});

function edit(editorId: string, messageId: string, body: Record<string, unknown>): void {
  home.messages.edit(editorId, home.general.id, messageId, readEdit(new Form(body)));
}

describe('a message that is posted in a guild', () => {
  it('is kept, and told with its guild and its author as a member', () => {
    const id = home.say(home.alice, 'hello');
    expect(home.general.messages.get(id)?.payload).toMatchObject({ content: 'hello', author: home.alice, type: 0 });
    expect(home.events).toMatchObject([
      { t: 'MESSAGE_CREATE', guildId: home.guild.id, d: { id, guild_id: home.guild.id, channel_type: 0, member: { roles: [] } } },
    ]);
    expect(home.events[0]?.d).not.toHaveProperty('member.user');
  });

  it('tells of each mentioned user as a member', () => {
    home.say(home.alice, `hi <@${home.bob.id}>`);
    expect(home.events).toMatchObject([{ d: { mentions: [{ id: home.bob.id, member: { nick: null } }] } }]);
  });

  it('carries its nonce in the event and nowhere else', () => {
    const id = home.say(home.bot, { content: 'x', nonce: 'n1' });
    expect(home.events).toMatchObject([{ d: { nonce: 'n1' } }]);
    expect(home.general.messages.get(id)?.payload).not.toHaveProperty('nonce');
  });

  it.each<[string, (home: Home) => void, string]>([
    ['in a channel that its author cannot see', ({ general, alice }) => forbid(general, alice.id, 'ViewChannel'), '403 50001'],
    ['where its author may not send', ({ general, alice }) => forbid(general, alice.id, 'SendMessages'), '403 50013'],
    ['by somebody who has left', ({ world, guild, alice }) => removeMember(world, guild, alice.id), '403 50001'],
  ])('is refused %s, and nothing is told', (_, change, expected) => {
    change(home);
    home.events.length = 0;
    expect(outcome(() => home.say(home.alice, 'hello'))).toBe(expected);
    expect([home.general.messages.size, home.told()]).toEqual([0, []]);
  });

  it('needs a permission of its own for embeds and for text to speech', () => {
    forbid(home.general, home.bot.id, 'EmbedLinks');
    expect(outcome(() => home.say(home.bot, { embeds: [{ title: 'x' }] }))).toBe('403 50013');
    expect(outcome(() => home.say(home.bot, { content: 'x', tts: true }))).toBe('403 50013');
  });

  it('pings a role only if anybody may ping it', () => {
    const [open, closed] = [true, false].map((mentionable) => addRole(home.world, home.guild, { name: 'team', mentionable }).id);
    const id = home.say(home.alice, `<@&${String(open)}> <@&${String(closed)}>`);
    expect(home.general.messages.get(id)?.payload.mention_roles).toEqual([open]);
  });

  it('is unknown where there is no channel', () => {
    expect(outcome(() => home.messages.post(home.alice, '1', readDraft(new Form({ content: 'x' }))))).toBe('404 10003');
  });
});

describe('a message that the bot cannot see', () => {
  it('is kept and not told', () => {
    forbid(home.general, home.bot.id, 'ViewChannel');
    home.say(home.alice, 'psst');
    expect([home.general.messages.size, home.told()]).toEqual([1, []]);
  });
});

describe('an answer', () => {
  it('carries what it answers, and pings its author', () => {
    const question = home.say(home.alice, 'why?');
    home.say(home.bot, { content: 'because', message_reference: { message_id: question } });
    expect(home.events[1]?.d).toMatchObject({
      type: 19,
      message_reference: { message_id: question, channel_id: home.general.id, guild_id: home.guild.id },
      referenced_message: { id: question, content: 'why?' },
      mentions: [{ id: home.alice.id }],
    });
  });

  it('to a message that is gone is refused, unless it need not exist', () => {
    const reference = { content: 'x', message_reference: { message_id: '1' } };
    expect(outcome(() => home.say(home.bot, reference))).toBe('400 50035');
    home.say(home.bot, { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } });
    expect(home.events[0]?.d).toMatchObject({ type: 0 });
  });

  it('needs to read what was said before', () => {
    const question = home.say(home.alice, 'why?');
    forbid(home.general, home.bot.id, 'ReadMessageHistory');
    expect(outcome(() => home.say(home.bot, { content: 'x', message_reference: { message_id: question } }))).toBe('403 160002');
  });
});

describe('a nonce that is enforced', () => {
  const body = { content: 'once', nonce: 'n', enforce_nonce: true };

  it('yields the earlier message for some minutes, and tells nothing', () => {
    const first = home.say(home.bot, body);
    home.clock.advance(299_000);
    expect(home.say(home.bot, body)).toBe(first);
    expect(home.told()).toEqual(['MESSAGE_CREATE']);
  });

  it('posts anew after that, and for another author', () => {
    const first = home.say(home.bot, body);
    expect(home.say(home.alice, body)).not.toBe(first);
    home.clock.advance(301_000);
    expect(home.say(home.bot, body)).not.toBe(first);
  });
});

describe('an edit', () => {
  it('changes the content, its mentions and its time, and is told', () => {
    const id = home.say(home.bot, `hi <@${home.alice.id}>`);
    home.clock.advance(1_000);
    edit(home.bot.id, id, { content: 'bye' });
    expect(home.events[1]).toMatchObject({
      t: 'MESSAGE_UPDATE',
      d: {
        id,
        content: 'bye',
        mentions: [],
        edited_timestamp: '2026-01-01T00:00:01.000000+00:00',
        timestamp: '2026-01-01T00:00:00.000000+00:00',
      },
    });
  });

  it('leaves alone what it does not name', () => {
    const id = home.say(home.bot, { content: 'kept', embeds: [{ title: 'old' }] });
    edit(home.bot.id, id, { embeds: [{ title: 'new' }] });
    expect(home.general.messages.get(id)?.payload).toMatchObject({ content: 'kept', embeds: [{ title: 'new' }] });
  });

  it('cannot leave a message empty', () => {
    const id = home.say(home.bot, 'x');
    expect(
      outcome(() => {
        edit(home.bot.id, id, { content: '' });
      }),
    ).toBe('400 50006');
    expect(home.general.messages.get(id)?.payload.content).toBe('x');
  });

  it("cannot change others' text, but a moderator can hide their embeds", () => {
    const guarded = arrangeHome({ botPermissions: ['ManageMessages'] });
    const id = guarded.say(guarded.alice, 'mine');
    const by = (userId: string, body: Record<string, unknown>) =>
      outcome(() => guarded.messages.edit(userId, guarded.general.id, id, readEdit(new Form(body))));
    expect([by(guarded.bot.id, { content: 'x' }), by(guarded.bob.id, { flags: 4 }), by(guarded.bot.id, { flags: 4 })]).toEqual([
      '403 50005',
      '403 50013',
      'done',
    ]);
    expect(guarded.general.messages.get(id)?.payload).toMatchObject({ content: 'mine', flags: 4, edited_timestamp: null });
  });

  it('of the suppression of embeds keeps the other flags', () => {
    const id = home.say(home.bot, { content: 'x', flags: 4096 });
    const flags = [4, 0].map((bits) => {
      edit(home.bot.id, id, { flags: bits });
      return home.general.messages.get(id)?.payload.flags;
    });
    expect(flags).toEqual([4096 | 4, 4096]);
  });

  it('is nothing for what Discord posts itself, nor is a pin, a thread or an answer', () => {
    const { bot, general, guild, messages, say, world } = home;
    const { id } = messages.postSystem(bot, general, 18).record.payload;
    const reference = { content: 'x', message_reference: { message_id: id } };
    expect([
      outcome(() => messages.edit(bot.id, general.id, id, readEdit(new Form({ content: 'x' })))),
      outcome(() => {
        setPinned(world, messages, guild.ownerId, { channelId: general.id, messageId: id, isPinned: true });
      }),
      outcome(() => startThreadOn(world, messages, { userId: bot.id, reason: null }, general.id, id, new Form({ name: 'x' }))),
      outcome(() => say(bot, reference)),
    ]).toEqual(['403 50021', '403 50021', '403 50021', '400 50035']);
  });

  it('of a message that is gone is unknown', () => {
    expect(
      outcome(() => {
        edit(home.bot.id, '1', { content: 'x' });
      }),
    ).toBe('404 10008');
  });
});

describe('a deletion', () => {
  it('takes the message away and tells its ids only', () => {
    const id = home.say(home.alice, 'x');
    home.messages.delete(home.alice.id, home.general.id, id);
    expect(home.events[1]).toMatchObject({ t: 'MESSAGE_DELETE', d: { id, channel_id: home.general.id, guild_id: home.guild.id } });
    expect(home.general.messages.get(id)).toBeUndefined();
  });

  it("of others' messages is a moderator's", () => {
    const id = home.say(home.alice, 'x');
    expect(
      outcome(() => {
        home.messages.delete(home.bob.id, home.general.id, id);
      }),
    ).toBe('403 50013');
    const guarded = arrangeHome({ botPermissions: ['ManageMessages'] });
    const other = guarded.say(guarded.alice, 'x');
    expect(
      outcome(() => {
        guarded.messages.delete(guarded.bot.id, guarded.general.id, other);
      }),
    ).toBe('done');
  });
});

describe('history', () => {
  it('is empty for those who may not read it, and single messages are closed to them', () => {
    const id = home.say(home.alice, 'x');
    forbid(home.general, home.bot.id, 'ReadMessageHistory');
    expect(home.messages.list(home.bot.id, home.general.id, { limit: 5 })).toEqual([]);
    expect(outcome(() => home.messages.read(home.bot.id, home.general.id, id))).toBe('403 50001');
  });
});

describe('a direct channel', () => {
  it('belongs to no guild, and to nobody else', () => {
    const channel = openDirectChannel(home.world, home.alice);
    home.messages.post(home.alice, channel.id, readDraft(new Form({ content: 'hi' })));
    expect(home.events).toMatchObject([{ t: 'MESSAGE_CREATE', guildId: null, d: { channel_type: 1 } }]);
    expect(home.events[0]?.d).not.toHaveProperty('guild_id');
    expect(outcome(() => home.messages.post(home.bob, channel.id, readDraft(new Form({ content: 'hi' }))))).toBe('403 50001');
  });

  it('is closed to a bot that shares no guild with the person', () => {
    const channel = openDirectChannel(home.world, home.alice);
    removeMember(home.world, home.guild, home.alice.id);
    expect(outcome(() => home.messages.post(home.bot, channel.id, readDraft(new Form({ content: 'hi' }))))).toBe('403 50278');
  });

  it("lets nobody touch the other's messages", () => {
    const channel = openDirectChannel(home.world, home.alice);
    const { record } = home.messages.post(home.alice, channel.id, readDraft(new Form({ content: 'hi' })));
    expect(
      outcome(() => {
        home.messages.delete(home.bot.id, channel.id, record.payload.id);
      }),
    ).toBe('403 50003');
    expect(outcome(() => home.messages.edit(home.bot.id, channel.id, record.payload.id, readEdit(new Form({ flags: 4 }))))).toBe(
      '403 50005',
    );
  });
});

describe('many messages that are deleted at once', () => {
  const clerk = (): Home => arrangeHome({ botPermissions: ['ManageMessages'] });

  it('are gone, and told of in one event', () => {
    const { alice, bot, events, general, guild, messages, say, world } = clerk();
    const ids = [say(alice, 'a'), say(alice, 'b'), say(alice, 'c')];
    messages.deleteMany(bot.id, general.id, [...ids.slice(0, 2), ids[0]!, world.snowflakes.next()]);
    expect(general.messages.all().map(({ payload }) => payload.content)).toEqual(['c']);
    expect(events.at(-1)).toEqual({
      t: 'MESSAGE_DELETE_BULK',
      guildId: guild.id,
      d: { ids: ids.slice(0, 2), channel_id: general.id, guild_id: guild.id },
    });
  });

  it('that are gone already are no event', () => {
    const { bot, general, messages, told, world } = clerk();
    messages.deleteMany(bot.id, general.id, [world.snowflakes.next(), world.snowflakes.next()]);
    expect(told()).toEqual([]);
  });

  it.each([
    ['fewer than two', 1, 0, '400 50016'],
    ['more than a hundred', 101, 0, '400 50016'],
    ['older than fourteen days', 2, 14 * 86_400_000 + 1, '400 50034'],
  ])('are refused when they are %s', (_, count, laterMs, expected) => {
    const { alice, bot, clock, general, messages, say } = clerk();
    const ids = Array.from({ length: count }, () => say(alice, 'x'));
    clock.advance(laterMs);
    const removal = (): void => {
      messages.deleteMany(bot.id, general.id, ids);
    };
    expect(outcome(removal)).toBe(expected);
  });

  it('need a permission, and a guild', () => {
    const { alice, bot, general, messages, world } = clerk();
    const removal = (userId: string, channelId: string) => (): void => {
      messages.deleteMany(userId, channelId, ['1', '2']);
    };
    expect(outcome(removal(alice.id, general.id))).toBe('403 50013');
    expect(outcome(removal(bot.id, openDirectChannel(world, alice).id))).toBe('403 50003');
  });
});
