import { describe, expect, it } from '@jest/globals';
import { RULE } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

describe('a rule of AutoMod', () => {
  it('shows all that its payload has', () => {
    const rule = guildWorld().views.autoModRule(RULE, '100');
    expect(hiddenKeys(rule, RULE)).toEqual([]);
    expect([rule.creator?.username, rule.triggerMetadata.keywordFilter, rule.createdAt.getUTCFullYear()]).toEqual([
      'nelly',
      ['duck'],
      2015,
    ]);
  });

  it('is changed', async () => {
    await expectCalls(
      ({ views }) => views.autoModRule(RULE, '100'),
      [
        [(it) => it.fetch(), 'autoModeration.rule', '100', '900'],
        [(it) => it.setEnabled(false), 'autoModeration.editRule', '100', '900', { enabled: false }],
        [(it) => it.edit({ exemptRoles: ['300'] }), 'autoModeration.editRule', '100', '900', { exempt_roles: ['300'] }],
        [(it) => it.delete({ reason: 'why' }), 'autoModeration.deleteRule', '100', '900', { reason: 'why' }],
      ],
    );
  });
});
