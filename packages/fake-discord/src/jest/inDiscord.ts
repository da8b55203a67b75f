import { FakeDiscord } from '../FakeDiscord.js';
import type { FakeDiscordOptions } from '../FakeDiscordOptions.js';

/**
 * Makes a test of a function that wants a fake Discord: it starts one, closes it in any case, and when the test fails, for whatever reason, adds to the
 * error what was said in all channels, and what was asked for and is not simulated.
 *
 * @example
 * ```ts
 * import { expect, it } from '@jest/globals';
 * import { inDiscord } from '@aplomb/fake-discord';
 *
 * it('begins without a word', inDiscord((discord) => {
 *   const general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
 *   expect(general.lastMessage).toBeUndefined();
 * }));
 * ```
 */
export function inDiscord(test: (discord: FakeDiscord) => Promise<void> | void, options: FakeDiscordOptions = {}): () => Promise<void> {
  return async () => {
    const discord = await FakeDiscord.start(options);
    try {
      await test(discord);
    } catch (error) {
      addReport(error, reportOf(discord));
      // Whatever the bot has reported besides: the test has failed already, and must free everything.
      await discord.close().catch((cause: unknown) => {
        addReport(error, String(cause));
      });
      throw error;
    }
    await discord.close();
  };
}

function reportOf(discord: FakeDiscord): string {
  const transcript = discord.transcript();
  const unsupported = discord.unsupported.map(({ method, path, reason }) => `${method} ${path}: ${reason}`);
  return [
    ...(transcript === '' ? [] : ['What was said:', transcript]),
    ...(unsupported.length === 0 ? [] : ['What is not simulated:', ...unsupported]),
  ].join('\n\n');
}

/** Test runners print the stack, which begins with the message. */
function addReport(error: unknown, report: string): void {
  if (!(error instanceof Error) || report === '' || error.message.includes(report)) return;
  const before = error.message;
  const after = `${before}\n\n${report}`;
  const { stack } = error;
  error.message = after;
  if (stack !== undefined) error.stack = stack.includes(before) ? stack.replace(before, () => after) : `${after}\n${stack}`;
}
