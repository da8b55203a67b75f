import type { GuildRecord, MemberRecord } from '../records.js';
import { unknown } from '../refusals.js';
import type { World } from '../World.js';
import { enterGuild } from './Doer.js';

/** Says that somebody means to come to an event of a guild, or does not any more. */
export function setInterested(
  world: World,
  userId: string,
  { eventId, guildId, isInterested }: { readonly eventId: string; readonly guildId: string; readonly isInterested: boolean },
): void {
  const guild = enterGuild(world, userId, guildId);
  const event = guild.things.scheduledEvents.get(eventId);
  if (event === undefined) throw unknown('Guild Scheduled Event');
  const before = guild.interested.get(eventId) ?? new Set();
  if (before.has(userId) === isInterested) return;
  const after = new Set(isInterested ? [...before, userId] : [...before].filter((id) => id !== userId));
  guild.interested.set(eventId, after);
  guild.things.scheduledEvents.set(eventId, { ...event, user_count: after.size });
  const t = `GUILD_SCHEDULED_EVENT_USER_${isInterested ? 'ADD' : 'REMOVE'}`;
  world.publishInGuild(guild, t, { guild_scheduled_event_id: eventId, user_id: userId, guild_id: guildId });
}

/** Who means to come, as members. */
export function interestedMembers(guild: GuildRecord, eventId: string): readonly MemberRecord[] {
  if (!guild.things.scheduledEvents.has(eventId)) throw unknown('Guild Scheduled Event');
  return [...(guild.interested.get(eventId) ?? [])].flatMap((id) => guild.members.get(id) ?? []);
}
