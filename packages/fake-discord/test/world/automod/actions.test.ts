import { beforeEach, describe, expect, it } from '@jest/globals';
import { outcome } from '../../arrangeHome.js';
import { arrangeRules, cake } from './arrangeRule.js';
import type { RuledHome } from './arrangeRule.js';

let home: RuledHome;

beforeEach(() => {
  home = arrangeRules();
});

const alarm = () => ({ type: 2, metadata: { channel_id: home.alarms.id } });
const noted = (): unknown[] =>
  home.guild.auditLog.map(({ action_type: type }) => type as number).filter((type) => type >= 143 && type <= 146);

describe('an alarm', () => {
  it('is raised after the message, which may pass', () => {
    home.makeRule({ ...cake, actions: [alarm()] });
    const id = home.say(home.alice, 'cake');
    const alarms = home.alarms.messages.all().map(({ payload }) => payload);
    expect(alarms).toMatchObject([{ type: 24, author: home.alice, embeds: [{ type: 'auto_moderation_message', description: 'cake' }] }]);
    const fields = alarms[0]?.embeds[0]?.fields?.map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(fields ?? [])).toEqual({
      rule_name: 'rule',
      channel_id: home.general.id,
      flagged_message_id: id,
      keyword: 'cake',
      keyword_matched_content: 'cake',
    });
    expect(home.executions()).toMatchObject([{ message_id: id, alert_system_message_id: alarms[0]?.id, action: alarm() }]);
    expect(home.told().slice(0, 2)).toEqual(['MESSAGE_CREATE', 'MESSAGE_CREATE']);
  });

  it('is raised for a message that is blocked, too', () => {
    home.makeRule({ ...cake, actions: [{ type: 1 }, alarm()] });
    expect(outcome(() => home.say(home.alice, 'cake'))).toBe('400 200000');
    expect([home.general.messages.size, home.alarms.messages.size, home.executions().length, noted()]).toEqual([0, 1, 2, [144, 143]]);
  });

  it('counts mentions', () => {
    home.makeRule({ trigger_type: 5, trigger_metadata: { mention_total_limit: 1 }, actions: [alarm()] });
    home.say(home.alice, '<@1> <@2>');
    expect(home.executions()).toMatchObject([{ matched_keyword: null, matched_content: null, rule_trigger_type: 5 }]);
  });

  it('is not heard in a channel that is gone', () => {
    home.makeRule({ ...cake, actions: [alarm()] });
    home.guild.channels.delete(home.alarms.id);
    home.say(home.alice, 'cake');
    expect(home.executions()[0]).not.toHaveProperty('alert_system_message_id');
  });
});

describe('a time-out', () => {
  it('silences who said it for a while', () => {
    home.makeRule({ ...cake, actions: [{ type: 3, metadata: { duration_seconds: 60 } }] });
    home.say(home.alice, 'cake');
    expect(home.events).toContainEqual(expect.objectContaining({ t: 'GUILD_MEMBER_UPDATE' }));
    expect([outcome(() => home.say(home.alice, 'tea')), noted()]).toEqual(['403 50013', [145]]);
    home.clock.advance(60_000);
    expect(outcome(() => home.say(home.alice, 'tea'))).toBe('done');
  });
});
