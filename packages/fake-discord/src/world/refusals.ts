import { RefusedError } from '../errors.js';
import type { FormErrorTree } from '../errors.js';

/** What Discord answers to an id that names nothing, by what it should have named. The numbers are its JSON error codes. */
const UNKNOWN = {
  Entitlement: 10029,
  SKU: 10027,
  Tag: 10087,
  // Discord documents no code of its own for these.
  'auto moderation rule': 0,
  'activity instance': 0,
  'guild join request': 0,
  'guild scheduled event exception': 0,
  Subscription: 0,
  Ban: 10026,
  Emoji: 10014,
  'guild template': 10057,
  Integration: 10005,
  'invite target users job': 10124,
  'invite target users': 10129,
  Lobby: 10031,
  'sticker pack': 10061,
  Invite: 10006,
  Sticker: 10060,
  'Guild Scheduled Event': 10070,
  'Stage Instance': 10067,
  'Voice State': 10065,
  sound: 10097,
  Overwrite: 10009,
  'application command': 10063,
  'application command permissions': 10066,
  interaction: 10062,
  Channel: 10003,
  Guild: 10004,
  Member: 10007,
  Message: 10008,
  'poll answer': 10008,
  Role: 10011,
  User: 10013,
  Webhook: 10015,
} as const;

/** The name of what is not there. */
export type UnknownKind = keyof typeof UNKNOWN;

/** Something that is not there, or that the asker may not even know of. */
export function unknown(kind: UnknownKind): RefusedError {
  return new RefusedError({ status: 404, discordCode: UNKNOWN[kind], discordMessage: `Unknown ${kind}` });
}

/** An emoji that does not exist. Alone among the unknown, Discord answers it with 400. */
export function unknownEmoji(): RefusedError {
  return new RefusedError({ status: 400, discordCode: 10014, discordMessage: 'Unknown Emoji' });
}

/** A 403 with one of Discord's codes. */
export function forbidden(discordCode: number, discordMessage: string): RefusedError {
  return new RefusedError({ status: 403, discordCode, discordMessage });
}

/** The person did not agree to that much. */
export function missingScope(): RefusedError {
  return forbidden(50026, 'Missing required OAuth2 scope');
}

/** The asker cannot see the thing at all. */
export function missingAccess(): RefusedError {
  return forbidden(50001, 'Missing Access');
}

/** The asker sees the thing but may not do this to it. */
export function missingPermissions(): RefusedError {
  return forbidden(50013, 'Missing Permissions');
}

/** A 400 with one of Discord's codes. */
export function badRequest(discordCode: number, discordMessage: string): RefusedError {
  return new RefusedError({ status: 400, discordCode, discordMessage });
}

/** A body or query with wrong fields. */
export function invalidForm(errors: FormErrorTree): RefusedError {
  return new RefusedError({ status: 400, discordCode: 50035, discordMessage: 'Invalid Form Body', errors });
}

/** A body, or a file in it, that is too large. */
export function entityTooLarge(): RefusedError {
  return new RefusedError({ status: 413, discordCode: 40005, discordMessage: 'Request entity too large' });
}
