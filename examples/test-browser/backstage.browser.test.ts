import { describe, expect, it } from '@jest/globals';
import { inChromium } from './inChromium.js';
import { runRecordedTest } from './runRecordedTest.js';
import type { Visit } from './Visit.js';

const visit = inChromium();

/** A time of the day, some seconds later. */
function later(time: string, seconds: number): string {
  return new Date(Date.parse(`2000-01-01T${time}Z`) + seconds * 1_000).toISOString().slice(11, 19);
}

/** Ends the recording, and takes its test from the clipboard. */
async function copyTest({ backstage, page }: Visit): Promise<string> {
  await backstage.press(/^Stop \(/);
  await page.getByRole('button', { name: 'Copy as jest test' }).click();
  await page.getByText('Copied.').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('the backstage of the playground', () => {
  it('drops the connection, and shows the shard resume its session', async () => {
    await using page = await visit();
    const { backstage } = page;
    const session = await backstage.shard.getAttribute('data-session');
    await backstage.press('Drop the connection');
    await backstage.entry('RESUME').waitFor();
    await backstage.box.locator(`[data-shard="0"][data-stage="Connected"][data-session="${String(session)}"]`).waitFor();
    await page.as('alice').say('!ping');
    await page.as('alice').message('Pong!').waitFor();
  });

  it('shows a request that was refused with 429, its answer, and how it was repeated', async () => {
    await using page = await visit();
    const { backstage } = page;
    await backstage.press('429: rate limited');
    await page.as('alice').say('!ping');
    const refused = backstage.entry('POST /channels/:channelId/messages', '429');
    await refused.click();
    const payload = backstage.box.getByRole('region', { name: 'Payload' });
    await payload.getByText('retry_after').waitFor();
    await backstage.entry('POST /channels/:channelId/messages', /200 · \d/).waitFor();
    await page.as('alice').message('Pong!').waitFor();
  });

  it('stops the time, moves it on by steps, and lets it run', async () => {
    await using page = await visit();
    const { clock } = page.backstage;
    await page.backstage.press('Stop the time');
    await clock.and(page.page.locator('[data-paused="true"]')).waitFor();
    const time = clock.locator('time');
    const before = await time.innerText();
    await page.backstage.press('+1 min');
    await clock.getByText(later(before, 60)).waitFor();
    await page.backstage.press('+1 s');
    await clock.getByText(later(before, 61)).waitFor();
    await page.backstage.press('Let the time run');
    await clock.getByText(later(before, 62)).waitFor();
  });

  it('finds entries by their words', async () => {
    await using page = await visit();
    const { backstage } = page;
    await page.as('alice').say('!ping');
    await backstage.entry('MESSAGE_CREATE').waitFor();
    await backstage.box.getByRole('searchbox', { name: 'Filter the timeline' }).fill('POST');
    await backstage.entry('MESSAGE_CREATE').waitFor({ state: 'detached' });
    expect(await backstage.entry('POST /channels/:channelId/messages').count()).toBe(1);
  });

  it('writes a recording as a test, and that test passes', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    const bob = await page.join('bob');
    await page.backstage.press('Record');
    await alice.say('!ping');
    await alice.message('Pong!').waitFor();
    await alice.type('tea');
    await alice.box.getByRole('option', { name: 'Sencha' }).click();
    await page.page.keyboard.press('Enter');
    await bob.message('A cup of Sencha').getByRole('button', { name: 'One more' }).click();
    await bob.message('2 cups of Sencha').waitFor();
    await alice.use('secret');
    await alice.message('Nobody else sees this').waitFor();
    await bob.use('review');
    const modal = page.page.getByRole('dialog', { name: 'How was it?' });
    await modal.getByRole('textbox', { name: 'Your tea' }).fill('Sencha');
    await modal.getByText('★★☆').click();
    await modal.getByRole('button', { name: 'Submit' }).click();
    await alice.message('★★☆ Sencha').waitFor();
    const test = await copyTest(page);
    expect(test).toMatch(/await bob\.press\(\w+, 'tea:Sencha:1'\);/);
    expect(await runRecordedTest(test)).toEqual({ messages: [], numFailedTests: 0, numPassedTests: 1 });
  });

  it('writes tests that fail when the bot does something else', async () => {
    await using page = await visit();
    await page.backstage.press('Record');
    await page.as('alice').say('!ping');
    await page.as('alice').message('Pong!').waitFor();
    const outcome = await runRecordedTest((await copyTest(page)).replace("content: 'Pong!'", "content: 'Peng!'"));
    expect(outcome).toMatchObject({ messages: [expect.stringContaining('robot [bot]: Pong!')], numFailedTests: 1 });
  });
});
