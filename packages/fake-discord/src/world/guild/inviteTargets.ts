import type { UploadedFile } from '../forms/attachmentsForm.js';
import type { Form } from '../forms/Form.js';
import { allows } from '../permissions.js';
import type { InviteRecord, WireThing } from '../records.js';
import { missingPermissions, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { bitsIn } from './Doer.js';
import { findInvite } from './invites.js';
import { readTargets } from './inviteTargetsForm.js';
import type { InviteTargets } from './inviteTargetsForm.js';

const COMPLETED = 2;
const HEADER = 'user_id';

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
