import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel, addRole, openDirectChannel } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { editChannel } from '../../../src/world/guild/channels.js';
import { joinVoice } from '../../../src/world/voice.js';
import { outcome } from '../../arrangeHome.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

let home: ApiHome;
let at: string;
let channels: string;

beforeEach(() => {
  home = makeApi({ botPermissions: ['ManageChannels', 'ManageRoles', 'ViewAuditLog'] });
  at = `/channels/${home.general.id}`;
  channels = `/guilds/${home.guild.id}/channels`;
});

describe('a channel that is made', () => {
  it.each([
    [0, 'The Hall', { name: 'the-hall', topic: null, rate_limit_per_user: 0 }],
    [2, 'The Hall', { name: 'The Hall', bitrate: 64_000, user_limit: 0 }],
    [4, 'The Hall', { name: 'The Hall', permission_overwrites: [] }],
    [5, 'news', { topic: null }],
    [13, 'stage', { bitrate: 64_000 }],
    [15, 'forum', { available_tags: [], default_forum_layout: 0 }],
  ])('of the type %i is told as one of its kind', (type, name, expected) => {
    expect(home.ask(`POST ${channels}`, { name, type })).toMatchObject({
      status: 201,
      body: { type, guild_id: home.guild.id, ...expected },
    });
    expect(home.events).toMatchObject([{ t: 'CHANNEL_CREATE', d: { type, ...expected } }, { t: 'GUILD_AUDIT_LOG_ENTRY_CREATE' }]);
  });

  it('can be in a category, and only there', () => {
    const category = addChannel(home.world, home.guild, { kind: 'category', name: 'Rooms' });
    expect(home.ask(`POST ${channels}`, { name: 'x', type: 4, parent_id: category.id })).toMatchObject({ body: { code: 50035 } });
    expect(home.ask(`POST ${channels}`, { name: 'x', parent_id: category.id }).body).toMatchObject({ parent_id: category.id });
    expect(home.ask(`POST ${channels}`, { name: 'x', parent_id: home.general.id })).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('is one of 500 at most, and for who may manage channels', () => {
    while (home.guild.channels.size < 500) addChannel(home.world, home.guild, { kind: 'text', name: 'x' });
    expect(home.ask(`POST ${channels}`, { name: 'x' })).toMatchObject({ status: 400, body: { code: 30013 } });
    expect(makeApi().ask(`POST ${channels}`, { name: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});

describe('a channel that is changed', () => {
  it('is told with its new name and topic', () => {
    expect(home.ask(`PATCH ${at}`, { name: 'The Hall', topic: 'talk', nsfw: true, rate_limit_per_user: 5 })).toMatchObject({
      status: 200,
      body: { name: 'the-hall', topic: 'talk', nsfw: true, rate_limit_per_user: 5 },
    });
    expect(home.told()).toEqual(['CHANNEL_UPDATE', 'GUILD_AUDIT_LOG_ENTRY_CREATE']);
    expect(home.ask(`PATCH ${at}`, { topic: null }).body).toMatchObject({ name: 'the-hall', topic: null, nsfw: true });
  });

  it('becomes a channel of announcements and back, and nothing else', () => {
    expect(home.ask(`PATCH ${at}`, { type: 5 }).body).toMatchObject({ type: 5 });
    expect(home.ask(`PATCH ${at}`, { type: 2 })).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('leaves the name of a voice channel as it was written', () => {
    const voice = addChannel(home.world, home.guild, { kind: 'voice', name: 'voice' });
    expect(home.ask(`PATCH /channels/${voice.id}`, { name: 'The Hall', user_limit: 5 }).body).toMatchObject({
      name: 'The Hall',
      user_limit: 5,
    });
  });

  it.each([{ name: '' }, { name: 'x'.repeat(101) }, { topic: 'x'.repeat(1_025) }, { user_limit: 100 }, { rate_limit_per_user: 21_601 }])(
    'refuses %j',
    (body) => {
      expect([home.ask(`PATCH ${at}`, body).status, home.told()]).toEqual([400, []]);
    },
  );

  it('is for those who may manage channels, and is no direct channel', () => {
    const { alice, bot, general, world } = home;
    const edit = (userId: string, channelId: string) =>
      outcome(() => editChannel(world, { userId, reason: null }, channelId, new Form({})));
    expect([edit(alice.id, general.id), edit(bot.id, openDirectChannel(world, alice).id)]).toEqual(['403 50013', '400 50024']);
  });

  it.each([
    [{ available_tags: [{ name: 'a' }, { name: 'a' }] }, 40061],
    [{ default_reaction_emoji: { emoji_id: '1', emoji_name: 'x' } }, 50035],
  ])('is no forum with %j', (body, code) => {
    expect(home.ask(`POST ${channels}`, { name: 'x', type: 15, ...body })).toMatchObject({ status: 400, body: { code } });
  });

  it('keeps tags of a forum, each with an id', () => {
    const forum = addChannel(home.world, home.guild, { kind: 'forum', name: 'forum' });
    expect(home.ask(`PATCH /channels/${forum.id}`, { available_tags: [{ name: 'bug' }], default_sort_order: 1 }).body).toMatchObject({
      available_tags: [{ id: expect.stringMatching(/^\d+$/), name: 'bug', moderated: false }],
      default_sort_order: 1,
    });
  });
});

describe('a channel that is deleted', () => {
  it('goes, and who was in it leaves', () => {
    const voice = addChannel(home.world, home.guild, { kind: 'voice', name: 'voice' });
    joinVoice(home.world, home.alice, voice.id);
    home.events.length = 0;
    expect(home.ask(`DELETE /channels/${voice.id}`)).toMatchObject({ status: 200, body: { id: voice.id } });
    expect(home.told()).toEqual(['VOICE_STATE_UPDATE', 'CHANNEL_DELETE', 'GUILD_AUDIT_LOG_ENTRY_CREATE']);
    expect([home.ask(`GET /channels/${voice.id}`).status, home.guild.voiceStates.size]).toEqual([404, 0]);
  });

  it('lets go of its channels when it is a category', () => {
    const category = addChannel(home.world, home.guild, { kind: 'category', name: 'Rooms' });
    const room = addChannel(home.world, home.guild, { kind: 'text', name: 'room', parent: category });
    home.ask(`DELETE /channels/${category.id}`);
    expect([room.parentId, home.events.at(-2)]).toMatchObject([null, { t: 'CHANNEL_UPDATE', d: { id: room.id, parent_id: null } }]);
  });

  it('stays when it is direct: it is only closed', () => {
    const { id } = openDirectChannel(home.world, home.alice);
    expect([home.ask(`DELETE /channels/${id}`).status, home.ask(`GET /channels/${id}`).status]).toEqual([200, 200]);
  });
});

describe('channels that are moved', () => {
  it('are told each', () => {
    const second = addChannel(home.world, home.guild, { kind: 'text', name: 'second' });
    home.events.length = 0;
    const moves = [
      { id: home.general.id, position: 1 },
      { id: second.id, position: 0 },
    ];
    expect([home.ask(`PATCH ${channels}`, moves).status, home.told(), second.position]).toEqual([
      204,
      ['CHANNEL_UPDATE', 'CHANNEL_UPDATE'],
      0,
    ]);
    expect(home.ask(`PATCH ${channels}`, [{ id: '1' }])).toMatchObject({ status: 404, body: { code: 10003 } });
  });
});

describe('an overwrite', () => {
  it('is set, changed and taken away', () => {
    const role = addRole(home.world, home.guild, { name: 'team' });
    const overwrite = { type: 0, allow: '1024', deny: '0' };
    expect(home.ask(`PUT ${at}/permissions/${role.id}`, overwrite).status).toBe(204);
    expect(home.ask(`GET ${at}`).body).toMatchObject({ permission_overwrites: [{ id: role.id, ...overwrite }] });
    expect(home.ask(`DELETE ${at}/permissions/${role.id}`).status).toBe(204);
    expect(home.ask(`DELETE ${at}/permissions/${role.id}`)).toMatchObject({ status: 404, body: { code: 10009 } });
  });

  it('gives and takes nothing that its giver has not', () => {
    expect(home.ask(`PUT ${at}/permissions/${home.alice.id}`, { type: 1, allow: '8' })).toMatchObject({
      status: 403,
      body: { code: 50013 },
    });
  });

  it('that shows the bot a channel tells it of the threads there', () => {
    const staff = addChannel(home.world, home.guild, { kind: 'text', name: 'staff' });
    home.ask(`POST /channels/${staff.id}/threads`, { name: 'talk', type: 11 });
    home.ask(`PUT /channels/${staff.id}/permissions/${home.guild.id}`, { type: 0, deny: '1024' });
    home.ask(`PUT /channels/${staff.id}/permissions/${home.bot.id}`, { type: 1, allow: '1024' });
    expect(home.told()).not.toContain('THREAD_LIST_SYNC');
    editChannel(home.world, { userId: home.guild.ownerId, reason: null }, staff.id, new Form({ permission_overwrites: [] }));
    expect(home.events.at(-2)).toMatchObject({
      t: 'THREAD_LIST_SYNC',
      d: { channel_ids: [staff.id], threads: [{ name: 'talk' }], members: [{ user_id: home.bot.id }] },
    });
  });
});
