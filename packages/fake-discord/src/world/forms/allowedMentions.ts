import { isSnowflake } from '../Snowflakes.js';
import type { Form } from './Form.js';

/** The wire's `allowed_mentions`, read. */
export interface AllowedMentions {
  readonly parse: readonly string[];
  readonly repliedUser: boolean;
  readonly roles: readonly string[];
  readonly users: readonly string[];
}

/** What webhooks and answers to interactions allow when nothing is said: they ping no roles and not everyone unless they are told to. */
export const ONLY_USERS: AllowedMentions = { parse: ['users'], repliedUser: false, roles: [], users: [] };

const IDS_MAX = 100;
const KINDS = ['everyone', 'roles', 'users'];

/** Reads `allowed_mentions` out of the body of a message; `null` when it was left out. */
export function readAllowedMentions(form: Form): AllowedMentions | null {
  const allowed = form.object('allowed_mentions');
  if (allowed === undefined) return null;
  const parse = (allowed.list('parse', { isSet: true }) ?? []).filter((kind): kind is string => typeof kind === 'string');
  const unknown = parse.find((kind) => !KINDS.includes(kind));
  if (unknown !== undefined) allowed.refuse('parse', 'BASE_TYPE_CHOICES', `Value must be one of {'users', 'roles', 'everyone'}.`);
  for (const kind of ['roles', 'users']) refuseBoth(allowed, kind, parse);
  return {
    parse,
    repliedUser: allowed.boolean('replied_user') ?? false,
    roles: readIds(allowed, 'roles'),
    users: readIds(allowed, 'users'),
  };
}

/** "All users" and "these users" contradict each other: Discord refuses a form that says both. */
function refuseBoth(allowed: Form, kind: string, parse: readonly string[]): void {
  const ids = allowed.raw(kind);
  if (!parse.includes(kind) || !Array.isArray(ids) || ids.length === 0) return;
  allowed.refuse('', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`);
}

function readIds(allowed: Form, kind: string): readonly string[] {
  const ids = allowed.list(kind, { max: IDS_MAX, isSet: true }) ?? [];
  const wrong = ids.find((id) => !isSnowflake(id));
  if (wrong !== undefined) allowed.refuse(kind, 'NUMBER_TYPE_COERCE', `Value "${JSON.stringify(wrong)}" is not snowflake.`);
  return ids.filter(isSnowflake);
}
