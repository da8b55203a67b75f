import { describe, expect, it } from '@jest/globals';
import { AUDIT_LOG_ENTRY } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('an entry of the audit log', () => {
  it('shows all that its payload has', () => {
    const { changes: _, ...others } = AUDIT_LOG_ENTRY;
    const entry = guildWorld().views.auditLogEntry(AUDIT_LOG_ENTRY, '100');
    expect(hiddenKeys(entry, others)).toEqual([]);
    expect(entry.changes).toEqual([{ key: 'name', before: 'Mods', after: 'Moderators' }]);
    expect([entry.user?.username, entry.guild?.name, entry.createdAt.getUTCFullYear()]).toEqual(['nelly', 'Home', 2015]);
  });

  it('may have changed nothing that is told, by nobody that is known', () => {
    const entry = guildWorld().views.auditLogEntry({ id: '1', target_id: null, user_id: null, action_type: 21 }, '100');
    expect([entry.changes, entry.options, entry.reason, entry.user]).toEqual([[], {}, null, undefined]);
  });
});
