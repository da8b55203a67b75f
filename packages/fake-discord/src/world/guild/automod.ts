import { allows } from '../permissions.js';
import type { ChannelRecord, GuildRecord, WireThing } from '../records.js';
import { badRequest } from '../refusals.js';
import type { World } from '../World.js';
import { bitsIn, publishToModerators } from './Doer.js';

/** What somebody is about to say. */
export interface Saying {
  readonly channel: ChannelRecord;
  readonly content: string;
  readonly userId: string;
}

const KEYWORD = 1;
const MENTION_SPAM = 5;
const BLOCK = 1;

/**
 * Lets automatic moderation read what a person is about to say: by keywords and by the number of mentions. Bots and managers of the guild are let be.
 *
 * @throws {@link RefusedError} 200000 when a rule blocks it
 * @see {@link https://docs.discord.com/developers/resources/auto-moderation | Auto moderation}
 */
export function moderate(world: World, { channel, content, userId }: Saying): void {
  if (channel.isDirect || world.users.get(userId)?.bot === true) return;
  const guild = world.guild(channel.guildId);
  if (allows(bitsIn(world, guild, userId), 'ManageGuild')) return;
  for (const rule of guild.things.autoModerationRules.values()) {
    const matched = isExempt(rule, guild, channel.id, userId) ? undefined : match(rule, content);
    if (matched !== undefined) carryOut(world, guild, rule, { channel, content, userId }, matched);
  }
}

interface Match {
  readonly content: string;
  readonly keyword: string | null;
}

function isExempt(rule: WireThing, guild: GuildRecord, channelId: string, userId: string): boolean {
  const [roles, channels] = [rule['exempt_roles'], rule['exempt_channels']] as readonly (readonly string[])[];
  const own = guild.members.get(userId)?.roles ?? [];
  return rule['enabled'] !== true || channels?.includes(channelId) === true || own.some((id) => roles?.includes(id));
}

function match(rule: WireThing, content: string): Match | undefined {
  const metadata = rule['trigger_metadata'] as {
    readonly allow_list?: readonly string[];
    readonly keyword_filter?: readonly string[];
    readonly mention_total_limit?: number;
  };
  if (rule['trigger_type'] === MENTION_SPAM) {
    const mentions = content.match(/<@[!&]?\d+>/g) ?? [];
    return mentions.length > (metadata.mention_total_limit ?? Infinity) ? { content, keyword: null } : undefined;
  }
  if (rule['trigger_type'] !== KEYWORD) return undefined;
  const found = (metadata.keyword_filter ?? []).map((keyword) => ({ keyword, content: patternOf(keyword).exec(content)?.[0] }));
  const [first] = found.filter(({ content: text }) => text !== undefined && metadata.allow_list?.includes(text) !== true);
  return first?.content === undefined ? undefined : { keyword: first.keyword, content: first.content };
}

/** A keyword is a whole word; a star at an end lets the word go on there. */
function patternOf(keyword: string): RegExp {
  const text = keyword.replace(/^\*|\*$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${keyword.startsWith('*') ? '' : '(?<!\\p{L})'}${text}${keyword.endsWith('*') ? '' : '(?!\\p{L})'}`, 'iu');
}

/** Every action is told by itself; blocking comes last, as it ends the matter. */
function carryOut(world: World, guild: GuildRecord, rule: WireThing, { channel, content, userId }: Saying, matched: Match): void {
  const actions = rule['actions'] as readonly { readonly type: number }[];
  for (const action of actions) {
    const execution = {
      guild_id: guild.id,
      action,
      rule_id: rule['id'],
      rule_trigger_type: rule['trigger_type'],
      user_id: userId,
      channel_id: channel.id,
      content,
      matched_keyword: matched.keyword,
      matched_content: matched.content,
    };
    publishToModerators(world, guild, 'AUTO_MODERATION_ACTION_EXECUTION', execution, 'ManageGuild');
  }
  if (actions.some(({ type }) => type === BLOCK)) throw badRequest(200_000, 'Message was blocked by automatic moderation');
}
