import { arrangeCode } from './arrangeCode.js';
import { render } from './Line.js';
import type { Line } from './Line.js';
import { Names } from './Names.js';
import { quoted } from './printValue.js';
import type { RecordedStory } from './RecordedStory.js';
import { sceneCode } from './sceneCode.js';
import { scenesOf } from './scenesOf.js';

/** How a recording is written as a test. */
export interface TestOptions {
  /**
   * Acts that are left out, by their verbs: `startTyping`, for example, where nothing depends on it.
   *
   * @defaultValue `[]`
   */
  readonly leaveOut?: readonly string[];
  /**
   * The module that exports `startBot(discord)`: it starts the bot on a {@link FakeDiscord}, attaches it, and resolves with what stops it when it is disposed of.
   *
   * @defaultValue `'./startBot.js'`
   */
  readonly startBotFrom?: string;
  /**
   * What the test is called.
   *
   * @defaultValue `'does what was recorded'`
   */
  readonly title?: string;
}

/** A story as a test file for jest. */
export function writeTest(
  story: RecordedStory,
  { leaveOut = [], startBotFrom = './startBot.js', title = 'does what was recorded' }: TestOptions = {},
): string {
  const names = new Names();
  const arranged = arrangeCode(story.world, names);
  const scenes = scenesOf(story.steps.filter((step) => step.type !== 'act' || !leaveOut.includes(step.verb))).map((scene) =>
    sceneCode(scene, names),
  );
  const bot: Line = { text: 'await using bot = await startBot(discord)' };
  const blocks = [[{ text: 'await using discord = await FakeDiscord.start()' }, ...arranged], [bot], ...scenes];
  const body = blocks
    .map((lines) => render(lines, names).map((line) => (line === '' ? '' : `  ${line}`)))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  const imports = ['FakeDiscord', ...(body.includes('expectMessage(') ? ['expectMessage'] : [])].sort((a, b) => a.localeCompare(b));
  const jest = body.includes('expect(') || body.includes('expect.') ? 'expect, it' : 'it';
  return [
    `import { ${imports.join(', ')} } from '@aplomb/fake-discord';`,
    `import { ${jest} } from '@jest/globals';`,
    `import { startBot } from ${quoted(startBotFrom)};`,
    '',
    `it(${quoted(title)}, async () => {`,
    body,
    '});',
    '',
  ].join('\n');
}
