import { beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes } from './errorCodes.js';
import { PublicSurface } from './PublicSurface.js';
import { readText } from './repository.js';

interface Seeds {
  readonly serenity: readonly { readonly section: string; readonly names: readonly string[] }[];
  readonly twilight: Seeds['serenity'];
}

interface Row {
  readonly there: string;
  readonly here: readonly string[];
  readonly differs: string;
}

const seeds = JSON.parse(readText('packages/bench/test-data/seeds.json')) as Seeds;
const codes = new Set(errorCodes().map(({ code }) => code));
let surface: PublicSurface;

beforeAll(() => {
  surface = new PublicSurface();
});

/** The rows of the table under a heading. */
function rowsOf(page: string, section: string): readonly Row[] {
  const [, after = ''] = page.split(`\n### ${section}\n`);
  const lines = (after.split('\n### ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const [, there = '', here = '', differs = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { there: there.replaceAll('`', ''), here: [...here.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name), differs };
  });
}

/** `Shard`, `Shard.close`, `ConnectionStage 'Backoff'` or `CONNECT_FAILED`. */
function exists(name: string): boolean {
  const [, union, text] = /^(\w+) '(.+)'$/.exec(name) ?? [];
  if (union !== undefined && text !== undefined) return surface.hasLiteral(union, text);
  return codes.has(name) || surface.has(name);
}

describe.each(['serenity', 'twilight'] as const)('the page for those who come from %s', (library) => {
  const page = readText(`docs/coming-from/${library}.md`);
  const sections = seeds[library];

  it('has the sections of the pages that were read, and no others', () => {
    expect([...page.matchAll(/^### (.+)$/gm)].map(([, section]) => section)).toEqual(sections.map(({ section }) => section));
  });

  it.each(sections.map(({ section, names }) => [section, names] as const))('lists every name of %s, and no other', (section, names) => {
    expect(rowsOf(page, section).map(({ there }) => there)).toEqual(names);
  });

  it('sends people only to what is there', () => {
    const rows = sections.flatMap(({ section }) => rowsOf(page, section));
    expect(rows.flatMap(({ here }) => here).filter((name) => !exists(name))).toEqual([]);
  });

  it('says what differs, also where there is nothing to call', () => {
    const rows = sections.flatMap(({ section }) => rowsOf(page, section));
    expect(rows.filter(({ differs }) => differs === '')).toEqual([]);
    expect(rows.filter(({ here }) => here.length === 0).length).toBeLessThan(rows.length / 10);
  });
});
