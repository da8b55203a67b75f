import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeDiscord, replay } from '../../src/index.js';
import type { RecordedStory } from '../../src/index.js';
import { startBot } from './ParrotBot.js';
import { recordParrot } from './recordParrot.js';

let story: RecordedStory;
let test: string;

beforeAll(async () => {
  ({ story, test } = await recordParrot());
});

/** Plays the story to a new bot in a new world; `change` is what is other than it was. */
async function playAgain(change: (story: RecordedStory) => RecordedStory = (same) => same): Promise<string> {
  await using discord = await FakeDiscord.start({ rateLimits: false });
  const bot = await startBot(discord);
  const outcome = await replay(discord, change(story)).then(
    () => 'the same',
    (error: unknown) => String(error),
  );
  bot.close();
  return outcome;
}

describe('a recording', () => {
  it('is the same story when it is told again to the same bot in another world', async () => {
    expect(await playAgain()).toBe('the same');
  });

  it('tells that the bot does something else', async () => {
    const other = story.steps.map((step) =>
      step.type === 'message' && step.message.embeds.length > 0
        ? { ...step, message: { ...step.message, embeds: [{ title: 'Other' }] } }
        : step,
    );
    expect(await playAgain((same) => ({ ...same, steps: other }))).toContain("#general did not receive { embeds: [ { title: 'Other' } ] }");
  });

  it('tells that an act is about something from before', async () => {
    const [, ...later] = story.steps.filter(({ type }) => type !== 'message');
    expect(await playAgain((same) => ({ ...same, steps: later }))).toContain('which it did not see come');
  });

  it('is a test, which passes: it stands beside this one', () => {
    const written = readFileSync(join(__dirname, 'recorded.socket.test.ts'), 'utf8');
    // As prettier has laid it out.
    const squeezed = (code: string): string => code.replace(/[\s,]+/g, '');
    expect(squeezed(test)).toBe(squeezed(written));
  });
});
