import { describe, expect, it } from '@jest/globals';
import { inChromium } from './inChromium.js';

const visit = inChromium();

describe('a person who uses the bot', () => {
  it('uses a slash command with suggestions and an option more, without touching the mouse', async () => {
    await using page = await visit();
    const { keyboard } = page.page;
    const alice = page.as('alice');
    await alice.field.focus();
    await keyboard.type('/te');
    await alice.box.getByRole('option', { name: '/tea' }).waitFor();
    await keyboard.press('Enter');
    await alice.box.getByRole('combobox', { name: 'kind' }).waitFor();
    await keyboard.type('gre');
    await alice.box
      .getByRole('option', { name: /Sencha|Earl Grey/ })
      .first()
      .waitFor();
    await alice.box.getByRole('option', { name: 'Assam' }).waitFor({ state: 'detached' });
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await alice.box.getByRole('textbox', { name: 'cups' }).waitFor();
    await keyboard.type('3');
    await keyboard.press('Enter');
    await alice.message('3 cups of').getByText('used /tea').waitFor();
  });

  it('is told which option is missing, and leaves the command with Esc', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.use('tea');
    await alice.box.getByText('is required').waitFor();
    await page.page.keyboard.press('Escape');
    await page.page.keyboard.press('Escape');
    await alice.field.waitFor();
  });

  it('keeps a command when Esc ends the wait for its suggestions', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.type('tea');
    await page.page.keyboard.type('Sencha');
    await page.page.keyboard.press('Escape');
    await page.page.keyboard.press('Enter');
    await alice.message('A cup of Sencha').waitFor();
  });

  it('presses a button, and everybody sees what it changed', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.type('tea');
    await alice.box.getByRole('option', { name: 'Sencha' }).click();
    await page.page.keyboard.press('Enter');
    await bob.message('A cup of Sencha').getByRole('button', { name: 'One more' }).click();
    await alice.message('2 cups of Sencha').waitFor();
    await bob.message('2 cups of Sencha').waitFor();
  });

  it('chooses two things in a list with the keyboard, and sends them off', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.use('order');
    const order = alice.message('used /order');
    await order.getByRole('combobox', { name: 'One tea, or two' }).press('Enter');
    await page.page.keyboard.type('Assam');
    await page.page.keyboard.press('Enter');
    await page.page.keyboard.press('ControlOrMeta+A');
    await page.page.keyboard.type('Sencha');
    await page.page.keyboard.press('Enter');
    await order.getByRole('button', { name: 'Done' }).click();
    await order.getByText('Assam and Sencha?').waitFor();
    await order.getByRole('button', { name: 'Order', exact: true }).click();
    await order.getByText('has ordered Assam and Sencha.').waitFor();
  });

  it('fills in a modal, and is told what is missing in it', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.use('review');
    const modal = page.page.getByRole('dialog', { name: 'How was it?' });
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByRole('alert').first().waitFor();
    await modal.getByRole('textbox', { name: 'Your tea' }).fill('Earl Grey');
    await modal.getByText('★★★').click();
    await modal.getByRole('textbox', { name: 'In your words' }).fill('<b>Good</b>');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.waitFor({ state: 'detached' });
    await alice.message('★★★ Earl Grey').getByText('<b>Good</b>').waitFor();
  });

  it('sees an answer that nobody else sees, until it is dismissed', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.use('secret');
    await alice.message('Nobody else sees this').getByText('Only you can see this').waitFor();
    await alice.say('Found it');
    await bob.message('Found it').waitFor();
    expect(await bob.messages.count()).toBe(1);
    await alice.message('Nobody else sees this').getByRole('button', { name: 'Dismiss message' }).click();
    await alice.message('Nobody else sees this').waitFor({ state: 'detached' });
  });

  it('sees the bot think, and then the answer in the same place', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.use('brew');
    await alice.message('is thinking…').waitFor();
    await alice.message('It has steeped for 2 s.').waitFor();
    expect(await alice.messages.count()).toBe(1);
  });

  it('finds the commands of messages and of people in their menus', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('one two three');
    await alice.message('one two three').locator('.text').click({ button: 'right' });
    await page.page.getByRole('menuitem', { name: 'Count words' }).click();
    await alice.message('This message has 3 words.').waitFor();
    await alice.box.getByRole('button', { name: 'Members' }).click();
    await alice.box.getByRole('complementary', { name: 'Members' }).getByRole('button', { name: 'bob' }).click();
    await page.page.getByRole('menuitem', { name: 'Wave' }).click();
    await alice.message(/waves at @?bob/).waitFor();
  });

  it('sees a message of components, and fetches the file in it', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.use('card');
    const card = alice.message('Our teas');
    await card.getByRole('heading', { name: 'Our teas' }).waitFor();
    expect(await card.getByRole('link', { name: 'About tea' }).getAttribute('rel')).toContain('noopener');
    const file = await card.getByRole('link', { name: 'teas.txt', exact: true }).getAttribute('href');
    expect(await page.page.evaluate(async (url) => (await fetch(url)).text(), file ?? '')).toContain('**Assam**, strong and malty: 4 min');
    await card.getByRole('button', { name: 'A Sencha' }).click();
    await alice.message('A cup of Sencha').waitFor();
  });

  it('is told that an interaction failed when the bot does not answer in time', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await page.live.bot.shutdown();
    await alice.use('secret');
    await page.backstage.press('+1 s');
    await page.backstage.press('+1 s');
    await page.backstage.press('+1 s');
    await alice.box
      .getByText(/did not respond|failed/i)
      .first()
      .waitFor();
  });
});
