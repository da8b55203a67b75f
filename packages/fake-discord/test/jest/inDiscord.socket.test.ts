import { describe, expect, it } from '@jest/globals';
import type { FakeDiscord } from '../../src/index.js';
import { inDiscord } from '../../src/index.js';
import { request } from '../TestBot.js';

/** How a test ended. */
async function failureOf(test: (discord: FakeDiscord) => Promise<void> | void): Promise<Error | undefined> {
  return inDiscord(test)().then(
    () => undefined,
    (error: unknown) => error as Error,
  );
}

describe('a test in a Discord of its own', () => {
  it('passes, and its Discord is closed', async () => {
    const used: FakeDiscord[] = [];
    expect(await failureOf((discord) => void used.push(discord))).toBeUndefined();
    expect(() => used[0]!.addUser('late')).toThrow('was closed');
  });

  it('fails with what was said, and what is not simulated', async () => {
    const failure = await failureOf(async (discord) => {
      const guild = discord.addGuild({ name: 'Home' });
      await guild.addMember('alice').send(guild.addTextChannel('general'), 'hello?');
      await request(discord, 'GET', '/nowhere');
      throw new RangeError('nobody answers');
    });
    expect(failure).toBeInstanceOf(RangeError);
    for (const text of [failure?.message, failure?.stack]) {
      expect(text).toMatch(/nobody answers\n\nWhat was said:\n\n#general\n.*alice: hello\?\n\nWhat is not simulated:\n\nGET \/nowhere/);
    }
  });

  it('fails with an error that a bot reported at last', async () => {
    const listeners: ((error: unknown) => void)[] = [];
    const bot = { idle: () => Promise.resolve(), on: (_: 'error', listener: (error: unknown) => void) => listeners.push(listener) };
    const report = (discord: FakeDiscord): void => {
      discord.attach(bot);
      listeners.at(-1)?.(new TypeError('cannot read it'));
    };
    expect(await failureOf(report)).toMatchObject({ code: 'FAKE_BOT_FAILED' });
    const failure = await failureOf((discord) => {
      report(discord);
      throw new RangeError('first');
    });
    expect(failure?.message).toMatch(/^first\n\n.*cannot read it/);
  });

  it('leaves alone what is no error', async () => {
    const thrown: unknown = 'a text';
    expect(
      await failureOf(() => {
        throw thrown;
      }),
    ).toBe('a text');
  });
});
