import { beforeEach, describe, expect, it } from '@jest/globals';
import { addMember, findOrAddUser } from '../../src/world/arrange.js';
import { forbid, outcome } from '../arrangeHome.js';
import { makeApi } from '../rest/makeApi.js';
import type { ApiHome } from '../rest/makeApi.js';

let home: ApiHome;
let messageId: string;

const poll = (more: object = {}) => ({
  poll: { question: { text: 'Tea?' }, answers: ['yes', 'no'].map((text) => ({ poll_media: { text } })), ...more },
});

beforeEach(() => {
  home = makeApi();
  messageId = home.say(home.bot, poll());
});

const vote = (userId: string, ...answers: string[]) => {
  home.polls.vote(userId, home.general.id, messageId, answers);
};
const read = (): unknown => (home.ask(`GET /channels/${home.general.id}/messages/${messageId}`).body as { poll: unknown }).poll;

describe('a poll', () => {
  it('is told with its answers, and ends after a day', () => {
    expect(home.events[0]?.d).toMatchObject({
      poll: {
        question: { text: 'Tea?' },
        answers: [{ answer_id: 1, poll_media: { text: 'yes' } }, { answer_id: 2 }],
        allow_multiselect: false,
        results: { is_finalized: false, answer_counts: [] },
      },
    });
    home.clock.advance(24 * 3_600_000);
    expect(read()).toMatchObject({ results: { is_finalized: true } });
    expect(
      outcome(() => {
        vote(home.alice.id, 'yes');
      }),
    ).toBe('400 520001');
  });

  it('stays as it was begun, but for its flags', () => {
    const at = `PATCH /channels/${home.general.id}/messages/${messageId}`;
    expect(home.ask(at, { content: 'Coffee?' })).toMatchObject({ status: 400, body: { code: 520003 } });
    expect(home.ask(at, { flags: 4 }).status).toBe(200);
  });

  it('counts each vote once and tells of it', () => {
    vote(home.alice.id, 'yes');
    vote(home.alice.id, 'yes');
    expect(home.events.slice(1)).toMatchObject([
      { t: 'MESSAGE_POLL_VOTE_ADD', d: { user_id: home.alice.id, message_id: messageId, answer_id: 1, guild_id: home.guild.id } },
    ]);
    expect(read()).toMatchObject({ results: { answer_counts: [{ id: 1, count: 1, me_voted: false }] } });
  });

  it('lets people change their minds, and their votes be taken back', () => {
    vote(home.alice.id, 'yes');
    vote(home.alice.id, 'no');
    vote(home.alice.id);
    expect(home.events.slice(2).map(({ t, d }) => [t, (d as { answer_id: number }).answer_id])).toEqual([
      ['MESSAGE_POLL_VOTE_REMOVE', 1],
      ['MESSAGE_POLL_VOTE_ADD', 2],
      ['MESSAGE_POLL_VOTE_REMOVE', 2],
    ]);
  });

  it('takes several answers only where it says so', () => {
    expect(() => vote(home.alice.id, 'yes', 'no')).toThrow('Only one answer');
    messageId = home.say(home.bot, poll({ allow_multiselect: true }));
    vote(home.alice.id, 'yes', 'no');
    expect(read()).toMatchObject({ results: { answer_counts: [{ count: 1 }, { count: 1 }] } });
    expect(() => vote(home.alice.id, 'maybe')).toThrow('There is "yes", "no".');
  });

  it('lists who chose an answer, in pages', () => {
    const carol = addMember(home.world, home.guild, findOrAddUser(home.world, 'carol')).user;
    for (const { id } of [home.bob, home.alice, carol]) vote(id, 'yes');
    const at = `GET /channels/${home.general.id}/polls/${messageId}/answers`;
    expect(home.ask(`${at}/1`).body).toEqual({ users: [home.alice, home.bob, carol] });
    expect(home.ask(`${at}/1?limit=1&after=${home.alice.id}`).body).toEqual({ users: [home.bob] });
    expect(home.ask(`${at}/7`).status).toBe(404);
  });

  it('is ended early by who began it, with a message of its results', () => {
    vote(home.alice.id, 'yes');
    const at = `POST /channels/${home.general.id}/polls/${messageId}/expire`;
    expect(home.ask(at)).toMatchObject({ status: 200, body: { poll: { results: { is_finalized: true } } } });
    expect(home.told().slice(2)).toEqual(['MESSAGE_UPDATE', 'MESSAGE_CREATE']);
    expect(home.general.messages.all().at(-1)?.payload).toMatchObject({ type: 46, message_reference: { message_id: messageId } });
    expect(home.ask(at)).toMatchObject({ status: 400, body: { code: 520001 } });
    messageId = home.say(home.alice, poll());
    expect(outcome(() => home.polls.expire(home.bot.id, home.general.id, messageId))).toBe('403 50005');
    expect(outcome(() => home.polls.expire(home.alice.id, home.general.id, home.say(home.alice, 'x')))).toBe('400 520006');
  });

  it('ends when its time has come, once, with a message of its results', () => {
    const [tea, early] = [messageId, home.say(home.alice, poll({ duration: 1 }))];
    home.polls.expire(home.alice.id, home.general.id, early);
    vote(home.alice.id, 'no');
    const before = home.events.length;
    home.clock.advance(23 * 3_600_000);
    expect(home.events).toHaveLength(before);
    home.clock.advance(3_600_000);
    expect(home.events.slice(before)).toMatchObject([
      { t: 'MESSAGE_UPDATE', d: { id: tea, poll: { results: { is_finalized: true, answer_counts: [{ id: 2, count: 1 }] } } } },
      { t: 'MESSAGE_CREATE', d: { type: 46, author: home.bot, message_reference: { message_id: tea } } },
    ]);
  });

  it('does not end when it was deleted', () => {
    home.messages.delete(home.bot.id, home.general.id, messageId);
    home.clock.advance(48 * 3_600_000);
    expect(home.told()).toEqual(['MESSAGE_CREATE', 'MESSAGE_DELETE']);
  });

  it.each([
    [
      'who has won',
      ['yes'],
      { victor_answer_votes: '1', total_votes: '1', victor_answer_id: '1', victor_answer_text: 'yes', victor_answer_emoji_name: '🍵' },
    ],
    ['a draw', ['yes', 'no'], { victor_answer_votes: '1', total_votes: '2' }],
    ['no vote', [], { victor_answer_votes: '0', total_votes: '0' }],
  ])('tells %s', (_, votes, expected) => {
    const answers = [{ poll_media: { text: 'yes', emoji: { name: '🍵' } } }, { poll_media: { text: 'no' } }];
    messageId = home.say(home.alice, poll({ answers }));
    for (const [index, answer] of votes.entries()) vote([home.alice, home.bob][index]?.id ?? '', answer);
    home.polls.expire(home.alice.id, home.general.id, messageId);
    const fields = home.general.messages.all().at(-1)?.payload.embeds[0]?.fields ?? [];
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({ poll_question_text: 'Tea?', ...expected });
  });

  it.each([
    [{ question: {} }, 'question'],
    [{ answers: [] }, 'answers'],
    [{ answers: Array.from({ length: 11 }, () => ({ poll_media: { text: 'x' } })) }, 'answers'],
    [{ duration: 769 }, 'duration'],
    [{ answers: [{ poll_media: { text: 'x'.repeat(56) } }] }, 'answers'],
  ])('is refused with %j', (more, field) => {
    const reply = home.ask(`POST /channels/${home.general.id}/messages`, poll(more));
    expect(reply).toMatchObject({ status: 400, body: { code: 50035, errors: { poll: { [field]: expect.anything() } } } });
  });

  it('needs a permission of its own', () => {
    forbid(home.general, home.bot.id, 'SendPolls');
    expect(outcome(() => home.say(home.bot, poll()))).toBe('403 50013');
  });
});
