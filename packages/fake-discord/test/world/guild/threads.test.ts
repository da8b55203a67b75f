import { beforeEach, describe, expect, it } from '@jest/globals';
import type { APIThreadChannel } from 'discord-api-types/v10';
import { addChannel } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { readDraft } from '../../../src/world/forms/messageForm.js';
import { outcome } from '../../arrangeHome.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

let home: ApiHome;
let threads: string;

beforeEach(() => {
  home = makeApi({ botPermissions: ['ManageThreads', 'ManageChannels'] });
  threads = `/channels/${home.general.id}/threads`;
});

const start = (body: object = { name: 'talk', type: 11 }) => home.ask(`POST ${threads}`, body).body as APIThreadChannel;
const say = (userId: 'alice' | 'bob' | 'bot', channelId: string) =>
  home.messages.post(home[userId], channelId, readDraft(new Form({ content: 'x' })));

describe('a thread on a message', () => {
  it('has the id of the message, which tells of it', () => {
    const id = home.say(home.alice, 'wise words');
    const thread = home.ask(`POST /channels/${home.general.id}/messages/${id}/threads`, { name: 'On wisdom' });
    expect(thread).toMatchObject({
      status: 201,
      body: { id, type: 11, parent_id: home.general.id, owner_id: home.bot.id, thread_metadata: { archived: false } },
    });
    expect(home.events.slice(1)).toMatchObject([
      { t: 'THREAD_CREATE', d: { id, newly_created: true, member: { user_id: home.bot.id } } },
      { t: 'MESSAGE_UPDATE', d: { id, flags: 32, thread: { id, name: 'On wisdom' } } },
      { t: 'MESSAGE_CREATE', d: { type: 21, channel_id: id } },
    ]);
  });

  it('is the only one there', () => {
    const at = `POST /channels/${home.general.id}/messages/${home.say(home.alice, 'x')}/threads`;
    expect([home.ask(at, { name: 'a' }).status, home.ask(at, { name: 'b' })]).toMatchObject([201, { status: 400, body: { code: 160004 } }]);
  });
});

describe('a thread on nothing', () => {
  it('is private unless it says otherwise, and then told in the channel', () => {
    expect([start({ name: 'secret' }).type, home.told()]).toEqual([12, ['THREAD_CREATE']]);
    expect([start().type, home.told().slice(1)]).toEqual([11, ['THREAD_CREATE', 'MESSAGE_CREATE']]);
    expect(home.general.messages.all().at(-1)?.payload).toMatchObject({ type: 18, content: 'talk' });
  });

  it('is unseen by others while it is private', () => {
    const { id } = start({ name: 'secret' });
    expect(outcome(() => say('alice', id))).toBe('403 50001');
    home.ask(`PUT /channels/${id}/thread-members/${home.alice.id}`);
    expect(outcome(() => say('alice', id))).toBe('done');
  });

  it('is of a kind that its channel has', () => {
    const news = addChannel(home.world, home.guild, { kind: 'announcement', name: 'news' });
    const statuses = (id: string) => [10, 11, 12].map((type) => home.ask(`POST /channels/${id}/threads`, { name: 'x', type }).status);
    expect([statuses(news.id), statuses(home.general.id)]).toEqual([
      [201, 400, 400],
      [400, 201, 201],
    ]);
  });

  it('cannot be on a thread or in a voice channel', () => {
    const voice = addChannel(home.world, home.guild, { kind: 'voice', name: 'v' });
    expect([start().id, voice.id].map((id) => home.ask(`POST /channels/${id}/threads`, { name: 'x', type: 11 }))).toMatchObject([
      { status: 400, body: { code: 50024 } },
      { status: 400, body: { code: 50024 } },
    ]);
  });
});

describe('a post in a forum', () => {
  it('is a thread whose first message has its id', () => {
    const forum = addChannel(home.world, home.guild, { kind: 'forum', name: 'forum' });
    const { available_tags: tags } = home.ask(`PATCH /channels/${forum.id}`, { available_tags: [{ name: 'bug' }] }).body as {
      available_tags: { id: string }[];
    };
    const post = home.ask(`POST /channels/${forum.id}/threads`, {
      name: 'Crash',
      message: { content: 'It broke' },
      applied_tags: [tags[0]!.id],
    });
    const { id } = post.body as { id: string };
    expect(post).toMatchObject({
      status: 201,
      body: { parent_id: forum.id, applied_tags: [tags[0]!.id], message: { id, content: 'It broke', channel_id: id } },
    });
    expect(home.ask(`POST /channels/${forum.id}/messages`, { content: 'x' })).toMatchObject({ status: 400, body: { code: 50008 } });
    expect(home.ask(`POST /channels/${forum.id}/threads`, { name: 'x' })).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { message: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } } },
    });
    expect(home.ask(`POST /channels/${forum.id}/threads`, { name: 'x', message: { content: 'x' }, applied_tags: ['1'] })).toMatchObject({
      body: { code: 10087 },
    });
  });
});

describe('a forum', () => {
  it('has one post at its top', () => {
    const forum = addChannel(home.world, home.guild, { kind: 'forum', name: 'forum' });
    const pin = () => {
      const { id } = home.ask(`POST /channels/${forum.id}/threads`, { name: 'x', message: { content: 'x' } }).body as { id: string };
      return home.ask(`PATCH /channels/${id}`, { flags: 2 });
    };
    expect([pin(), pin()]).toMatchObject([{ status: 200 }, { status: 400, body: { code: 30047 } }]);
  });
});

