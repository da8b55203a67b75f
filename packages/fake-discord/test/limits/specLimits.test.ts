import { describe, expect, it } from '@jest/globals';
import type { RestReply } from '../../src/rest/RestRequest.js';
import { complains } from './complaints.js';
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
