import { nearest, OptionsError, shown } from '@aplomb/base';
import { permissionBits, permissionNames, type PermissionName } from './permissionBits.js';

/** No sum of permissions that Discord sends comes near it; a longer text is nonsense that would be slow to read. */
const DECIMAL = /^\d{1,64}$/;

/**
 * Permissions as users write them: a name, a sum as a bigint or number, a {@link Permissions}, or a list of these.
 * What Discord sent is a text; give it to `Permissions.from`.
 */
export type PermissionsResolvable = PermissionName | bigint | number | { readonly bits: bigint } | readonly PermissionsResolvable[];

/** What Discord sent, or anything else of the above. (So intersected, the text leaves the names to the editor's completion.) */
export type PermissionsInput = PermissionsResolvable | (string & Record<never, never>);

/**
 * The bits of anything that stands for permissions. Bits without a name are kept: Discord may have added them yesterday.
 *
 * @throws {@link OptionsError} `UNKNOWN_PERMISSION` for a name that is none; `INVALID_PERMISSIONS` for what is no sum of bits.
 */
export function resolvePermissions(value: unknown): bigint {
  if (typeof value === 'bigint') return checkedSum(value);
  if (typeof value === 'string') return bitsOfText(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? checkedSum(BigInt(value)) : refuse(value);
  if (Array.isArray(value)) return value.reduce<bigint>((sum, each: unknown) => sum | resolvePermissions(each), 0n);
  // By shape, so that the Permissions of another copy of this package count too.
  if (typeof value === 'object' && value !== null && 'bits' in value && typeof value.bits === 'bigint') return checkedSum(value.bits);
  return refuse(value);
}

function checkedSum(bits: bigint): bigint {
  return bits >= 0n ? bits : refuse(bits);
}

function bitsOfText(text: string): bigint {
  // What Discord sent comes first: a role's and an overwrite's digits are read at every question.
  if (DECIMAL.test(text)) return BigInt(text);
  if (Object.hasOwn(permissionBits, text)) return permissionBits[text as PermissionName];
  if (text === '' || /^[-+\d]/.test(text)) return refuse(text);
  const guess = nearest(inDiscordsSpelling(text), permissionNames);
  throw new OptionsError('UNKNOWN_PERMISSION', {
    what: `There is no permission ${shown(text)}.`,
    cure: `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}The permissions are: ${permissionNames.join(', ')}.`,
  });
}

/** `ViewChannel` and `view channel` are `VIEW_CHANNEL`, so that the guess is right for those who come from elsewhere. */
function inDiscordsSpelling(text: string): string {
  const start = text.slice(0, 60);
  return start
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .replaceAll(/[\s-]+/g, '_')
    .toUpperCase();
}

function refuse(value: unknown): never {
  throw new OptionsError('INVALID_PERMISSIONS', {
    what: `${shown(value)} is no sum of permissions.`,
    cure: 'Give names, as in ["VIEW_CHANNEL", "SEND_MESSAGES"], a bigint or whole number from 0 on, or the decimal digits that Discord sends; a number above 2^53 has lost bits.',
  });
}
