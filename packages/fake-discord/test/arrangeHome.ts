import { ManualClock } from '@aplomb/base';
import type { APIUser } from 'discord-api-types/v10';
import type { WorldEvent } from '../src/gateway/GatewayWorld.js';
import { addChannel, addGuild, addMember, findOrAddUser } from '../src/world/arrange.js';
import type { GuildSpec } from '../src/world/arrange.js';
import { makeDeeds } from '../src/world/Deeds.js';
import type { Deeds } from '../src/world/Deeds.js';
import { Form } from '../src/world/forms/Form.js';
import { readDraft } from '../src/world/forms/messageForm.js';
import { permissionBits } from '../src/world/permissions.js';
import type { PermissionName } from '../src/world/permissions.js';
import type { GuildChannelRecord, GuildRecord } from '../src/world/records.js';
import type { World, WorldOptions } from '../src/world/World.js';
import { makeWorld } from './makeWorld.js';

/** A guild with a channel and two people, and what is published from then on. */
export interface Home extends Deeds {
  readonly alice: APIUser;
  readonly bob: APIUser;
  readonly bot: APIUser;
  readonly clock: ManualClock;
  readonly events: WorldEvent[];
  readonly general: GuildChannelRecord;
  readonly guild: GuildRecord;
  readonly world: World;
  /** Posts in #general, and returns the id. */
  say(author: APIUser, body: Readonly<Record<string, unknown>> | string): string;
  /** The names of what was published. */
  told(): readonly string[];
}

export function arrangeHome(spec: Partial<GuildSpec> = {}, options: Partial<WorldOptions> = {}): Home {
  const clock = new ManualClock();
  const world = makeWorld(clock, options);
  const deeds = makeDeeds(world);
  const guild = addGuild(world, { name: 'Home', ...spec });
  const general = addChannel(world, guild, { kind: 'text', name: 'general' });
  const [alice, bob] = ['alice', 'bob'].map((name) => addMember(world, guild, findOrAddUser(world, name)).user) as [APIUser, APIUser];
  const events: WorldEvent[] = [];
  world.subscribe((event) => events.push(event));
  return {
    alice,
    bob,
    bot: world.bot,
    clock,
    events,
    general,
    guild,
    ...deeds,
    world,
    say: (author, body) =>
      deeds.messages.post(author, general.id, readDraft(new Form(typeof body === 'string' ? { content: body } : body))).record.payload.id,
    told: () => events.map(({ t }) => t),
  };
}

/** What a deed was refused with, as `status code`, or `done`. */
export function outcome(deed: () => unknown): string {
  try {
    deed();
    return 'done';
  } catch (error) {
    const { refusal } = error as { refusal?: { status: number; discordCode: number } };
    return refusal === undefined ? String(error) : `${String(refusal.status)} ${String(refusal.discordCode)}`;
  }
}

/** Takes permissions from one user in a channel. */
export function forbid(channel: GuildChannelRecord, userId: string, ...deny: readonly PermissionName[]): void {
  channel.overwrites = [...channel.overwrites, { id: userId, type: 1, allow: '0', deny: permissionBits(deny).toString() }];
}
