import { isNewer } from '../MessageLog.js';
import { bitsIn, audit, enterGuild, enterGuildWithAny } from './Doer.js';
import type { Doer } from './Doer.js';
import type { GuildRecord, ThingKind, WireThing } from '../records.js';
import { allows } from '../permissions.js';
import { badRequest, unknown } from '../refusals.js';
import type { World } from '../World.js';
import type { ThingDeed, ThingReading, ThingSpec } from './thingSpecs.js';

type Body = Pick<ThingReading, 'files' | 'form'>;

/** All things of a kind, by ascending id. */
export function listThings(world: World, spec: ThingSpec, userId: string, guildId: string): readonly WireThing[] {
  const guild = enterToRead(world, spec, userId, guildId);
  const entries = [...guild.things[spec.kind]].sort(([a], [b]) => (isNewer(a, b) ? 1 : -1));
  return entries.map(([, thing]) => thing);
}

export function getThing(world: World, spec: ThingSpec, userId: string, guildId: string, id: string): WireThing {
  return find(enterToRead(world, spec, userId, guildId), spec, id);
}

export function createThing(world: World, spec: ThingSpec, doer: Doer, guildId: string, body: Body): WireThing {
  const guild = enterGuild(world, doer.userId, guildId, spec.createNeeds);
  const fields = spec.read({ ...body, doerId: doer.userId, guild, world });
  body.form.check();
  const { code = 0, count = Infinity } = spec.most ?? {};
  if (guild.things[spec.kind].size >= count) throw badRequest(code, `Maximum number reached (${String(count)})`);
  const id = world.snowflakes.next();
  const after = { [spec.idName]: id, ...fields, ...makerOf(world, spec, doer.userId) };
  return settle(world, spec, doer, guild, { id, after, deed: 'create' });
}

export function editThing(world: World, spec: ThingSpec, doer: Doer, guildId: string, id: string, body: Body): WireThing {
  const { before, guild } = enterToManage(world, spec, doer, guildId, id);
  const fields = spec.read({ ...body, before, doerId: doer.userId, guild, world });
  body.form.check();
  return settle(world, spec, doer, guild, { id, before, after: { ...before, ...fields }, deed: 'update' });
}

export function deleteThing(world: World, spec: ThingSpec, doer: Doer, guildId: string, id: string): void {
  const { before, guild } = enterToManage(world, spec, doer, guildId, id);
  settle(world, spec, doer, guild, { id, before, after: before, deed: 'delete' });
}

/** Who made it: in full for expressions, by id for the others. */
function makerOf(world: World, { kind }: ThingSpec, userId: string): object {
  const user = world.users.get(userId);
  if (kind === 'autoModerationRules') return { creator_id: userId };
  return kind === 'scheduledEvents' ? { creator_id: userId, creator: user } : { user };
}

function isMaker(thing: WireThing, userId: string): boolean {
  const { creator_id: creatorId, user } = thing as { readonly creator_id?: string; readonly user?: { readonly id: string } };
  return creatorId === userId || user?.id === userId;
}

function settle(
  world: World,
  spec: ThingSpec,
  doer: Doer,
  guild: GuildRecord,
  { after, before, deed, id }: { readonly after: WireThing; readonly before?: WireThing; readonly deed: ThingDeed; readonly id: string },
): WireThing {
  if (deed === 'delete') forget(guild, spec.kind, id);
  else guild.things[spec.kind].set(id, after);
  const { d, t } = spec.event(deed, after, guild);
  const isHeard = spec.readNeeds === undefined || allows(bitsIn(world, guild, world.bot.id), spec.readNeeds);
  world.publishInGuild(guild, t, d, undefined, isHeard);
  const changed = { ...(before !== undefined && { before }), ...(deed !== 'delete' && { after }) };
  audit(world, guild, doer, { actionType: spec.audit[deed], targetId: id, ...changed });
  return after;
}

function forget(guild: GuildRecord, kind: ThingKind, id: string): void {
  guild.things[kind].delete(id);
  if (kind === 'scheduledEvents') guild.interested.delete(id);
}

function enterToRead(world: World, { readNeeds }: ThingSpec, userId: string, guildId: string): GuildRecord {
  return enterGuild(world, userId, guildId, ...(readNeeds === undefined ? [] : [readNeeds]));
}

function enterToManage(
  world: World,
  spec: ThingSpec,
  { userId }: Doer,
  guildId: string,
  id: string,
): { readonly before: WireThing; readonly guild: GuildRecord } {
  const before = find(enterGuild(world, userId, guildId), spec, id);
  const ownIsEnough = isMaker(before, userId) ? [spec.createNeeds] : [];
  return { before, guild: enterGuildWithAny(world, userId, guildId, spec.manageNeeds, ...ownIsEnough) };
}

function find(guild: GuildRecord, spec: ThingSpec, id: string): WireThing {
  const found = guild.things[spec.kind].get(id);
  if (found === undefined) throw unknown(spec.unknown);
  return found;
}
