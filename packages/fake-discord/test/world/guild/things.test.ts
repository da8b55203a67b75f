import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel } from '../../../src/world/arrange.js';
import type { PermissionName } from '../../../src/world/permissions.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const EXPRESSION: readonly PermissionName[] = ['CreateGuildExpressions', 'ManageGuildExpressions'];
const START = '2030-01-01T00:00:00Z';
const BEFORE_START = '2029-12-31T00:00:00Z';

/** What is made of each kind, what it becomes, what hears of it, and what its maker must be allowed to do. */
const KINDS = [
  {
    path: 'emojis',
    permissions: EXPRESSION,
    body: { name: 'blob', image: PNG },
    made: { name: 'blob', roles: [], animated: false, available: true, user: { username: 'robot' } },
    change: { name: 'blobby' },
    events: ['GUILD_EMOJIS_UPDATE', 'GUILD_EMOJIS_UPDATE', 'GUILD_EMOJIS_UPDATE'],
    wrong: [{ name: 'x', image: PNG }, { name: 'two words', image: PNG }, { name: 'blob' }, { name: 'blob', image: 'blob.png' }],
  },
  {
    path: 'soundboard-sounds',
    permissions: EXPRESSION,
    body: { name: 'quack', sound: 'data:audio/ogg;base64,T2dnUw==' },
    made: { name: 'quack', volume: 1, emoji_id: null, available: true },
    change: { name: 'moo', volume: 0.5 },
    events: ['GUILD_SOUNDBOARD_SOUND_CREATE', 'GUILD_SOUNDBOARD_SOUND_UPDATE', 'GUILD_SOUNDBOARD_SOUND_DELETE'],
    wrong: [{ name: 'quack' }, { name: 'quack', sound: 'quack' }, { name: 'q', sound: 'data:audio/ogg;base64,T2dnUw==' }],
  },
  {
    path: 'scheduled-events',
    permissions: ['CreateEvents', 'ManageEvents'],
    body: {
      name: 'Party',
      privacy_level: 2,
      entity_type: 3,
      scheduled_start_time: START,
      scheduled_end_time: START,
      entity_metadata: { location: 'Home' },
    },
    made: { name: 'Party', status: 1, entity_type: 3, creator_id: expect.any(String), user_count: 0, description: null },
    change: { description: 'Bring cake', status: 2 },
    events: ['GUILD_SCHEDULED_EVENT_CREATE', 'GUILD_SCHEDULED_EVENT_UPDATE', 'GUILD_SCHEDULED_EVENT_DELETE'],
    wrong: [
      { name: 'Party' },
      { name: 'Party', privacy_level: 2, entity_type: 3, scheduled_start_time: START },
      { name: 'Party', privacy_level: 2, entity_type: 2, scheduled_start_time: START },
      {
        name: 'Party',
        privacy_level: 2,
        entity_type: 3,
        scheduled_start_time: START,
        scheduled_end_time: BEFORE_START,
        entity_metadata: { location: 'x' },
      },
      {
        name: 'Party',
        privacy_level: 2,
        entity_type: 3,
        scheduled_start_time: '1999-01-01T00:00:00Z',
        scheduled_end_time: START,
        entity_metadata: { location: 'x' },
      },
    ],
  },
  {
    path: 'auto-moderation/rules',
    permissions: ['ManageGuild'],
    body: { name: 'No cake', event_type: 1, trigger_type: 1, trigger_metadata: { keyword_filter: ['cake'] }, actions: [{ type: 1 }] },
    made: { name: 'No cake', enabled: false, exempt_roles: [], creator_id: expect.any(String) },
    change: { enabled: true },
    events: ['AUTO_MODERATION_RULE_CREATE', 'AUTO_MODERATION_RULE_UPDATE', 'AUTO_MODERATION_RULE_DELETE'],
    wrong: [
      { name: 'x' },
      { name: 'x', event_type: 1, trigger_type: 2, actions: [{ type: 1 }] },
      { name: 'x', event_type: 1, trigger_type: 1, actions: [] },
    ],
  },
] as const;

