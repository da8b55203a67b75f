import { describe } from '@jest/globals';
import { guildMethods } from '../../../src/endpoints/guilds/guild.js';
import { itCalls } from '../itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'a better name' };
const actions = { invites_disabled_until: '2026-11-21T09:00:00Z', dms_disabled_until: null };

describe('a guild', () => {
  itCalls(guildMethods, [
    ['get', ['1', { with_counts: true }, brief], 'GET /guilds/1', { ...brief, query: { with_counts: true } }],
    ['preview', ['1', brief], 'GET /guilds/1/preview', brief],
    ['edit', ['1', { name: 'Home' }, why], 'PATCH /guilds/1', { ...why, body: { name: 'Home' } }],
    ['setIncidentActions', ['1', actions, brief], 'PUT /guilds/1/incident-actions', { ...brief, body: actions }],
    ['integrations', ['1', brief], 'GET /guilds/1/integrations', brief],
    ['deleteIntegration', ['1', '2', why], 'DELETE /guilds/1/integrations/2', why],
    ['invites', ['1', brief], 'GET /guilds/1/invites', brief],
    ['vanityUrl', ['1', brief], 'GET /guilds/1/vanity-url', brief],
    ['voiceRegions', ['1', brief], 'GET /guilds/1/regions', brief],
  ]);
});
