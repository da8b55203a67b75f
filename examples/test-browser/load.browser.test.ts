import type { Channel, User } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { AplombError } from 'aplomb';
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

/** People take turns, as fast as told. Resolves with the ids of what they have written. */
async function chatter(people: readonly User[], channel: Channel): Promise<readonly string[]> {
  const ids: string[] = [];
  const stop = people[0]!.watch(({ d, t }) => {
    if (t === 'MESSAGE_CREATE') ids.push((d as { readonly id: string }).id);
  });
  const acts: Promise<unknown>[] = [];
  const beganMs = performance.now();
  while (acts.length < seconds * perSecond) {
    const due = Math.min(seconds * perSecond, ((performance.now() - beganMs) / 1_000) * perSecond);
    while (acts.length < due) acts.push(say(people, channel, acts.length));
    await wait(beatMs);
  }
  stop();
  await Promise.all(acts);
  return ids;
}

async function say(people: readonly User[], channel: Channel, number: number): Promise<void> {
  const person = people[Math.floor(number / 3) % people.length]!;
  try {
    await person.send(channel, `${texts[number % texts.length]!} ${number}`);
  } catch (error) {
    // It was sent. An act also waits until the bot has come to rest, and under load that never comes.
    if (!AplombError.is(error) || error.code !== 'FAKE_UNSETTLED') throw error;
  }
}

describe(`${perSecond} messages a second for ${seconds} s`, () => {
  it(
    'are all shown in their order, and no task holds the page up for more than 200 ms',
    async () => {
      await using page = await visit();
      const tasks = await watchTasks(page.page);
      const { discord, people } = page.live;
      const general = discord.guilds[0]!.channels.find(({ name }) => name === '#general')!;
      const beganMs = performance.now();
      const sent = await chatter(people, general);
      const list = page.as('alice').box.locator('[data-message-count]');
      await list.and(page.page.locator(`[data-message-count="${sent.length}"]`)).waitFor({ timeout: patienceMs });
      const shownAfterS = Number(((performance.now() - beganMs) / 1_000).toFixed(2));
      expect(sent).toHaveLength(seconds * perSecond);
      const figures = await tasks.figures();
      expect(await list.locator('[data-message-id]').last().getAttribute('data-message-id')).toBe(sent.at(-1));
      expect(await shownIds(page.page)).toEqual(sent);
      process.stdout.write(`${JSON.stringify({ sent: sent.length, shownAfterS, ...figures })}\n`);
      expect(figures.longestTaskMs).toBeLessThanOrEqual(200);
    },
    (seconds * 3 + 60) * 1_000,
  );
});
