import { addChannel } from '../../../src/world/arrange.js';
import type { GuildChannelRecord } from '../../../src/world/records.js';
import type { RestReply } from '../../../src/rest/RestRequest.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

/** A home in which the bot can make rules, with a channel for alarms. */
export interface RuledHome extends ApiHome {
  readonly alarms: GuildChannelRecord;
  /** What was told of actions. */
  executions(): readonly unknown[];
  makeRule(rule: object): RestReply;
}

export function arrangeRules(): RuledHome {
  const home = makeApi({ botPermissions: ['ManageGuild', 'ViewAuditLog', 'ModerateMembers'] });
  const alarms = addChannel(home.world, home.guild, { kind: 'text', name: 'alarms' });
  return {
    ...home,
    alarms,
    executions: () => home.events.filter(({ t }) => t === 'AUTO_MODERATION_ACTION_EXECUTION').map(({ d }) => d),
    makeRule: (rule) => {
      const body = { name: 'rule', event_type: 1, trigger_type: 1, enabled: true, actions: [{ type: 1 }], ...rule };
      const reply = home.ask(`POST /guilds/${home.guild.id}/auto-moderation/rules`, body);
      home.events.length = 0;
      return reply;
    },
  };
}

/** A rule against cake. */
export const cake = { trigger_metadata: { keyword_filter: ['cake', 'choc*'], allow_list: ['chocolate'] } };
