import { beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes } from './errorCodes.js';
import { PublicSurface } from './PublicSurface.js';
import { readText } from './repository.js';

const codes = new Set(errorCodes().map(({ code }) => code));
let surface: PublicSurface;

beforeAll(() => {
  surface = new PublicSurface();
});

/** The names in the second column of the table under "REST". */
function namesOf(library: string): readonly string[] {
  const [, after = ''] = readText(`docs/coming-from/${library}.md`).split('\n## REST\n');
  const rows = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe.each(['serenity', 'twilight'])('the REST part for those who come from %s', (library) => {
  it('sends people only to what is there', () => {
    const names = namesOf(library);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !codes.has(name) && !surface.has(name))).toEqual([]);
  });
});
