import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pages, readText, ROOT } from './repository.js';

interface Link {
  readonly page: string;
  readonly target: string;
  readonly anchor: string;
}

const links = pages().flatMap(linksOf);

/** The links of a page to files of the repository, from the top. */
function linksOf(page: string): readonly Link[] {
  const text = readText(page).replaceAll(/^```[^]*?^```/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { page, target: path === '' ? page : normalize(join(dirname(page), path)), anchor };
    });
}

/** The anchors that a page's headings make. */
function anchorsOf(page: string): readonly string[] {
  return [...readText(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}

describe('the pages', () => {
  it('link to files that are there', () => {
    expect(links.filter(({ target }) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  it('link to headings that are there', () => {
    expect(links.filter(({ anchor, target }) => anchor !== '' && !anchorsOf(target).includes(anchor))).toEqual([]);
  });

  it('are all reached from the front door', () => {
    const fromTheDoor = new Set(links.filter(({ page }) => page === 'docs/README.md').map(({ target }) => target));
    const topics = readdirSync(join(ROOT, 'docs/topics')).map((name) => `docs/topics/${name}`);
    expect(topics.filter((topic) => !fromTheDoor.has(topic))).toEqual([]);
  });
});
