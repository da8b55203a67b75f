import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { faintTexts, namelessControls, strayReferences, widthOverflow } from './audit.js';
import { inChromium } from './inChromium.js';
import type { Visit } from './Visit.js';

const visit = inChromium();

/** Everything that opens above the page, and how it is opened from the state that `furnish` leaves. */
const windows: readonly (readonly [name: string, open: (page: Visit) => Promise<void>])[] = [
  ['Make a poll', (page) => page.as('alice').box.getByRole('button', { name: 'Make a poll' }).click()],
  ['Keyboard shortcuts', (page) => page.page.keyboard.press('Control+/')],
  ['Pinned messages', (page) => page.as('alice').box.getByRole('button', { name: 'Pinned messages' }).click()],
  ['Somebody new', (page) => openMenu(page, 'Add a column', 'Somebody new…')],
  ['How was it?', (page) => page.as('alice').use('review')],
  ['The recording as a jest test', (page) => record(page)],
];

async function openMenu({ page }: Visit, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function record({ backstage }: Visit): Promise<void> {
  await backstage.press('Record');
  await backstage.press(/^Stop \(/);
}

/** What opens beside or above the conversation without being a window. */
const sides: readonly (readonly [name: string, open: (page: Visit) => Promise<void>])[] = [
  ['the channels', (page) => page.as('alice').showChannels()],
  ['the members', (page) => page.as('alice').box.getByRole('button', { name: 'Members' }).click()],
  [
    'the commands',
    (page) =>
      page
        .as('alice')
        .field.pressSequentially('/')
        .then(() => page.as('alice').box.getByRole('option', { name: '/tea' }).waitFor()),
  ],
  [
    'a command',
    (page) =>
      page
        .as('alice')
        .type('tea')
        .then(() => page.as('alice').box.getByRole('option', { name: 'Sencha' }).waitFor()),
  ],
  ['a menu', (page) => page.page.getByRole('button', { name: 'Acting as alice' }).click()],
  ['the emoji', (page) => page.as('alice').choose(page.as('alice').message('A line of'), 'Add reaction')],
];

/** Fills a conversation with one of everything. */
async function furnish(page: Visit): Promise<void> {
  const alice = page.as('alice');
  await alice.say(`A line of ${'words '.repeat(40)} and https://example.com/${'long/'.repeat(30)}`);
  await alice.say(`\`\`\`ts\nconst wide = '${'x'.repeat(200)}';\n\`\`\``);
  await alice.say('||hidden|| <t:1700000000:R> # not a heading');
  for (const command of ['card', 'order', 'secret']) await alice.use(command);
  await alice.type('vote');
  await page.page.keyboard.type('More tea?');
  await page.page.keyboard.press('Enter');
  await alice.box.getByRole('region', { name: 'Poll: More tea?' }).waitFor();
  await alice.type('tea');
  await alice.box.getByRole('option', { name: 'Sencha' }).click();
  await page.page.keyboard.press('Enter');
  await alice.message('A cup of Sencha').waitFor();
}

/** Where Tab and Shift+Tab lead from here, each pressed so often that they have gone round. */
async function placesOfFocus(page: Page, dialog: Locator): Promise<readonly boolean[]> {
  const inside: boolean[] = [];
  for (const key of [...Array<string>(24).fill('Tab'), ...Array<string>(24).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    inside.push(await dialog.evaluate((box) => box.contains(document.activeElement)));
  }
  return inside;
}

describe('a page full of things', () => {
  it('has a name for everything that can be used, and refers to nothing that is not there', async () => {
    await using page = await visit({ width: 1600 });
    await furnish(page);
    await page.as('alice').box.getByRole('button', { name: 'Members' }).click();
    expect(await namelessControls(page.page)).toEqual([]);
    expect(await strayReferences(page.page)).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('can be read in %s', async (colorScheme) => {
    await using page = await visit({ colorScheme, width: 1600 });
    await furnish(page);
    expect(await faintTexts(page.page)).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('fits on a screen of 400 pixels in %s', async (colorScheme) => {
    await using page = await visit({ colorScheme, width: 400 });
    await furnish(page);
    expect(await widthOverflow(page.page)).toEqual([]);
    expect(await faintTexts(page.page)).toEqual([]);
    await page.page.keyboard.press('Alt+B');
    await page.backstage.box.locator('[data-kind="request"]').last().click();
    await page.backstage.box.getByRole('region', { name: 'Payload' }).getByText('Answer').waitFor();
    expect(await widthOverflow(page.page)).toEqual([]);
  });

  it.each(sides)('fits and has names with %s beside it, wide and narrow', async (_, open) => {
    for (const width of [400, 1280]) {
      await using page = await visit({ width });
      await page.as('alice').say(`A line of ${'words '.repeat(40)}`);
      await open(page);
      expect(await widthOverflow(page.page)).toEqual([]);
      expect(await namelessControls(page.page)).toEqual([]);
      expect(await strayReferences(page.page)).toEqual([]);
      expect(await faintTexts(page.page)).toEqual([]);
    }
  });

  it('asks nobody but this machine for anything', async () => {
    await using page = await visit();
    await furnish(page);
    const { bot, discord } = page.live;
    const [general] = discord.guilds[0]!.channels.filter(({ name }) => name === '#general');
    const picture = 'http://pictures.example/cat.png';
    await bot.rest.channels.createMessage(general!.id, { content: picture, embeds: [{ title: 'A cat', image: { url: picture } }] });
    await page.as('alice').message('A cat').waitFor();
    const hosts = new Set(page.requests.map((url) => new URL(url).host));
    expect([...hosts]).toEqual([new URL(page.live.url).host]);
  });
});

describe('a window above the page', () => {
  it.each(windows)('%s: has the focus, keeps it, and gives it back at Esc', async (name, open) => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.field.focus();
    await open(page);
    const dialog = page.page.getByRole('dialog', { name });
    await dialog.waitFor();
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    expect(await namelessControls(page.page)).toEqual([]);
    expect(await placesOfFocus(page.page, dialog)).not.toContain(false);
    await page.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.page.locator(':focus').waitFor();
  });

  it.each(windows)('%s: fits on a narrow screen', async (name, open) => {
    await using page = await visit({ width: 400 });
    if (name.startsWith('The recording')) await page.page.keyboard.press('Alt+B');
    await open(page);
    await page.page.getByRole('dialog', { name }).waitFor();
    expect(await widthOverflow(page.page)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('reaches the menu of a message, and all that is in it', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('Look');
    await alice.message('Look').waitFor();
    await alice.box.getByRole('region', { name: /^Messages in/ }).focus();
    await page.page.keyboard.press('End');
    await page.page.keyboard.press('m');
    const menu = page.page.getByRole('menu', { name: 'Message' });
    await menu.waitFor();
    expect(await namelessControls(page.page)).toEqual([]);
    await page.page.keyboard.press('End');
    await page.page.keyboard.press('Enter');
    await alice.message('This message has 1 word.').waitFor();
  });

  it('goes from column to column and from channel to channel', async () => {
    await using page = await visit({ width: 1600 });
    const bob = await page.join('bob');
    await page.page.keyboard.press('Alt+2');
    await page.page.keyboard.type('Hello from bob');
    await page.page.keyboard.press('Enter');
    await bob.message('Hello from bob').waitFor();
    await page.page.keyboard.press('Alt+ArrowDown');
    await bob.box.getByRole('heading', { name: 'tea-room', exact: true }).waitFor();
  });
});
