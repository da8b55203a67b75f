import { isObject } from '../../src/world/forms/Form.js';
import type { RestReply } from '../../src/rest/RestRequest.js';

/** What a complaint about too much, too little or the wrong number of something is called. */
const SIZES =
  /^(?:BASE_TYPE_(?:CHOICES|MAX_LENGTH|MIN_LENGTH|REQUIRED)|NUMBER_TYPE_M(?:AX|IN)|SET_TYPE_ALREADY_CONTAINS_VALUE|STRING_TYPE_REGEX)$/;
const TOO_MANY_ATTACHMENTS = 30015;

/** Whether an answer complains of the size of this field. */
export function complains({ body, status }: RestReply, path: string): boolean {
  const field = /^(\w+)(?:\[\]|\{\})?$/.exec(path.split('.').at(-1) ?? '')?.[1] ?? path;
  const { code, errors } = (body ?? {}) as { readonly code?: number; readonly errors?: unknown };
  if (code === TOO_MANY_ATTACHMENTS) return field === 'attachments';
  return status === 400 && isObject(errors) && complaintsOf(errors, field).some((complaint) => SIZES.test(complaint));
}

/** The names of all complaints about a field, and about what is in it. */
function complaintsOf(tree: Readonly<Record<string, unknown>>, field: string, isWithin = false): readonly string[] {
  return Object.entries(tree).flatMap(([name, inner]) => {
    if (Array.isArray(inner)) return isWithin ? (inner as readonly { readonly code: string }[]).map(({ code }) => code) : [];
    return isObject(inner) ? complaintsOf(inner, field, isWithin || name === field) : [];
  });
}
