import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's top. */
export const ROOT = join(__dirname, '..', '..', '..', '..');

/** The packages whose exports people use. */
export const PUBLIC_PACKAGES = ['base', 'cache', 'client', 'fake-discord', 'gateway', 'playground', 'rest'] as const;

/** The files below a folder that end so, from the top and sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** The text of a file. */
export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Every page that people read: Markdown at the top, in `docs` and of the packages. */
export function pages(): readonly string[] {
  const own = PUBLIC_PACKAGES.flatMap((name) =>
    readdirSync(join(ROOT, 'packages', name)).includes('README.md') ? [`packages/${name}/README.md`] : [],
  );
  return ['CONTRIBUTING.md', 'README.md', ...filesBelow('docs', '.md'), ...own];
}

/** Every source file of the public packages. */
export function sources(): readonly string[] {
  return PUBLIC_PACKAGES.flatMap((name) => filesBelow(`packages/${name}/src`, '.ts'));
}
