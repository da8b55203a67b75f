import { beforeAll, describe, expect, it } from '@jest/globals';
import { TOKEN } from '../FakeApi.js';
import { ids } from './given/ids.js';
import { DOCS_ONLY_OPERATIONS, OPERATIONS, type Operation } from './operations.js';
import type { RecordedRequest } from './RecordingServer.js';
import { REASON, surveyRest, type Survey, type Visit } from './survey.js';

/** Methods that are there beside the one that an operation is called by in general: the same route seen from somewhere else. */
const OTHER_WAYS = [
  'channels.createForumPost',
  'interactions.createFollowup',
  'interactions.deleteFollowup',
  'interactions.editFollowup',
  'interactions.followup',
  'users.createGroupDm',
];

/** A visit that made one request for a known operation, as all do if the first test passes. */
interface Call extends Visit {
  readonly operation: Operation;
  readonly request: RecordedRequest;
}

let survey: Survey;
let calls: readonly Call[];

beforeAll(async () => {
  survey = await surveyRest();
  calls = survey.visits.flatMap((visit) => {
    const { operation, requests } = visit;
    return operation === undefined || requests[0] === undefined ? [] : [{ ...visit, operation, request: requests[0] }];
  });
}, 60_000);

/** The names of the methods for which something holds, so that a failure says which they are. */
function where(claim: (call: Call) => boolean): string[] {
  return [...new Set(calls.filter(claim).map(({ name }) => name))].sort();
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isFile = (value: unknown): boolean => isObject(value) && 'data' in value && 'name' in value;
const contentType = ({ request }: Call): string => String(request.headers['content-type'] ?? 'none').replace(/;.*/, '');

/** What a method was given as its query: an argument of its own, or part of the options beside a body. */
function queryOf({ given, operation, options }: Call): Readonly<Record<string, unknown>> {
  const own = operation.hasBody ? undefined : given.find(isObject);
  return (options['query'] as Readonly<Record<string, unknown>> | undefined) ?? own ?? {};
}

function bodyOf({ given, operation }: Call): unknown {
  return operation.hasBody ? given.find((value) => isObject(value) && !isFile(value)) : undefined;
}

describe('the methods of a Rest', () => {
  it('are all called, with arguments that were written for them', () => {
    expect([...survey.given].sort()).toEqual([...survey.methods].sort());
    expect([...survey.sources.keys()].sort()).toEqual([...survey.methods].sort());
  });

  it('each make exactly one request, to a route of the table', () => {
    const failed = survey.visits.filter(
      ({ error, operation, requests }) => error !== undefined || operation === undefined || requests.length !== 1,
    );
    const told = failed.map(({ error, name, requests }) => [name, requests.map(({ method, path }) => `${method} ${path}`), error]);
    expect(told).toEqual([]);
  });

  it('cover the table: each operation is called by one method, or by one and other ways to it', () => {
    const callers = new Map<string, Set<string>>();
    for (const { name, operation } of calls) {
      if (!OTHER_WAYS.includes(name)) callers.set(operation.operationId, (callers.get(operation.operationId) ?? new Set()).add(name));
    }
    const wrong = [...OPERATIONS, ...DOCS_ONLY_OPERATIONS]
      .map(({ operationId }) => [operationId, ...(callers.get(operationId) ?? [])])
      .filter((row) => row.length !== 2);
    expect(wrong).toEqual([]);
    expect(OPERATIONS).toHaveLength(237);
    expect(OTHER_WAYS.filter((name) => !survey.methods.includes(name))).toEqual([]);
  });

  it('take their ids in the order of the path', () => {
    const known: ReadonlySet<string> = new Set(Object.values(ids));
    const inOrder = ({ given, operation }: Call): boolean => {
      const params = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => (ids as Readonly<Record<string, string>>)[name ?? '']);
      return (
        given
          .map(String)
          .filter((value) => known.has(value))
          .join() === params.join()
      );
    };
    expect(where((call) => !inOrder(call))).toEqual([]);
  });
});

/** Methods that need no token at all, so that they send none. */
const FOR_EVERYBODY = [
  'gateway.get',
  'guilds.widget',
  'guilds.widgetImage',
  'oauth2.publicKeys',
  'partnerSdk.token',
  'partnerSdk.unmergeProvisionalAccount',
  'stickers.packs',
  'templates.get',
];

describe('the headers of the methods', () => {
  it('carry a reason exactly where Discord documents one for the audit log', () => {
    const reasonOf = ({ request }: Call): string | undefined => request.headers['x-audit-log-reason'] as string | undefined;
    expect(where((call) => (reasonOf(call) !== undefined) !== (call.operation.auditLogReason === true))).toEqual([]);
    expect(where((call) => decodeURIComponent(reasonOf(call) ?? encodeURIComponent(REASON)) !== REASON)).toEqual([]);
    expect(OPERATIONS.filter(({ auditLogReason }) => auditLogReason === true)).toHaveLength(53);
  });

  it('carry the bot’s token, except where the path or the body has a secret of its own or Discord tells everybody', () => {
    const isBare = ({ request }: Call): boolean => request.headers['authorization'] === undefined;
    const withOwnToken = where(({ operation }) => operation.path.includes('_token}'));
    expect(where(isBare)).toEqual([...withOwnToken, ...FOR_EVERYBODY].sort());
    expect(where((call) => isBare(call) && !call.operation.auth.includes('none'))).toEqual([]);
    expect(where((call) => !isBare(call) && call.request.headers['authorization'] !== `Bot ${TOKEN}`)).toEqual([]);
  });
});

