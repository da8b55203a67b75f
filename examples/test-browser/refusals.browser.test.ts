import { describe, expect, it } from '@jest/globals';
import { inChromium } from './inChromium.js';

const visit = inChromium();

describe('a person whom something is refused', () => {
  it('is told what is wrong with an option, and mends it where it stands', async () => {
    await using page = await visit();
    const { keyboard } = page.page;
    const alice = page.as('alice');
    await alice.type('brew');
    await alice.box.getByRole('button', { name: 'seconds' }).click();
    await alice.box.getByRole('textbox', { name: 'seconds' }).and(alice.box.locator(':focus')).waitFor();
    await keyboard.type('99');
    await keyboard.press('Enter');
    await alice.box.getByText('must be 60 or less').waitFor();
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
    await keyboard.type('1');
    await keyboard.press('Enter');
    await alice.field.and(alice.box.locator(':focus')).waitFor();
    const answer = alice.message('used /brew');
    await answer.waitFor();
    await answer.getByText('is thinking').waitFor({ state: 'detached' });
    expect(await answer.textContent()).not.toContain('(edited)');
  });

  it('leaves an option out again', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.type('tea');
    await alice.box.getByRole('button', { name: 'guest' }).click();
    await alice.box.getByRole('combobox', { name: 'guest' }).and(alice.box.locator(':focus')).waitFor();
    await alice.box.getByRole('button', { name: 'Leave guest out' }).click();
    await alice.box.getByRole('combobox', { name: 'guest' }).waitFor({ state: 'detached' });
  });

  it('gets the message back, and the reason', async () => {
    await using page = await visit();
    const [guild] = page.live.discord.guilds;
    const general = page.as('alice').box.getByRole('button', { name: 'general', exact: true });
    const id = (await general.getAttribute('data-channel-id')) ?? '';
    await guild!.owner.moderate(guild!).editChannel(page.live.discord.directory.channel(id), { rate_limit_per_user: 60 });
    const bob = await page.join('bob');
    await bob.say('one');
    await bob.message('one').waitFor();
    await bob.say('two');
    await page.page.getByText('Discord refuses this').waitFor();
    expect(await bob.field.inputValue()).toBe('two');
  });

  it('is asked whether to delete a message of which nothing is left', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('soon gone');
    await alice.message('soon gone').waitFor();
    await alice.field.press('ArrowUp');
    const editor = alice.box.getByRole('textbox', { name: 'Edit message' });
    await editor.fill('');
    await editor.press('Enter');
    await alice.box.getByRole('button', { name: 'Delete', exact: true }).click();
    await alice.message('soon gone').waitFor({ state: 'detached' });
  });

  it('is told that a message is too long before it is sent', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('x'.repeat(2_001));
    await alice.box.getByText('too long to be sent').waitFor();
    expect(await alice.field.inputValue()).toHaveLength(2_001);
  });
});

describe('a person in a forum', () => {
  it('writes a post, and is in it', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.open('recipes');
    await alice.box.getByRole('button', { name: 'New post' }).click();
    await page.page.getByRole('textbox', { name: 'Title' }).fill('Scones');
    await page.page.getByRole('textbox', { name: 'Message', exact: true }).fill('Flour and butter.');
    await page.page.getByRole('button', { name: 'Post', exact: true }).click();
    await alice.message('Flour and butter.').waitFor();
  });
});

describe('a page with the token of another run', () => {
  it('says where the right address is', async () => {
    await using page = await visit();
    const other = await page.page.context().newPage();
    await other.goto(page.live.url.replace(/token=.*/, 'token=old'));
    await other.getByText('Open the address that the terminal says').waitFor();
  });
});
