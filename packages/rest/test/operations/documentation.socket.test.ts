import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS, type Operation } from './operations.js';
import type { MethodSource } from './readMethods.js';
import { surveyRest } from './survey.js';

/** A method, and the operation that it turned out to be for. */
interface Documented {
  readonly name: string;
  readonly operation: Operation;
  readonly source: MethodSource;
}

let methods: readonly Documented[];

let names: readonly string[];

beforeAll(async () => {
  const { methods: all, visits } = await surveyRest();
  names = all;
  const byName = new Map(
    visits.flatMap(({ name, operation, source }) => (operation === undefined ? [] : [[name, { name, operation, source }]])),
  );
  methods = [...byName.values()];
}, 60_000);

const where = (claim: (method: Documented) => boolean): string[] => methods.filter(claim).map(({ name }) => name);

const slug = (section: string): string =>
  section
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/** The links to the sections that describe an operation. Those of webhooks are described on two pages, of which the table names one. */
function linksOf({ docsFile = '', docsSections = [], path }: Operation): string[] {
  const pages = [docsFile.replace(/\.mdx$/, ''), ...(path.startsWith('/webhooks/') ? ['resources/webhook'] : [])];
  return pages.flatMap((page) => docsSections.map((section) => `{@link https://docs.discord.com/developers/${page}#${slug(section)} | `));
}

describe('the comments of the methods', () => {
  it('are all looked at', () => {
    expect(methods.map(({ name }) => name)).toEqual(names);
  });

  it('are there, and say something before they link', () => {
    expect(where(({ source }) => !/\/\*\*\s+(\* )?\w/.test(source.doc))).toEqual([]);
  });

  it('link the section of Discord’s documentation that describes the operation', () => {
    const wrong = methods.filter(
      ({ operation, source }) => operation.documented && !linksOf(operation).some((link) => source.doc.includes(link)),
    );
    expect(wrong.map(({ name, operation }) => [name, ...linksOf(operation)])).toEqual([]);
  });

  it('are marked as deprecated exactly where Discord has deprecated the operation', () => {
    expect(where(({ operation, source }) => operation.deprecated !== source.isDeprecated)).toEqual([]);
  });

  it('are marked as experimental exactly where discord-api-types has no types', () => {
    expect(where(({ operation, source }) => operation.apiTypes.has === source.isExperimental)).toEqual([]);
    expect(OPERATIONS.filter(({ apiTypes }) => !apiTypes.has)).toHaveLength(34);
  });
});

describe('docs/topics/experimental-rest.md', () => {
  it('lists the experimental methods, with their routes, and nothing else', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/topics/experimental-rest.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `rest\.([\w.]+)` +\| `([A-Z]+ \/\S+)` +\|/gm)].map(
      ([, name, route]) => `${String(name)}: ${String(route)}`,
    );
    const experimental = methods.filter(({ source }) => source.isExperimental);
    expect(listed.sort()).toEqual(experimental.map(({ name, operation }) => `${name}: ${operation.method} ${operation.path}`).sort());
  });
});
