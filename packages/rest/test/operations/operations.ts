import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ids } from './given/ids.js';

/** One operation of Discord's OpenAPI document, joined with its documentation. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly resource: string;
  readonly auth: readonly string[];
  readonly hasBody: boolean;
  readonly bodyRequired?: boolean;
  readonly multipart: boolean;
  readonly contentTypes?: readonly string[];
  /** `null`: it is not documented. */
  readonly auditLogReason: boolean | null;
  readonly query: readonly { readonly name: string }[];
  readonly documented: boolean;
  readonly docsFile?: string;
  readonly docsSections?: readonly string[];
  readonly deprecated: boolean;
  readonly apiTypes: { readonly has: boolean };
}

interface DocsRoute extends Pick<Operation, 'auditLogReason' | 'deprecated' | 'docsFile' | 'method' | 'path'> {
  readonly sections: readonly string[];
}

const table = JSON.parse(readFileSync(join(__dirname, '../../test-data/rest-operations.json'), 'utf8')) as {
  readonly operations: readonly Operation[];
  readonly docsRoutesNotInSpec: readonly DocsRoute[];
};

/** The operations that a bot may use. */
export const OPERATIONS = table.operations;

/** Discord has switched off the batch edit of command permissions; the other routes that only the documentation has do work. */
const SWITCHED_OFF = 'PUT /applications/{application.id}/guilds/{guild.id}/commands/permissions';

/** Routes that are documented and not in the OpenAPI document. */
export const DOCS_ONLY_OPERATIONS: readonly Operation[] = table.docsRoutesNotInSpec
  .filter(({ method, path }) => `${method} ${path}` !== SWITCHED_OFF)
  .map(({ sections, path, ...route }) => ({
    ...route,
    operationId: `docs only: ${sections.join()}`,
    path: path.replaceAll('.id}', '_id}'),
    resource: '',
    auth: ['bot'],
    hasBody: route.method !== 'GET',
    multipart: false,
    query: [],
    documented: true,
    docsSections: sections,
    apiTypes: { has: true },
  }));

const byRequest = new Map(
  [...OPERATIONS, ...DOCS_ONLY_OPERATIONS].map((operation) => [`${operation.method} ${filledPath(operation.path)}`, operation]),
);

/** The operation that a request was for: the one whose path has exactly these ids in exactly these places. */
export function operationOf(method: string, path: string): Operation | undefined {
  return byRequest.get(`${method} ${path}`);
}

function filledPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: string | undefined = (ids as Readonly<Record<string, string>>)[name];
    return value === undefined ? `no id for {${name}}` : encodeURIComponent(value);
  });
}