describe.each(KINDS)('what stands under /$path', ({ path, permissions, body, made, change, events, wrong }) => {
  let home: ApiHome;
  let at: string;

  beforeEach(() => {
    home = makeApi({ botPermissions: permissions });
    at = `/guilds/${home.guild.id}/${path}`;
  });

  const idOf = (thing: unknown): string => {
    const { id, sound_id: soundId } = thing as { id?: string; sound_id?: string };
    return id ?? soundId ?? '';
  };
  const listed = (): readonly unknown[] => {
    const { body: list } = home.ask(`GET ${at}`);
    return Array.isArray(list) ? list : (list as { items: unknown[] }).items;
  };

  it('is made, shown, listed, changed and deleted, and told each time', () => {
    const fresh = home.ask(`POST ${at}`, body);
    const one = `${at}/${idOf(fresh.body)}`;
    expect([fresh.status < 300, fresh.body, home.ask(`GET ${one}`).body, listed()]).toEqual([
      true,
      expect.anything(),
      fresh.body,
      [fresh.body],
    ]);
    expect(fresh.body).toMatchObject(made);
    expect(home.ask(`PATCH ${one}`, change)).toMatchObject({ status: 200, body: change });
    expect([home.ask(`DELETE ${one}`).status, home.ask(`GET ${one}`).status, listed(), home.told()]).toEqual([204, 404, [], events]);
  });

  it.each(wrong.map((each) => [each]))('is refused with %j', (form) => {
    expect(home.ask(`POST ${at}`, form)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(home.told()).toEqual([]);
  });

  it('is for who may', () => {
    const plain = makeApi();
    expect(plain.ask(`POST /guilds/${plain.guild.id}/${path}`, body)).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});

describe('the things of a guild', () => {
  it('come with the guild', () => {
    const { ask, guild } = makeApi({ botPermissions: EXPRESSION });
    ask(`POST /guilds/${guild.id}/emojis`, { name: 'blob', image: PNG });
    expect(ask(`GET /guilds/${guild.id}`).body).toMatchObject({ emojis: [{ name: 'blob' }], stickers: [] });
  });

  it('are changed by their makers with less than others need', () => {
    const { ask, guild } = makeApi({ botPermissions: ['CreateGuildExpressions'] });
    const { id } = ask(`POST /guilds/${guild.id}/emojis`, { name: 'blob', image: PNG }).body as { id: string };
    guild.things.emojis.set('7', { id: '7', name: 'other', user: { id: '1' } });
    expect([
      ask(`PATCH /guilds/${guild.id}/emojis/${id}`, { name: 'mine' }).status,
      ask(`PATCH /guilds/${guild.id}/emojis/7`, { name: 'mine' }).status,
    ]).toEqual([200, 403]);
  });

  it('can be reacted with', () => {
    const { ask, bot, general, guild, say } = makeApi({ botPermissions: EXPRESSION });
    const { id } = ask(`POST /guilds/${guild.id}/emojis`, { name: 'blob', image: PNG }).body as { id: string };
    const at = `/channels/${general.id}/messages/${say(bot, 'x')}/reactions/${encodeURIComponent(`blob:${id}`)}`;
    expect([ask(`PUT ${at}/@me`).status, ask(`GET ${at}`).body]).toEqual([204, [bot]]);
  });

  it('of a stage or voice channel are events that begin and end', () => {
    const { ask, guild, world } = makeApi({ botPermissions: ['CreateEvents', 'ManageEvents'] });
    const lounge = addChannel(world, guild, { kind: 'voice', name: 'lounge' });
    const body = { name: 'Song', privacy_level: 2, entity_type: 2, channel_id: lounge.id, scheduled_start_time: START };
    const { id } = ask(`POST /guilds/${guild.id}/scheduled-events`, body).body as { id: string };
    expect(ask(`POST /guilds/${guild.id}/scheduled-events`, { ...body, entity_type: 1 })).toMatchObject({
      status: 400,
      body: { errors: { channel_id: { _errors: [{ code: 'GUILD_SCHEDULED_EVENT_ENTITY_TYPE' }] } } },
    });
    const statuses = [3, 2, 4, 3].map((status) => ask(`PATCH /guilds/${guild.id}/scheduled-events/${id}`, { status }).status);
    expect(statuses).toEqual([400, 200, 400, 200]);
  });
});
