import { bitsIn } from '../guild/Doer.js';
import type { Messages } from '../Messages.js';
import { allows } from '../permissions.js';
import type { ChannelRecord, GuildChannelRecord, GuildRecord, WireThing } from '../records.js';
import { badRequest } from '../refusals.js';
import type { World } from '../World.js';
import { actionsOf, carryOut } from './actions.js';
import { matchRule } from './matchRule.js';
import { ActionType } from './ruleForm.js';
import type { TextMatch } from './keywords.js';

/** What somebody is about to say. */
export interface Saying {
  readonly channel: ChannelRecord;
  readonly content: string;
  readonly userId: string;
}

/** A rule that strikes. */
export interface Verdict {
  readonly match: TextMatch;
  readonly rule: WireThing;
}

const MESSAGE_SEND = 1;

/** What is done when the message, which may pass, is there: alarms are raised and people timed out. */
export type Sequel = (messageId: string) => void;

/**
 * Lets automatic moderation read what a person is about to say or to change. Bots and managers of the guild are let be.
 *
 * @throws {@link RefusedError} 200000 when a rule blocks it, after all that the rules ask for was done
 * @see {@link https://docs.discord.com/developers/resources/auto-moderation | Auto moderation}
 */
export function moderate(world: World, messages: Messages, saying: Saying): Sequel {
  return judge(world, messages, saying, [200_000, 'Message was blocked by automatic moderation']);
}

/**
 * The same for the name of a thread.
 *
 * @throws {@link RefusedError} 200001
 */
export function moderateTitle(world: World, messages: Messages, saying: Saying): void {
  judge(world, messages, saying, [200_001, 'Title was blocked by automatic moderation'])();
}

function judge(
  world: World,
  messages: Messages,
  saying: Saying,
  [code, complaint]: readonly [number, string],
): (messageId?: string) => void {
  const { channel, content, userId } = saying;
  if (channel.isDirect) return () => undefined;
  const guild = world.guild(channel.guildId);
  const verdicts = verdictsOn(world, guild, { channel, content, userId, event: MESSAGE_SEND });
  const blocking = verdicts.flatMap(({ rule }) => actionsOf(rule)).find(({ type }) => type === ActionType.BlockMessage);
  const execute = (messageId?: string): void => {
    for (const verdict of verdicts) carryOut({ ...verdict, channel, content, guild, messageId, messages, userId, world });
  };
  if (blocking === undefined) return execute;
  execute();
  const { custom_message: explanation } = blocking.metadata ?? {};
  throw badRequest(code, explanation === undefined ? complaint : `${complaint} (${explanation})`);
}

/** A text that rules for one kind of event are asked about. */
export interface Reading {
  readonly channel?: GuildChannelRecord;
  readonly content: string;
  readonly event: number;
  readonly userId: string;
}

/** The rules of a guild that strike at a text. */
export function verdictsOn(world: World, guild: GuildRecord, reading: Reading): readonly Verdict[] {
  const { content, event, userId } = reading;
  const rules = [...guild.things.autoModerationRules.values()].filter((rule) => rule['enabled'] === true && rule['event_type'] === event);
  const isFree = rules.length === 0 || world.users.get(userId)?.bot === true || allows(bitsIn(world, guild, userId), 'ManageGuild');
  if (isFree) return [];
  return rules.flatMap((rule) => {
    const match = isExempt(rule, guild, reading) ? undefined : matchRule(rule, content);
    return match === undefined ? [] : [{ match, rule }];
  });
}

/** Threads are exempt with their channels. */
function isExempt(rule: WireThing, guild: GuildRecord, { channel, userId }: Reading): boolean {
  const [roles, channels] = [rule['exempt_roles'], rule['exempt_channels']] as readonly (readonly string[])[];
  const own = guild.members.get(userId)?.roles ?? [];
  const places = [channel?.id, channel?.thread === null ? undefined : channel?.parentId];
  return places.some((id) => channels?.includes(String(id))) || own.some((id) => roles?.includes(id));
}
