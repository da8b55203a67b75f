import { beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes } from './errorCodes.js';
import { PublicSurface } from './PublicSurface.js';
import { filesBelow, readText } from './repository.js';

const codes = new Set(errorCodes().map(({ code }) => code));
let surface: PublicSurface;

beforeAll(() => {
  surface = new PublicSurface();
});

/** What a variable of a page is, and the classes that it may have. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  cache: ['Cache'],
  category: ['CategoryChannel'],
  channel: ['TextChannel'],
  client: ['Client'],
  collector: ['Collector'],
  context: ['Context'],
  forum: ['ForumChannel'],
  guild: ['Guild'],
  interaction: ['CommandInteraction', 'ButtonInteraction', 'AutocompleteInteraction', 'ModalInteraction'],
  member: ['Member'],
  message: ['Message'],
  reaction: ['ReactionAdd', 'Reaction'],
  rest: ['Rest'],
  role: ['Role'],
  thread: ['Thread'],
  user: ['User'],
};
const MEMBER = new RegExp(String.raw`(?<![\w.])(${Object.keys(CLASSES).join('|')})\??\.(\w+)`, 'g');

/** The code in the second column of a page's tables. */
function codeIn(text: string): readonly string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.flatMap((row) => [...(row.split(/(?<!\\)\|/)[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
}

/** The names in the second column of the table under "REST". */
function namesOf(library: string): readonly string[] {
  const [, after = ''] = readText(`docs/coming-from/${library}.md`).split('\n## REST\n');
  return codeIn(after.split('\n## ')[0] ?? '');
}

describe.each(['serenity', 'twilight'])('the REST part for those who come from %s', (library) => {
  it('sends people only to what is there', () => {
    const names = namesOf(library);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !codes.has(name) && !surface.has(name))).toEqual([]);
  });
});

/** Whatever code says of a client, a guild, a message … that is not there. */
function missingIn(codes: readonly string[]): readonly string[] {
  const members = codes.flatMap((code) => [...code.matchAll(MEMBER)]);
  expect(members.length).toBeGreaterThan(5);
  const missing = members.filter(([, owner = '', member = '']) => !CLASSES[owner]?.some((each) => surface.has(`${each}.${member}`)));
  return missing.map(([code]) => code);
}

describe.each(['discord.js', 'serenity', 'twilight'])('the page for those who come from %s', (library) => {
  it('names what a client, a guild, a message … in fact has', () => {
    expect(missingIn(codeIn(readText(`docs/coming-from/${library}.md`)))).toEqual([]);
  });
});

describe('the topics', () => {
  it('name between their examples what a client, a guild, a message … in fact has', () => {
    // In FakeDiscord's a guild or a channel is another.
    const topics = filesBelow('docs/topics', '.md').filter((file) => !file.endsWith('testing-without-discord.md'));
    const prose = topics.map((file) => readText(file).replaceAll(/^```[^]*?^```/gm, ''));
    expect(missingIn(prose.flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)))).toEqual([]);
  });
});
