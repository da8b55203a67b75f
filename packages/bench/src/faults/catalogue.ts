import { readFile } from 'node:fs/promises';

/** One fault of the catalogue. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  readonly check: string;
}

/** The faults of the sections that this project covers, in the catalogue's order. */
export async function readCatalogue(path: string): Promise<readonly Fault[]> {
  const { faults } = JSON.parse(await readFile(path, 'utf8')) as { readonly faults: readonly Fault[] };
  return faults;
}
