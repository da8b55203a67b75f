import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../../src/structures/message/Message.js';
import { answeringHome } from '../deeds.js';
import { home } from '../home.js';
import { readings, untold } from '../readings.js';
import { ATTACHMENT, BOT, EMBED, MESSAGE, POLL, REACTION, SNAPSHOT } from '../samples.js';

const message = (data: object = {}): Message => home().views.message({ ...MESSAGE, ...data } as never);

describe('what stands in a message', () => {
  const { attachments, embeds, messageSnapshots, poll, reactions, stickerItems } = message();

  it.each([
    ['an attachment', attachments[0], ATTACHMENT],
    ['an embed', embeds[0], EMBED],
    ['a sticker', stickerItems[0], MESSAGE.sticker_items[0]],
    ['a reaction', reactions[0], REACTION],
    ['a poll', poll, POLL],
    ['a copy of a message', messageSnapshots[0], SNAPSHOT.message],
  ])('tells every field: %s', (_, view, payload) => {
    expect(untold(view!, payload!)).toEqual([]);
  });

  it('is told in camelCase, with dates and users', () => {
    expect(readings(attachments[0]!)).toMatchObject({
      ...{ id: '70', filename: 'cat.png', title: 'A cat', contentType: 'image/png', durationSecs: 2.5, isSpoiler: true, size: 1_024 },
      ...{ clipParticipants: ['User 10'], clipCreatedAt: '2026-01-05T00:00:00.000Z', placeholderVersion: 1, height: 20, width: 30 },
    });
    expect(readings(embeds[0]!)).toMatchObject({
      ...{
        color: 255,
        timestamp: '2026-01-04T00:00:00.000Z',
        footer: { text: 'The end', iconUrl: 'https://i' },
        image: { proxyUrl: 'https://p' },
      },
      fields: [{ name: 'a', value: 'b', inline: true }],
    });
    expect(readings(stickerItems[0]!)).toMatchObject({ name: 'Wave', url: 'https://media.discordapp.net/stickers/90.gif' });
    expect(readings(reactions[0]!)).toMatchObject({ count: 3, countDetails: { burst: 1, normal: 2 }, me: true, burstColors: ['#ff0000'] });
    expect(readings(poll!)).toMatchObject({
      ...{ question: 'Tea?', expiry: '2026-01-09T00:00:00.000Z', allowMultiselect: true, layoutType: 1, isFinalized: true },
      ...{ results: { isFinalized: true, answerCounts: [{ id: 1, count: 2, meVoted: true }] } },
      answers: [
        { id: 1, text: 'Yes', emoji: { name: '🫖' } },
        { id: 2, text: 'No', emoji: null },
      ],
    });
    expect(readings(messageSnapshots[0]!)).toMatchObject({
      content: MESSAGE.content,
      timestamp: '2026-01-02T00:00:00.000Z',
      flags: 41_025,
    });
  });

  it('is nothing where Discord left it out', () => {
    const bare = message({ attachments: [{ id: '70', filename: 'SPOILER_a.txt', size: 1, url: '', proxy_url: '' }], embeds: [{}] });
    expect(readings(bare.attachments[0]!)).toMatchObject({
      ...{
        title: null,
        contentType: null,
        height: null,
        waveform: null,
        ephemeral: false,
        flags: 0,
        isSpoiler: true,
        clipParticipants: [],
      },
      application: null,
    });
    const copy = message({
      message_snapshots: [{ message: { content: 'a', timestamp: MESSAGE.timestamp, mention_roles: [], mentions: [] } }],
    });
    expect(readings(copy.messageSnapshots[0]!)).toMatchObject({
      ...{ attachments: [], components: [], editedTimestamp: null, embeds: [], flags: 0, stickerItems: [] },
    });
    expect(copy.messageSnapshots[0]!.mentions.everyone).toBe(false);
    const open = message({
      poll: { question: {}, answers: [{ answer_id: 1, poll_media: {} }], expiry: null, allow_multiselect: false, layout_type: 1 },
    });
    expect(readings(open.poll!)).toMatchObject({
      question: '',
      expiry: null,
      results: null,
      isFinalized: false,
      answers: [{ text: null, emoji: null }],
    });
    expect(message({ sticker_items: [{ id: '90', name: 'Wave', format_type: 1 }] }).stickerItems[0]?.url).toMatch(/90\.png$/);
    expect(readings(bare.embeds[0]!)).toEqual({
      ...{ author: null, color: null, description: null, fields: [], flags: 0, footer: null, image: null, provider: null },
      ...{ thumbnail: null, timestamp: null, title: null, type: null, url: null, video: null },
    });
  });
});

