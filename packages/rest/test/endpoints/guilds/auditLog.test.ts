import { describe, expect, it } from '@jest/globals';
import { guildAuditLogMethods } from '../../../src/endpoints/guilds/auditLog.js';
import { collect } from '../collect.js';
import { itCalls } from '../itCalls.js';
import { RecordingRequester } from '../RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const query = { action_type: 22, user_id: '2', target_id: '3', after: '4', limit: 5 };

describe('the audit log', () => {
  itCalls(guildAuditLogMethods, [['auditLog', ['1', query, brief], 'GET /guilds/1/audit-logs', { ...brief, query }]]);

  it('awaited, is the page as Discord sends it', async () => {
    const page = { audit_log_entries: [{ id: '9' }], users: [{ id: '2' }] };
    expect(await guildAuditLogMethods(new RecordingRequester(page)).auditLog('1')).toBe(page);
  });
});

describe('the audit log, iterated', () => {
  const entries = (from: number, count: number) => ({
    audit_log_entries: Array.from({ length: count }, (_, index) => ({ id: String(from - index) })),
  });

  it('goes from the newest entry down, in pages of 100', async () => {
    const rest = new RecordingRequester(entries(500, 100), entries(400, 3));
    const ids = (await collect(guildAuditLogMethods(rest).auditLog('1', { user_id: '2' }))).map(({ id }) => id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([103, '500', '398']);
    expect(rest.calls).toEqual([
      ['GET /guilds/1/audit-logs', { query: { user_id: '2', limit: 100 } }],
      ['GET /guilds/1/audit-logs', { query: { user_id: '2', limit: 100, before: '401' } }],
    ]);
  });

  it('goes up from `after`', async () => {
    const rest = new RecordingRequester(entries(9, 2));
    expect((await collect(guildAuditLogMethods(rest).auditLog('1', { after: '7' }))).map(({ id }) => id)).toEqual(['8', '9']);
    expect(rest.calls).toEqual([['GET /guilds/1/audit-logs', { query: { after: '7', limit: 100 } }]]);
  });
});
