import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../../rest/makeApi.js';

describe.each([
  ['GET', 'PUT', 'onboarding', { enabled: false, prompts: [] }, { mode: 1 }],
  ['GET', 'PATCH', 'welcome-screen', { description: null, welcome_channels: [] }, { description: 'Hello' }],
  ['GET', 'PATCH', 'widget', { enabled: false, channel_id: null }, { enabled: true }],
] as const)('the page of settings behind %s and %s /%s', (get, put, path, before, change) => {
  it('is as every guild has it, until it is changed', () => {
    const { ask, guild } = makeApi({ botPermissions: ['ManageGuild', 'ManageRoles'] });
    const at = `/guilds/${guild.id}/${path}`;
    expect(ask(`${get} ${at}`)).toMatchObject({ status: 200, body: before });
    expect([ask(`${put} ${at}`, change).body, ask(`${get} ${at}`).body]).toEqual([
      expect.objectContaining({ ...before, ...change }),
      expect.objectContaining({ ...before, ...change }),
    ]);
  });

  it('is changed by who manages the guild', () => {
    const { ask, guild } = makeApi();
    expect(ask(`${put} /guilds/${guild.id}/${path}`, change)).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});

describe('measures against an incident', () => {
  it('are taken for a time', () => {
    const { ask, clock, guild } = makeApi({ botPermissions: ['ManageGuild'] });
    const until = new Date(clock.wallMs() + 3_600_000).toISOString();
    expect(ask(`PUT /guilds/${guild.id}/incident-actions`, { invites_disabled_until: until }).body).toEqual({
      invites_disabled_until: until,
      dms_disabled_until: null,
    });
  });
});