describe('a poll', () => {
  it('counts nothing for an answer without votes, and nothing is known before the votes are', () => {
    const votes = (results: object | undefined) =>
      message({ poll: { ...POLL, results } }).poll!.answers.map(({ meVoted, voteCount }) => [voteCount, meVoted]);
    expect(votes(POLL.results)).toEqual([
      [2, true],
      [0, false],
    ]);
    expect(votes(undefined)).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  it('is ended, and tells who voted, through its message', async () => {
    const { calls, views } = answeringHome();
    const { poll } = views.message(MESSAGE as never);
    await poll!.end();
    await poll!.answers[1]!.fetchVoters({ limit: 3 });
    expect(calls).toEqual([
      ['polls.end', '2', '30'],
      ['polls.answerVoters', '2', '30', 2, { limit: 3 }],
    ]);
  });
});

describe('a reaction', () => {
  it('is told who it is by, and taken away, through its message', async () => {
    const { calls, views } = answeringHome();
    const [reaction] = views.message(MESSAGE as never).reactions;
    await reaction!.fetchUsers({ limit: 3 });
    await reaction!.remove('9');
    await reaction!.removeAll();
    expect(calls.map(([method, ...args]) => [method, args[2]])).toEqual([
      ['channels.reactionUsers', 'mm:80'],
      ['channels.deleteUserReaction', 'mm:80'],
      ['channels.deleteAllReactionsForEmoji', 'mm:80'],
    ]);
  });
});

describe('the mentions of a message', () => {
  const { mentions } = message();

  it('are users, members, roles and channels, as far as they are known', () => {
    expect([mentions.users.map(({ id }) => id), mentions.members.map(({ userId }) => userId)]).toEqual([['9', '11'], ['9']]);
    expect([mentions.roleIds, mentions.roles.map(({ name }) => name), mentions.everyone]).toEqual([['5', '78'], ['Helpers'], true]);
    expect(mentions.channels.map((channel) => [channel.id, channel.type])).toEqual([
      ['2', 0],
      ['77', undefined],
    ]);
  });

  it('can be asked for one user', () => {
    expect([mentions.has('9'), mentions.has({ id: '8' }), mentions.me]).toEqual([true, false, false]);
    expect(message({ mentions: [BOT] }).mentions.me).toBe(true);
  });

  it('have no members and no roles in a direct message', () => {
    const direct = message({ guild_id: undefined, channel_id: '50' }).mentions;
    expect([direct.users.length, direct.members, direct.roles]).toEqual([2, [], []]);
  });
});

describe('the text of a message', () => {
  it('is repeated without pinging anybody', () => {
    const content = '<@9>, <@11>, <@12>: <#2>, <#77>, <@&5> @everyone';
    expect(message({ content }).contentSafe()).toBe('@Al, @bob, @invalid-user: #general, #deleted-channel, @Helpers @\u200beveryone');
    expect(message({ content, guild_id: undefined, channel_id: '50' }).contentSafe({ channels: false })).toBe(
      '@Alice, @bob, @invalid-user: <#2>, <#77>, @deleted-role @\u200beveryone',
    );
  });
});
