import type { Channel } from '@aplomb/fake-discord';
import { expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inChromium } from './inChromium.js';
import { shrinkPng } from './shrinkPng.js';
import type { Visit, VisitOptions } from './Visit.js';

// The pictures of README.md and docs/topics/playground.md: npm run test:browser -- --screenshots

const visit = inChromium();
const folder = join(__dirname, '..', '..', 'docs', 'images');
const bytesMax = 150_000;
/** What moves has come to rest by then: typing lines, notices that fade in. */
const restMs = 400;

interface Picture {
  readonly name: string;
  readonly options?: VisitOptions;
  /** Brings the page into the state that is shown. */
  readonly pose: (page: Visit) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'playground', pose: teaParty },
  { name: 'playground-light', options: { colorScheme: 'light' }, pose: card },
  { name: 'playground-commands', pose: suggestions },
  { name: 'playground-modal', pose: review },
  { name: 'playground-timeline', pose: troubles },
  { name: 'playground-side-by-side', options: { width: 1600, height: 900 }, pose: twoPeople },
  { name: 'playground-narrow', options: { width: 400 }, pose: teaParty },
];

function general({ live }: Visit): Channel {
  return live.discord.guilds[0]!.channels.find(({ name }) => name === '#general')!;
}

/** People talk, react, and let the bot make tea. */
async function teaParty(page: Visit): Promise<void> {
  const [alice, bob, carol] = page.live.people as readonly [Visit['live']['people'][number], ...Visit['live']['people']];
  const channel = general(page);
  const question = await alice.send(channel, 'Who would like **tea**? There is ||carrot cake||, too.');
  await bob!.send(channel, { content: 'Me, please!', replyTo: question });
  await carol!.react(question, '🍵');
  await bob!.react(question, '🍵');
  const { reply: cup } = await alice.useCommand(channel, 'tea', { kind: 'Darjeeling', guest: bob! });
  await bob!.press(cup!, 'tea:Darjeeling:1');
  await page.as('alice').message('2 cups of Darjeeling').waitFor();
  await carol!.useCommand(channel, 'vote', { question: 'Scones with it?' });
  await page.as('alice').box.getByRole('region', { name: 'Poll: Scones with it?' }).waitFor();
}

async function card(page: Visit): Promise<void> {
  const alice = page.as('alice');
  await alice.use('card');
  await alice.message('Our teas').waitFor();
  await alice.say('```ts\nawait interaction.reply(message({ components: [card] }));\n```');
  await alice.message('interaction.reply').waitFor();
}

async function suggestions(page: Visit): Promise<void> {
  await teaParty(page);
  await page.as('alice').type('tea');
  await page.as('alice').box.getByRole('option', { name: 'Sencha' }).waitFor();
  await page.page.keyboard.press('ArrowDown');
}

async function review(page: Visit): Promise<void> {
  await teaParty(page);
  await page.as('alice').use('review');
  const modal = page.page.getByRole('dialog', { name: 'How was it?' });
  await modal.getByRole('textbox', { name: 'Your tea' }).fill('Darjeeling');
  await modal.getByText('★★★').click();
  await modal.getByRole('textbox', { name: 'In your words' }).fill('Light as promised.');
}

/** The connection breaks, a request is refused, and the bot gets over both. */
async function troubles(page: Visit): Promise<void> {
  const { backstage } = page;
  await teaParty(page);
  await backstage.press('Drop the connection');
  await backstage.entry('RESUME').waitFor();
  await backstage.press('429: rate limited');
  await page.as('alice').say('!ping');
  await page.as('alice').message('Pong!').waitFor();
  await backstage.entry('POST /channels/:channelId/messages', '429').click();
  await backstage.box.getByRole('region', { name: 'Payload' }).getByText('retry_after').waitFor();
  await page.page.locator('.notice').first().waitFor({ state: 'detached' });
}

async function twoPeople(page: Visit): Promise<void> {
  const bob = await page.join('bob');
  await page.as('alice').use('secret');
  await page.as('alice').message('Nobody else sees this').waitFor();
  await page.as('alice').say('They are in the kitchen!');
  await bob.message('They are in the kitchen!').waitFor();
  await bob.field.pressSequentially('Which cups are');
  await page.as('alice').box.getByText('bob is typing…').waitFor();
}

it.each(pictures)('$name.png is taken, and is not too large', async ({ name, options, pose }) => {
  await mkdir(folder, { recursive: true });
  await using page = await visit(options);
  await pose(page);
  await page.page.mouse.move(0, 0);
  await page.page.waitForTimeout(restMs);
  const png = shrinkPng(await page.page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await writeFile(join(folder, `${name}.png`), png);
  expect(png.length).toBeLessThan(bytesMax);
});
