import { describe, expect, it } from '@jest/globals';
import { addGuild } from '../../../src/world/arrange.js';
import { makeApi } from '../makeApi.js';

describe('the routes of users', () => {
  it('show a user', () => {
    const { alice, ask } = makeApi();
    expect([ask(`GET /users/${alice.id}`).body, ask('GET /users/1').body]).toEqual([alice, { message: 'Unknown User', code: 10013 }]);
  });

  it('open the direct channel with a person, the same one each time', () => {
    const { alice, ask } = makeApi();
    const open = () => ask('POST /users/@me/channels', { recipient_id: alice.id });
    expect(open()).toMatchObject({ status: 200, body: { type: 1, recipients: [alice] } });
    expect(open()).toEqual(open());
  });

  it('open no direct channel with nobody, or with the bot itself', () => {
    const { ask, bot } = makeApi();
    expect([{}, { recipient_id: '1' }, { recipient_id: bot.id }].map((body) => ask('POST /users/@me/channels', body))).toMatchObject([
      { status: 400, body: { code: 50035, errors: { recipient_id: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } } } },
      { status: 400, body: { code: 50033 } },
      { status: 400, body: { code: 50033 } },
    ]);
  });
});

describe('the routes of the bot itself', () => {
  it('change its name and picture, everywhere', () => {
    const { ask, bot, guild, told, world } = makeApi();
    expect(ask('PATCH /users/@me', { username: 'robbie', avatar: 'data:image/png;base64,AAAA' })).toMatchObject({
      status: 200,
      body: { id: bot.id, username: 'robbie', avatar: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect([world.bot.username, guild.members.get(bot.id)?.user.username, told()]).toEqual(['robbie', 'robbie', ['USER_UPDATE']]);
    expect(ask('PATCH /users/@me', { avatar: 'robbie.png' })).toMatchObject({ status: 400, body: { errors: { avatar: {} } } });
  });

  it('list its guilds in pages, and leave one', () => {
    const { ask, events, guild, world } = makeApi();
    const second = addGuild(world, { name: 'Second' });
    const names = (query = '') => (ask(`GET /users/@me/guilds${query}`).body as { name: string }[]).map(({ name }) => name);
    expect([names(), names(`?after=${guild.id}`), names(`?before=${second.id}`), names('?limit=1')]).toEqual([
      ['Home', 'Second'],
      ['Second'],
      ['Home'],
      ['Home'],
    ]);
    expect([ask(`DELETE /users/@me/guilds/${second.id}`).status, events.at(-1)?.t, names()]).toEqual([204, 'GUILD_DELETE', ['Home']]);
  });
});