describe('the methods of a Rest without a token', () => {
  it('work where no token is needed, and send nothing where one is', async () => {
    const { visits } = await surveyRest({});
    const claims = visits.map(({ error, name, operation, requests }) => ({
      name,
      isServed: error === undefined && operation !== undefined && requests.length === 1,
      isRefused: (error as { readonly code?: unknown } | undefined)?.code === 'MISSING_OPTION' && requests.length === 0,
    }));
    const served = new Set(claims.filter(({ isServed }) => isServed).map(({ name }) => name));
    expect([...served].sort()).toEqual(where(({ request }) => request.headers['authorization'] === undefined));
    expect(claims.filter(({ isRefused, isServed }) => isRefused === isServed)).toEqual([]);
  });
});

/** Parameters of the query that a method leaves out, with the reason. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // Answers to interactions are never in a thread that must be named, and take components as they are.
  get_original_webhook_message: ['thread_id'],
  delete_original_webhook_message: ['thread_id'],
  update_original_webhook_message: ['thread_id', 'with_components'],
};

/** Lists that Discord wants in one parameter, with commas; others repeat the parameter. */
const WITH_COMMAS = ['include_roles'];

function wireQuery(query: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      const values = !Array.isArray(value) ? [value] : WITH_COMMAS.includes(name) ? [value.join(',')] : (value as unknown[]);
      return values.map((one) => `${name}=${String(one)}`);
    })
    .sort();
}

describe('the queries of the methods', () => {
  it('arrive as they were given, under the names that they have on the wire', () => {
    const arrived = ({ request }: Call): string =>
      request.query
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join('&');
    expect(where((call) => arrived(call) !== wireQuery(queryOf(call)).join('&'))).toEqual([]);
  });

  it('know every parameter that is documented, and no other', () => {
    const names = (list: readonly string[]): string => [...new Set(list)].sort().join();
    const differing = OPERATIONS.filter(({ operationId, query }) => {
      const sent = calls
        .filter(({ operation }) => operation.operationId === operationId)
        .flatMap(({ request }) => request.query.map(([name]) => name));
      return names([...sent, ...(LEFT_OUT[operationId] ?? [])]) !== names(query.map(({ name }) => name));
    });
    expect(differing.map(({ operationId }) => operationId)).toEqual([]);
  });
});

/** What may stand in a body besides what was given: what this library adds to messages, and what files bring along. */
const ADDED = ['allowed_mentions', 'attachments', 'enforce_nonce', 'nonce'];

function holdsBody(call: Call): boolean {
  const given = bodyOf(call);
  const { json } = call.request;
  if (given === undefined) return true;
  if (Array.isArray(given) || !isObject(given)) return JSON.stringify(json) === JSON.stringify(given);
  const wanted = Object.entries(given).filter(([, value]) => !isFile(value));
  const extra = Object.keys(json ?? {}).filter((name) => !(name in given) && !ADDED.includes(name));
  return isObject(json) && extra.length === 0 && wanted.every(([name, value]) => contains(json[name], value));
}

/** Whether `value` is all there: messages within bodies are added to as well. */
function contains(found: unknown, value: unknown): boolean {
  if (!isObject(value) || Array.isArray(value)) return JSON.stringify(found) === JSON.stringify(value);
  return isObject(found) && Object.entries(value).every(([name, one]) => contains(found[name], one));
}

/** Operations that Discord would also take as a form, but that have no files in them. */
const WITHOUT_FILES = [
  'execute_slack_compatible_webhook',
  'update_lobby_message_external_moderation_metadata',
  'update_user_message_external_moderation_metadata',
];

describe('the bodies of the methods', () => {
  it('arrive as they were given', () => {
    expect(where((call) => !holdsBody(call))).toEqual([]);
  });

  it('hold what was given and is no part of the path', () => {
    const known: ReadonlySet<string> = new Set(Object.values(ids));
    const isLost = ({ given, request }: Call): boolean =>
      given.some(
        (value) => typeof value === 'string' && !known.has(value) && !JSON.stringify(request.json ?? '').includes(JSON.stringify(value)),
      );
    expect(where(isLost)).toEqual([]);
  });

  it('are there exactly where the operation has one', () => {
    // The OpenAPI document gives DELETE …/bans/{user_id} a body with nothing in it; the documentation has none.
    const needsBody = ({ method, hasBody }: Operation): boolean => hasBody && method !== 'DELETE';
    expect(where(({ operation, request }) => needsBody(operation) && request.bodyBytes === 0)).toEqual([]);
    expect(where(({ operation, request }) => !operation.hasBody && request.bodyBytes > 0)).toEqual([]);
  });

  it('are JSON, or a form where there is a file, or where Discord takes nothing else', () => {
    const takesFormOnly = ({ operation }: Call): boolean => operation.contentTypes?.join() === 'multipart/form-data';
    const hasFile = (call: Call): boolean =>
      [...call.given, ...call.given.filter(isObject).flatMap((one) => Object.values(one)), ...Object.values(call.options).flat()].some(
        isFile,
      );
    const expected = (call: Call): string =>
      call.request.bodyBytes === 0 ? 'none' : takesFormOnly(call) || hasFile(call) ? 'multipart/form-data' : 'application/json';
    expect(where((call) => contentType(call) !== expected(call))).toEqual([]);
    expect(where((call) => contentType(call) === 'multipart/form-data' && call.request.files.length !== 1)).toEqual([]);
  });

  it('can have files exactly where Discord takes forms', () => {
    const withFiles = calls.filter(({ request }) => request.files.length > 0).map(({ operation }) => operation.operationId);
    const multipart = OPERATIONS.filter((operation) => operation.multipart).map(({ operationId }) => operationId);
    expect([...new Set(withFiles), ...WITHOUT_FILES].sort()).toEqual(multipart.sort());
  });
});
