import { describe, expect, it } from '@jest/globals';
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
