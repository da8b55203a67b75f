import type { Channel, Message, User } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { inChromium } from './inChromium.js';
import { shownIds } from './shownIds.js';
import { watchTasks } from './watchTasks.js';

const visit = inChromium();

/** A minute with `npm run test:browser -- --full`. */
const seconds = Number(process.env['LOAD_SECONDS'] ?? 8);
const perSecond = 200;
const beatMs = 25;
/** Longer than a page takes that is far behind. */
const patienceMs = 20_000;

const texts = ['Good **morning**', 'A ||secret|| and `code`', 'Look: https://example.com/a/b', '> quoted\nand answered', 'Hm 🍵'];

/** People take turns, as fast as told. Resolves with what they have written, when all of it has arrived at the bot. */
async function chatter(people: readonly User[], channel: Channel): Promise<readonly Message[]> {
  const sent: Promise<Message>[] = [];
  const beganMs = performance.now();
  while (sent.length < seconds * perSecond) {
    const due = Math.min(seconds * perSecond, ((performance.now() - beganMs) / 1_000) * perSecond);
    while (sent.length < due) sent.push(say(people, channel, sent.length));
    await wait(beatMs);
  }
  return Promise.all(sent);
}

function say(people: readonly User[], channel: Channel, number: number): Promise<Message> {
  const person = people[Math.floor(number / 3) % people.length]!;
  return person.send(channel, `${texts[number % texts.length]!} ${number}`);
}

describe(`${perSecond} messages a second for ${seconds} s`, () => {
  it(
    'are all shown in their order, and no task holds the page up for more than 200 ms',
    async () => {
      await using page = await visit();
      const tasks = await watchTasks(page.page);
      const { discord, people } = page.live;
      const general = discord.guilds[0]!.channels.find(({ name }) => name === '#general')!;
      const sent = await chatter(people, general);
      const list = page.as('alice').box.locator('[data-message-count]');
      await list.and(page.page.locator(`[data-message-count="${sent.length}"]`)).waitFor({ timeout: patienceMs });
      const figures = await tasks.figures();
      expect(await list.locator('[data-message-id]').last().getAttribute('data-message-id')).toBe(sent.at(-1)!.id);
      expect(await shownIds(page.page)).toEqual(sent.map(({ id }) => id));
      process.stdout.write(`${JSON.stringify({ sent: sent.length, ...figures })}\n`);
      expect(figures.longestTaskMs).toBeLessThanOrEqual(200);
    },
    (seconds * 3 + 60) * 1_000,
  );
});
