import { describe, expect, it } from '@jest/globals';
import { inChromium } from './inChromium.js';

const visit = inChromium();

describe('a person who writes', () => {
  it('sees what the bot replies', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('!ping');
    const reply = alice.message('Pong!');
    await reply.getByRole('button', { name: 'Go to the message that was answered' }).waitFor();
    expect(await reply.getAttribute('data-author-id')).toBe(page.live.discord.bot.id);
  });

  it('sees markup as markup, and HTML as the text that it is', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    const html = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>';
    await alice.say(`**bold** ${html}`);
    const message = alice.message('onerror');
    await message.locator('strong', { hasText: /^bold$/ }).waitFor();
    expect(await message.locator('.text').innerText()).toBe(`bold ${html}`);
    expect(await message.locator('.text img, script').count()).toBe(0);
    expect(await page.page.title()).toBe('aplomb playground');
  });

  it('hides a spoiler until it is asked for, with the keyboard too', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('It was ||the butler||.');
    const cover = alice.message('It was').getByRole('button', { name: 'Spoiler: show it' });
    await cover.press('Enter');
    await cover.waitFor({ state: 'detached' });
    expect(await alice.message('It was').locator('.text').innerText()).toBe('It was the butler.');
  });

  it('changes a message, and takes it away', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.say('teh tea');
    await bob.message('teh tea').waitFor();
    await alice.field.press('ArrowUp');
    await page.page.keyboard.press('ControlOrMeta+A');
    await page.page.keyboard.type('the tea');
    await page.page.keyboard.press('Enter');
    await bob.message('the tea').getByText('(edited)').waitFor();
    await alice.choose(alice.message('the tea'), 'Delete message');
    await bob.message('the tea').waitFor({ state: 'detached' });
  });

  it('answers, and reacts, and others see it', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.say('Who is there?');
    await bob.choose(bob.message('Who is there?'), 'Reply');
    await bob.say('It is me');
    await alice.message('It is me').getByRole('button', { name: 'Go to the message that was answered' }).waitFor();
    await bob.choose(bob.message('Who is there?'), 'Add reaction');
    await page.page.getByRole('dialog').getByRole('button', { name: '👍' }).first().click();
    await alice.message('Who is there?').getByRole('button', { name: /👍/ }).waitFor();
  });

  it('starts a thread on a message and writes in it', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.say('Scones');
    await alice.choose(alice.message('Scones'), 'Start a thread');
    await alice.box.getByRole('heading', { name: 'Scones', exact: true }).waitFor();
    await alice.say('With jam.');
    await alice.message('With jam.').waitFor();
    await alice.open('general');
    await alice
      .message('Scones')
      .getByRole('button', { name: /Scones.*1 message/ })
      .waitFor();
  });

  it('votes in a poll, takes the vote back, and sees it end when its time has come', async () => {
    await using page = await visit();
    const alice = page.as('alice');
    await alice.type('vote');
    await page.page.keyboard.type('More tea?');
    await page.page.keyboard.press('Enter');
    const poll = alice.box.getByRole('region', { name: 'Poll: More tea?' });
    await poll.getByText('Tea first').click();
    await poll.getByRole('button', { name: 'Vote' }).click();
    await poll.locator('[data-votes="1"]', { hasText: 'Tea first' }).waitFor();
    await poll.getByRole('button', { name: 'Remove vote' }).click();
    await poll.getByText('Choose one answer').waitFor();
    for (let quarter = 0; quarter < 4; quarter += 1) await page.backstage.press('+15 min');
    await poll.getByText('This poll has ended').waitFor();
  });

  it('posts a poll and a file', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.box
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Milk') });
    await alice.box.getByRole('list', { name: 'Files to send' }).getByText('notes.txt').waitFor();
    await alice.say('My notes');
    await bob.message('My notes').getByText('notes.txt').waitFor();
    await alice.box.getByRole('button', { name: 'Make a poll' }).click();
    await page.page.getByLabel('Question').fill('Milk?');
    await page.page.getByLabel('Answer 1').fill('Yes');
    await page.page.getByRole('button', { name: 'Post' }).click();
    await bob.box.getByRole('region', { name: 'Poll: Milk?' }).waitFor();
  });

  it('is seen typing by others, until the message is there, and again with the next one', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.field.pressSequentially('Hm');
    await bob.box.getByText('alice is typing…').waitFor();
    expect(await alice.box.getByText('is typing…').count()).toBe(0);
    await alice.say('Yes');
    await bob.box.getByText('alice is typing…').waitFor({ state: 'detached' });
    await alice.field.pressSequentially('And');
    await bob.box.getByText('alice is typing…').waitFor();
  });

  it('talks to the bot in private', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.showChannels();
    await alice.box.getByRole('button', { name: 'Direct messages' }).click();
    await alice.say('!ping');
    await alice.message('Pong!').waitFor();
    expect(await bob.messages.count()).toBe(0);
  });
});

describe('channels', () => {
  it('are those that the person may see, and appear with a role', async () => {
    await using page = await visit();
    const [alice, bob] = [page.as('alice'), await page.join('bob')];
    await alice.open('kitchen');
    await bob.showChannels();
    const kitchen = bob.box.getByRole('button', { name: 'kitchen' });
    expect(await kitchen.count()).toBe(0);
    await bob.box.getByRole('button', { name: 'Acting as bob, Guest' }).click();
    await page.page.getByRole('menuitemcheckbox', { name: 'Role: Host' }).click();
    await kitchen.waitFor();
    await page.backstage.entry('GUILD_MEMBER_UPDATE').waitFor();
  });
});
