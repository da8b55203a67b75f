import { describe, expect, it } from '@jest/globals';
import { outcome } from '../../arrangeHome.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

/** A home in which the bot has made a rule. */
function arrange(rule: object): ApiHome {
  const home = makeApi({ botPermissions: ['ManageGuild'] });
  const body = { name: 'rule', event_type: 1, enabled: true, actions: [{ type: 1 }], ...rule };
  home.ask(`POST /guilds/${home.guild.id}/auto-moderation/rules`, body);
  home.events.length = 0;
  return home;
}

const cake = { trigger_type: 1, trigger_metadata: { keyword_filter: ['cake', 'choc*'], allow_list: ['chocolate'] } };

describe('a rule of automatic moderation', () => {
  it('blocks what a person says, and tells the bot', () => {
    const { alice, events, general, say } = arrange(cake);
    expect([outcome(() => say(alice, 'No CAKE today')), general.messages.size]).toEqual(['400 200000', 0]);
    expect(events).toMatchObject([
      {
        t: 'AUTO_MODERATION_ACTION_EXECUTION',
        d: { user_id: alice.id, action: { type: 1 }, content: 'No CAKE today', matched_keyword: 'cake', matched_content: 'CAKE' },
      },
    ]);
  });

  it.each([
    ['pancakes', 'done'],
    ['choco', '400 200000'],
    ['tea', 'done'],
  ])('takes "%s" for what it is', (text, expected) => {
    const { alice, say } = arrange(cake);
    expect(outcome(() => say(alice, text))).toBe(expected);
  });

  it('lets bots, exempt channels, and everybody while it is off, say it', () => {
    const { bot, say } = arrange(cake);
    expect(outcome(() => say(bot, 'cake'))).toBe('done');
    const off = arrange({ ...cake, enabled: false });
    expect(outcome(() => off.say(off.alice, 'cake'))).toBe('done');
  });

  it('counts mentions, and may only raise the alarm', () => {
    const { alice, general, say, told } = arrange({
      trigger_type: 5,
      trigger_metadata: { mention_total_limit: 1 },
      actions: [{ type: 2 }],
    });
    say(alice, '<@1> <@2>');
    expect([told(), general.messages.size]).toEqual([['AUTO_MODERATION_ACTION_EXECUTION', 'MESSAGE_CREATE'], 1]);
  });
});
