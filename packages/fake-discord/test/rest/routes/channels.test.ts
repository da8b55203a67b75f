import { describe, expect, it } from '@jest/globals';
import { forbid } from '../../arrangeHome.js';
import { makeApi } from '../makeApi.js';

describe('the routes of channels', () => {
  it('show a channel that the bot can see', () => {
    const { ask, bot, general, guild } = makeApi();
    expect(ask(`GET /channels/${general.id}`)).toMatchObject({
      status: 200,
      body: { id: general.id, guild_id: guild.id, name: 'general', type: 0 },
    });
    forbid(general, bot.id, 'ViewChannel');
    expect(ask(`GET /channels/${general.id}`)).toEqual({ status: 403, body: { message: 'Missing Access', code: 50001 } });
    expect(ask('GET /channels/1')).toEqual({ status: 404, body: { message: 'Unknown Channel', code: 10003 } });
  });

  it('start typing without an answer to read', () => {
    const { ask, general, told } = makeApi();
    expect([ask(`POST /channels/${general.id}/typing`), told()]).toEqual([{ status: 204 }, ['TYPING_START']]);
  });
});

describe('the route that changes a channel', () => {
  it('answers with the channel as it is then', () => {
    const { ask, general } = makeApi({ botPermissions: ['ManageChannels'] });
    expect(ask(`PATCH /channels/${general.id}`, { name: 'hall' })).toMatchObject({ status: 200, body: { id: general.id, name: 'hall' } });
  });
});
