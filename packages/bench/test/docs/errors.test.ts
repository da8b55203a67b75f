import { describe, expect, it } from '@jest/globals';
import { errorCodes } from './errorCodes.js';
import { filesBelow, readText } from './repository.js';

const FOLDER = 'docs/errors';
const INDEX = `${FOLDER}/README.md`;
const SECTIONS = ['What happened', 'Why', 'What to do'];
const LEAST_WORDS = 4;

const codes = [...new Set(errorCodes().map(({ code }) => code))].sort();
const files = filesBelow(FOLDER, '.md').filter((file) => file !== INDEX);

describe('the pages of the error codes', () => {
  it('are those of the codes that the packages throw, no more and no fewer', () => {
    expect(codes).toContain('UNKNOWN_OPTION');
    expect(codes).toContain('FAKE_SHARD_NOT_CONNECTED');
    expect(files).toEqual(codes.map((code) => `${FOLDER}/${code}.md`));
  });

  it.each(files)('%s says what happened, why, and what to do', (file) => {
    const [heading, ...sections] = readText(file).split(/^## /m);
    expect(heading).toMatch(
      new RegExp(`^# ${file.slice(FOLDER.length + 1, -'.md'.length)}\n\n\`\\w+Error\` of \`(@aplomb/)?[\\w-]+\`: .+\\.\n\n$`),
    );
    expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual(SECTIONS);
    for (const section of sections) expect(section.split(/\s+/).length - 1).toBeGreaterThanOrEqual(LEAST_WORDS);
  });

  it('stand in the index once each, with what the page says of them', () => {
    const rows = [...readText(INDEX).matchAll(/^\| \[(\w+)\]\((\w+)\.md\)\s*\| (.+?)\s*\|$/gm)].map(([, code, link, meaning]) => ({
      code,
      link,
      meaning,
    }));
    expect(rows.map(({ code }) => code).sort()).toEqual(codes);
    for (const { code, link, meaning } of rows) {
      expect(link).toBe(code);
      expect(readText(`${FOLDER}/${String(code)}.md`)).toContain(`: ${String(meaning)}.\n`);
    }
  });

  it('belong to the class that throws the code', () => {
    const source = new Map(errorCodes().map(({ code, file }) => [code, file.split('/')[1]]));
    const packages = files.map((file) => [file, /of `(?:@aplomb\/)?([\w-]+)`/.exec(readText(file))?.[1]?.replace('aplomb', 'client')]);
    expect(packages).toEqual(files.map((file) => [file, source.get(file.slice(FOLDER.length + 1, -'.md'.length))]));
  });
});