describe('a forum that requires tags', () => {
  it('takes no post without one', () => {
    const forum = addChannel(home.world, home.guild, { kind: 'forum', name: 'forum' });
    const body = home.ask(`PATCH /channels/${forum.id}`, { available_tags: [{ name: 'bug' }], flags: 16 }).body;
    const tags = (body as { available_tags: { id: string }[] }).available_tags.map(({ id }) => id);
    const post = (applied_tags: string[]) =>
      home.ask(`POST /channels/${forum.id}/threads`, { name: 'x', message: { content: 'x' }, applied_tags });
    expect([post([]), post(tags)]).toMatchObject([{ status: 400, body: { code: 40067 } }, { status: 201 }]);
  });
});

describe('a member of a thread', () => {
  it('comes by writing, and is told to have come', () => {
    const { id } = start();
    say('alice', id);
    expect(home.events.at(-2)).toMatchObject({
      t: 'THREAD_MEMBERS_UPDATE',
      d: { id, member_count: 2, added_members: [{ user_id: home.alice.id }] },
    });
  });

  it('is added, listed and removed', () => {
    const { id } = start();
    const at = `/channels/${id}/thread-members`;
    expect([home.ask(`PUT ${at}/${home.alice.id}`).status, home.ask(`PUT ${at}/1`)]).toMatchObject([
      204,
      { status: 404, body: { code: 10007 } },
    ]);
    expect(home.ask(`GET ${at}`).body).toMatchObject([{ user_id: home.bot.id }, { user_id: home.alice.id }]);
    expect(home.ask(`GET ${at}/${home.alice.id}?with_member=true`).body).toMatchObject({
      user_id: home.alice.id,
      member: { user: home.alice },
    });
    expect([home.ask(`DELETE ${at}/${home.alice.id}`).status, home.ask(`GET ${at}/${home.alice.id}`).status]).toEqual([204, 404]);
    expect(home.events.at(-1)).toMatchObject({ d: { removed_member_ids: [home.alice.id], member_count: 1 } });
  });

  it('is the bot, which leaves and comes back', () => {
    const { id } = start();
    home.events.length = 0;
    home.ask(`DELETE /channels/${id}/thread-members/@me`);
    home.ask(`PUT /channels/${id}/thread-members/@me`);
    expect(home.told()).toEqual(['THREAD_MEMBERS_UPDATE', 'THREAD_CREATE', 'THREAD_MEMBERS_UPDATE']);
  });
});

describe('a thread that is archived', () => {
  it('takes no reactions before it is opened again', () => {
    const { id } = start();
    const messageId = say('alice', id).record.payload.id;
    const react = () => home.ask(`PUT /channels/${id}/messages/${messageId}/reactions/%F0%9F%8E%89/@me`);
    home.ask(`PATCH /channels/${id}`, { archived: true });
    expect(react()).toMatchObject({ status: 400, body: { code: 50083 } });
    home.ask(`PATCH /channels/${id}`, { archived: false });
    expect(react().status).toBe(204);
  });

  it('is in another list, and opens again when somebody writes', () => {
    const { id } = start();
    const listed = () => [
      (home.ask(`GET /guilds/${home.guild.id}/threads/active`).body as { threads: object[] }).threads.length,
      (home.ask(`GET ${threads}/archived/public`).body as { threads: object[] }).threads.length,
    ];
    expect(listed()).toEqual([1, 0]);
    expect(home.ask(`PATCH /channels/${id}`, { archived: true }).body).toMatchObject({ thread_metadata: { archived: true } });
    expect([home.ask(`PATCH /channels/${id}`, { name: 'x' }), listed()]).toMatchObject([{ status: 400, body: { code: 50083 } }, [0, 1]]);
    home.events.length = 0;
    say('alice', id);
    expect([listed(), home.told()]).toEqual([
      [1, 0],
      ['THREAD_UPDATE', 'THREAD_MEMBER_UPDATE', 'THREAD_MEMBERS_UPDATE', 'MESSAGE_CREATE'],
    ]);
  });

  it('stays closed to people when it is locked', () => {
    const { id } = start();
    home.ask(`PATCH /channels/${id}`, { locked: true });
    expect([outcome(() => say('alice', id)), outcome(() => say('bot', id))]).toEqual(['403 160005', 'done']);
    home.ask(`PATCH /channels/${id}`, { archived: true, locked: true });
    expect(outcome(() => say('alice', id))).toBe('400 50083');
    expect(outcome(() => say('bot', id))).toBe('done');
  });

  it('is private in a list of its own', () => {
    const { id } = start({ name: 'secret' });
    home.ask(`PATCH /channels/${id}`, { archived: true });
    const ids = (path: string) =>
      (home.ask(`GET /channels/${home.general.id}/${path}`).body as { threads: { id: string }[] }).threads.map((thread) => thread.id);
    expect(['threads/archived/public', 'threads/archived/private', 'users/@me/threads/archived/private'].map(ids)).toEqual([
      [],
      [id],
      [id],
    ]);
  });
});

describe('a thread that is deleted', () => {
  it('is told with its ids alone', () => {
    const { id } = start();
    expect(home.ask(`DELETE /channels/${id}`)).toMatchObject({ status: 200, body: { id } });
    expect(home.events.at(-1)).toEqual({
      t: 'THREAD_DELETE',
      guildId: home.guild.id,
      d: { id, guild_id: home.guild.id, parent_id: home.general.id, type: 11 },
    });
    expect(home.ask(`GET /channels/${id}`).status).toBe(404);
  });

  it('goes with its channel', () => {
    const { id } = start();
    home.ask(`DELETE /channels/${home.general.id}`);
    expect([home.ask(`GET /channels/${id}`).status, home.guild.threads.size]).toEqual([404, 0]);
  });
});
