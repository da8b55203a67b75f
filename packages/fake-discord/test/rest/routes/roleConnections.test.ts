import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

describe('the routes of linked roles', () => {
  it("say and show the kinds of facts, of the bot's own application alone", () => {
    const { ask, world } = makeApi();
    const path = `/applications/${world.application.id}/role-connections/metadata`;
    const records = [{ type: 1, key: 'level', name: 'Level', description: 'How far' }];
    expect(ask(`PUT ${path}`, records)).toEqual({ status: 200, body: records });
    expect(ask(`GET ${path}`).body).toEqual(records);
    expect(ask('GET /applications/1/role-connections/metadata')).toMatchObject({ status: 403, body: { code: 20012 } });
  });

  it("write and delete a person's facts with that person's token", () => {
    const { alice, askAs, grants, world } = makeApi();
    const asAlice = `Bearer ${grants.authorize(alice.id, ['role_connections.write']).token}`;
    const path = `/users/@me/applications/${world.application.id}/role-connection`;
    expect(askAs(asAlice, `PUT ${path}`, { platform_name: 'Chess' }).body).toMatchObject({ platform_name: 'Chess', metadata: {} });
    expect(askAs(asAlice, `DELETE ${path}`).status).toBe(204);
    expect(askAs(asAlice, `GET ${path}`).body).toMatchObject({ platform_name: null });
  });
});
