import { removeMember } from '../arrange.js';
import type { Form } from '../forms/Form.js';
import type { GuildRecord } from '../records.js';
import type { World } from '../World.js';
import { audit } from './Doer.js';
import type { Doer } from './Doer.js';

const MEMBER_PRUNE = 21;
const DAY_MS = 86_400_000;

/** Who would be pruned: offline, there for longer than so many days, and without roles other than these. Bots are let be. */
export function pruned(world: World, guild: GuildRecord, days: number, includedRoles: readonly string[]): readonly string[] {
  const beforeMs = world.clock.wallMs() - days * DAY_MS;
  const idle = [...guild.members.values()].filter(
    ({ joinedAt, roles, user }) =>
      user.bot !== true &&
      user.id !== guild.ownerId &&
      !world.statuses.has(user.id) &&
      Date.parse(joinedAt) <= beforeMs &&
      roles.every((id) => includedRoles.includes(id)),
  );
  return idle.map(({ user }) => user.id);
}

/** Throws out who is idle. Returns how many, or `null` when nobody wants to know. */
export function pruneGuild(world: World, doer: Doer, guild: GuildRecord, form: Form): number | null {
  const days = form.integer('days', { min: 1, max: 30 }) ?? 7;
  const isCounted = form.boolean('compute_prune_count') ?? true;
  const roles = form.snowflakes('include_roles', { max: 100, isSet: true }) ?? [];
  form.check();
  const ids = pruned(world, guild, days, roles);
  for (const id of ids) removeMember(world, guild, id);
  const options = { delete_member_days: String(days), members_removed: String(ids.length) };
  audit(world, guild, doer, { actionType: MEMBER_PRUNE, targetId: null, options });
  return isCounted ? ids.length : null;
}
