import { addMember } from '../arrange.js';
import type { MemberParts } from '../arrange.js';
import type { Form } from '../forms/Form.js';
import type { Grant, Grants } from '../Grants.js';
import type { GuildRecord, MemberRecord } from '../records.js';
import { missingScope, unknown } from '../refusals.js';
import { RefusedError } from '../../errors.js';
import type { World } from '../World.js';
import { enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';
import { refuseBanned } from './joinGuild.js';
import { MEMBER_FIELD_NEEDS, NICK_MAX, readGivableRoles } from './members.js';

const TOKEN_MAX = 10_240;
const ROLES_MAX = 250;

/** The fields that a new member may come with; each needs what a change of it does. */
const FIELDS: readonly string[] = ['nick', 'roles', 'mute', 'deaf'];

/** Who is to be added, and to what. */
export interface GrantedAddition {
  readonly form: Form;
  readonly guildId: string;
  readonly userId: string;
}

/**
 * Adds a person who agreed to be added (`guilds.join`). Returns `null` when they are there already.
 *
 * @throws {@link RefusedError} 50025 for a token that is not theirs, 50026 when they did not agree to that, 40007 when they are banned
 * @see {@link https://docs.discord.com/developers/resources/guild#add-guild-member | Add guild member}
 */
export function addGrantedMember(
  world: World,
  grants: Grants,
  doer: Doer,
  { form, guildId, userId }: GrantedAddition,
): MemberRecord | null {
  const needed = FIELDS.filter((name) => form.has(name)).flatMap((name) => MEMBER_FIELD_NEEDS[name] ?? []);
  const guild = enterGuild(world, doer.userId, guildId, 'CreateInstantInvite', ...needed);
  form.require('access_token');
  const token = form.string('access_token', { max: TOKEN_MAX });
  const fields = readFields(guild, doer.userId, form);
  form.check();
  const user = world.users.get(userId);
  if (user === undefined) throw unknown('User');
  checkGrant(grants.find(token ?? ''), userId);
  refuseBanned(guild, userId);
  return guild.members.has(userId) ? null : addMember(world, guild, user, fields);
}

function readFields(guild: GuildRecord, doerId: string, form: Form): MemberParts {
  const nick = form.string('nick', { max: NICK_MAX });
  return {
    ...(nick !== undefined && nick !== '' && { nick }),
    roles: form.has('roles') ? readGivableRoles(guild, doerId, [], form, { max: ROLES_MAX, isSet: true }) : [],
    isMuted: form.boolean('mute') ?? false,
    isDeafened: form.boolean('deaf') ?? false,
  };
}

function checkGrant(grant: Grant | undefined, userId: string): void {
  if (grant?.userId !== userId) throw new RefusedError({ status: 401, discordCode: 50025, discordMessage: 'Invalid OAuth2 access token' });
  if (!grant.scopes.includes('guilds.join')) throw missingScope();
}
