import { describe, expect, it } from '@jest/globals';
import { isObject } from '../../src/world/forms/Form.js';
import type { RestReply } from '../../src/rest/RestRequest.js';
import { EXCUSED } from './excused.js';
import { LIMITS } from './limitsData.js';
import { withField } from './probes.js';
import { CHECKED_CASES, isLimited } from './specCases.js';
import { fullHome, SUBJECTS } from './subjects.js';
import type { Subject } from './subjects.js';

function send({ ask, body, value }: Subject, path: string, replaced: unknown): RestReply {
  const home = fullHome();
  const signature = ask.replace(/:(\w+)/g, (whole, name: string) => home.ids[name] ?? whole);
  const whole = withField(value, path, replaced);
  const bearer = `Bearer ${home.grants.authorize(home.alice.id, ['role_connections.write']).token}`;
  const json = body === undefined ? whole : body(whole);
  return signature.includes('/role-connection') && !signature.includes('metadata')
    ? home.askAs(bearer, signature, json)
    : home.ask(signature, json);
}

/** What a complaint about too much, too little or the wrong number of something is called. */
const SIZES =
  /^(?:BASE_TYPE_(?:CHOICES|MAX_LENGTH|MIN_LENGTH|REQUIRED)|NUMBER_TYPE_M(?:AX|IN)|SET_TYPE_ALREADY_CONTAINS_VALUE|STRING_TYPE_REGEX)$/;
const TOO_MANY_ATTACHMENTS = 30015;

/** Whether an answer complains of the size of this field. */
function complains({ body, status }: RestReply, path: string): boolean {
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

describe('bodies that the OpenAPI document describes', () => {
  it('are all sent, or excused', () => {
    const left = Object.keys(LIMITS.spec.schemas).filter((schema) => isLimited(schema) && !(schema in SUBJECTS) && !(schema in EXCUSED));
    expect(left).toEqual([]);
  });

  it.each(CHECKED_CASES.map((each) => [each.title, each] as const))(
    'are refused beyond %s, and not before',
    (_, { allowed, path, refused, subject }) => {
      expect(complains(send(subject, path, refused), path)).toBe(true);
      expect(complains(send(subject, path, allowed), path)).toBe(false);
    },
  );
});
