import { describe, expect, it } from '@jest/globals';
import { addRole, updateMember } from '../../../src/world/arrange.js';
import { arrangeRules, cake } from './arrangeRule.js';

describe('the form of a rule', () => {
  it.each([
    ['too many words', { trigger_metadata: { keyword_filter: Array.from({ length: 1_001 }, () => 'x') } }, 'trigger_metadata'],
    ['a long word', { trigger_metadata: { keyword_filter: ['x'.repeat(61)] } }, 'trigger_metadata'],
    ['too much that is allowed', { trigger_metadata: { allow_list: Array.from({ length: 101 }, () => 'x') } }, 'trigger_metadata'],
    ['too many patterns', { trigger_metadata: { regex_patterns: Array.from({ length: 11 }, () => 'x') } }, 'trigger_metadata'],
    ['a pattern that Rust does not know', { trigger_metadata: { regex_patterns: ['(?=x)'] } }, 'trigger_metadata'],
    ['too many mentions', { trigger_type: 5, trigger_metadata: { mention_total_limit: 51 } }, 'trigger_metadata'],
    ['no action', { actions: [] }, 'actions'],
    ['an alarm nowhere', { actions: [{ type: 2 }] }, 'actions'],
    ['an alarm in another guild', { actions: [{ type: 2, metadata: { channel_id: '1' } }] }, 'actions'],
    ['a time-out without end', { actions: [{ type: 3, metadata: {} }] }, 'actions'],
    ['a long time-out', { actions: [{ type: 3, metadata: { duration_seconds: 2_419_201 } }] }, 'actions'],
    ['a time-out for a preset', { trigger_type: 4, actions: [{ type: 3, metadata: { duration_seconds: 1 } }] }, 'actions'],
    ['a long explanation', { actions: [{ type: 1, metadata: { custom_message: 'x'.repeat(151) } }] }, 'actions'],
    ['members who are blocked for messages', { actions: [{ type: 4 }] }, 'actions'],
    ['messages that are blocked for names', { trigger_type: 6, event_type: 2 }, 'actions'],
    ['names that are read in messages', { trigger_type: 6, actions: [{ type: 4 }] }, 'event_type'],
    ['an unknown trigger', { trigger_type: 2 }, 'trigger_type'],
  ])('is refused with %s', (_, rule, field) => {
    const { makeRule } = arrangeRules();
    expect(makeRule(rule)).toMatchObject({ status: 400, body: { code: 50035, errors: { [field]: expect.anything() } } });
  });

  it('lets only those time people out who may do it themselves', () => {
    const home = arrangeRules();
    const rule = { ...cake, actions: [{ type: 3, metadata: { duration_seconds: 60 } }] };
    expect(home.makeRule(rule).status).toBe(200);
    updateMember(home.world, home.guild, home.bot.id, {
      roles: [addRole(home.world, home.guild, { name: 'x', permissions: ['ManageGuild'] }).id],
    });
    expect(home.makeRule(rule)).toMatchObject({ status: 403, body: { code: 50013 } });
  });

  it('takes a thousand allowed words for presets', () => {
    const metadata = { presets: [1], allow_list: Array.from({ length: 1_000 }, () => 'x') };
    expect(arrangeRules().makeRule({ trigger_type: 4, trigger_metadata: metadata }).status).toBe(200);
  });

  it('is taken six times with keywords and once with mentions', () => {
    const { makeRule } = arrangeRules();
    const keywords = Array.from({ length: 7 }, () => makeRule(cake).status);
    const mentions = Array.from({ length: 2 }, () => makeRule({ trigger_type: 5, trigger_metadata: { mention_total_limit: 1 } }).status);
    expect([keywords, mentions]).toEqual([
      [200, 200, 200, 200, 200, 200, 400],
      [200, 400],
    ]);
  });

  it.each([{ trigger_type: 3 }, { trigger_type: 5, trigger_metadata: { mention_raid_protection_enabled: true } }])(
    'is kept while the rule is off, and not simulated, loudly, when it is on: %j',
    (rule) => {
      const { api, ask, guild, makeRule } = arrangeRules();
      expect([makeRule(rule).status, api.unsupported.length]).toEqual([501, 1]);
      const { body, status } = makeRule({ ...rule, enabled: false });
      const { id } = body as { id: string };
      expect([status, ask(`PATCH /guilds/${guild.id}/auto-moderation/rules/${id}`, { enabled: true }).status]).toEqual([200, 501]);
    },
  );
});
