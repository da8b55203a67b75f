import { OptionsError, shown } from '@aplomb/base';
import { Permissions, type PermissionsInput } from '@aplomb/cache';
import type { RESTPutAPIChannelPermissionJSONBody } from 'discord-api-types/v10';
import { checkNames, type Names } from '../../builders/wire.js';
import type { Role } from '../guild/Role.js';

/** For whom permissions are set: a role, a member, or the id of either. */
export type OverwriteTarget = Role | { readonly roleId: string } | { readonly userId: string };

/** What is set in a channel. What is in neither list is as in the guild. */
export interface OverwriteOptions {
  /** What may be done here, whatever the guild says. */
  readonly allow?: PermissionsInput;
  /** What may not be done here, whatever the guild says. */
  readonly deny?: PermissionsInput;
}

const NAMES: Names<OverwriteOptions> = { allow: 'value', deny: 'value' };
const ROLE = 0;
const MEMBER = 1;

/** The id of the role or the member. */
export function overwriteId(target: OverwriteTarget): string {
  if ('userId' in target) return target.userId;
  return 'roleId' in target ? target.roleId : target.id;
}

/**
 * Permissions of a channel as Discord reads them.
 *
 * @throws {@link OptionsError} `UNKNOWN_PERMISSION` or `UNKNOWN_OPTION`; `INVALID_PERMISSIONS` for one that is both allowed and denied
 */
export function overwriteBody(target: OverwriteTarget, options: OverwriteOptions): RESTPutAPIChannelPermissionJSONBody {
  checkNames('overwrite', options, NAMES);
  const [allow, deny] = [Permissions.from(options.allow ?? []), Permissions.from(options.deny ?? [])];
  const both = Permissions.from(allow.bits & deny.bits);
  if (!both.isEmpty)
    throw new OptionsError('INVALID_PERMISSIONS', {
      what: `${shown(both.toArray().join(', '))} is in \`allow\` and in \`deny\`.`,
      cure: 'Take it out of one of them.',
    });
  return { type: 'userId' in target ? MEMBER : ROLE, allow: allow.toString(), deny: deny.toString() };
}
