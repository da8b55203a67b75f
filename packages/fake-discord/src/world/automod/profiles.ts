import { updateMember } from '../arrange.js';
import { isObject } from '../forms/Form.js';
import type { Messages } from '../Messages.js';
import type { GuildRecord } from '../records.js';
import type { World } from '../World.js';
import { carryOut } from './actions.js';
import { verdictsOn } from './moderate.js';

const MEMBER_UPDATE = 2;

/**
 * Lets automatic moderation read the names of members, as they come and whenever they change. Who has a blocked name can do nothing until it is changed.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-member-object-guild-member-flags | AUTOMOD_QUARANTINED_USERNAME}
 */
export function moderateProfiles(world: World, messages: Messages): void {
  world.occurrences.listen(({ d, t }) => {
    if ((t !== 'GUILD_MEMBER_ADD' && t !== 'GUILD_MEMBER_UPDATE') || !isObject(d)) return;
    const guild = world.guilds.get(String(d['guild_id']));
    if (guild !== undefined && guild.things.autoModerationRules.size > 0) review(world, messages, guild, (d['user'] as { id: string }).id);
  });
}

function review(world: World, messages: Messages, guild: GuildRecord, userId: string): void {
  const member = guild.members.get(userId);
  if (member === undefined) return;
  const { isQuarantined = false, nick, user } = member;
  const names = [nick, user.global_name, user.username].filter((name) => name !== null);
  const strikes = names.flatMap((content) =>
    verdictsOn(world, guild, { content, event: MEMBER_UPDATE, userId }).map((verdict) => ({ ...verdict, content })),
  );
  if (isQuarantined && strikes.length === 0) updateMember(world, guild, userId, { isQuarantined: false });
  if (isQuarantined) return;
  for (const strike of strikes) carryOut({ ...strike, guild, messageId: undefined, messages, userId, world });
}
