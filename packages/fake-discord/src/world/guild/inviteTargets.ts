import type { UploadedFile } from '../forms/attachmentsForm.js';
import type { Form } from '../forms/Form.js';
import { allows } from '../permissions.js';
import type { InviteRecord, WireThing } from '../records.js';
import { missingPermissions, unknown } from '../refusals.js';
import { isSnowflake } from '../Snowflakes.js';
import type { World } from '../World.js';
import { bitsIn } from './Doer.js';
import { findInvite } from './invites.js';

const COMPLETED = 2;
const HEADER = 'user_id';

/** For whom an invite is, as a list of ids. */
export interface InviteTargets {
  readonly setAt: string;
  readonly userIds: readonly string[];
}

/**
 * Says for whom alone an invite is, out of a file with one id a line. Discord works through the file in a job of its own; here it is done at once.
 *
 * @see {@link https://docs.discord.com/developers/resources/invite#update-target-users | Update target users}
 */
export function setInviteTargets(world: World, userId: string, code: string, { file, form }: TargetsBody): void {
  const { guild, invite } = enterToManage(world, userId, code);
  const targets = readTargets(world, file, form);
  form.check();
  guild.invites.set(code, { ...invite, targets });
}

/** The file again, in the shape in which it came. */
export function inviteTargetsFile(world: World, userId: string, code: string): string {
  const { invite } = enterToManage(world, userId, code);
  const targets = targetsOf(invite);
  if (targets === undefined) throw unknown('invite target users');
  return [HEADER, ...targets.userIds, ''].join('\n');
}

/** How far Discord is with the file. */
export function inviteTargetsJob(world: World, userId: string, code: string): WireThing {
  const { invite } = enterToManage(world, userId, code);
  const targets = targetsOf(invite);
  if (targets === undefined) throw unknown('invite target users job');
  const count = targets.userIds.length;
  const { setAt } = targets;
  return { status: COMPLETED, total_users: count, processed_users: count, created_at: setAt, completed_at: setAt, error_message: null };
}

/** What a body says of them: a file. */
export interface TargetsBody {
  readonly file: UploadedFile | undefined;
  readonly form: Form;
}

/** Reads the file; a first line that is no id is taken for the name of the column. */
export function readTargets(world: World, file: UploadedFile | undefined, form: Form): InviteTargets {
  if (file === undefined) form.require('target_users_file');
  const lines = (file?.data.toString('utf8') ?? '').split(/\r?\n/).map((line) => line.trim());
  const userIds = lines.filter((line, index) => line !== '' && (index > 0 || isSnowflake(line)));
  const wrong = userIds.find((id): boolean => !isSnowflake(id));
  if (wrong !== undefined) form.refuse('target_users_file', 'NUMBER_TYPE_COERCE', `Value "${wrong}" is not snowflake.`);
  return { setAt: world.nowIso(), userIds };
}

function targetsOf(invite: InviteRecord): InviteTargets | undefined {
  return invite['targets'] as InviteTargets | undefined;
}

/** Who made the invite, and who manages the guild. */
function enterToManage(world: World, userId: string, code: string): ReturnType<typeof findInvite> {
  const found = findInvite(world, code);
  const isMaker = (found.invite['inviter'] as { readonly id?: string } | undefined)?.id === userId;
  if (!isMaker && !allows(bitsIn(world, found.guild, userId), 'ManageGuild')) throw missingPermissions();
  return found;
}
