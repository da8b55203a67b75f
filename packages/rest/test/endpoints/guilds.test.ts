import { describe, expect, it } from '@jest/globals';
import { guildEndpoints } from '../../src/endpoints/guilds.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the guild endpoints', () => {
  it('hold a guild, and everything in it', async () => {
    const rest = new RecordingRequester();
    const guilds = guildEndpoints(rest);
    await guilds.get('1');
    await guilds.auditLog('1');
    await guilds.bans('1');
    await guilds.channels('1');
    await guilds.joinRequests('1');
    await guilds.members('1');
    await guilds.onboarding('1');
    await guilds.pruneCount('1');
    await guilds.roles('1');
    await guilds.widget('1');
    expect(rest.calls.map(([call]) => call)).toEqual([
      'GET /guilds/1',
      'GET /guilds/1/audit-logs',
      'GET /guilds/1/bans',
      'GET /guilds/1/channels',
      'GET /guilds/1/requests',
      'GET /guilds/1/members',
      'GET /guilds/1/onboarding',
      'GET /guilds/1/prune',
      'GET /guilds/1/roles',
      'GET /guilds/1/widget.json',
    ]);
  });

  it('lose no method by two of one name', () => {
    // 45 of the guild, 2 of requests to join, the audit log, and the nickname that is deprecated.
    expect(Object.keys(guildEndpoints(new RecordingRequester()))).toHaveLength(49);
  });
});
