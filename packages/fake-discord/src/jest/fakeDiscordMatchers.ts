import { FakeDiscordError } from '../errors.js';
import { Channel } from '../actors/Channel.js';
import type { ExpectationOptions, ExpectedMessage } from '../actors/expectation.js';

/** What a matcher tells its test runner. */
export interface MatcherResult {
  readonly message: () => string;
  readonly pass: boolean;
}

/** The expectations that channels add to a test runner's own. */
export interface ChannelExpectations {
  /**
   * The channel has received a message that is like this, or does so soon. See {@link Channel.receive}.
   *
   * With `not`: it has none at this moment, and nothing is waited for; acts have settled before.
   */
  toReceive(expected: ExpectedMessage, options?: ExpectationOptions): Promise<void>;
}

/**
 * Matchers for jest and vitest: `expect.extend(fakeDiscordMatchers)`, or {@link withFakeDiscord} to have them typed.
 */
export const fakeDiscordMatchers = { toReceive };

/** What {@link withFakeDiscord} needs of an `expect`. */
export interface ExtendableExpect {
  (actual: never): unknown;
  extend(matchers: typeof fakeDiscordMatchers): void;
}

/** An `expect` that knows channels besides everything that it knew before. */
export type ExpectWithFakeDiscord<Expect extends ExtendableExpect> = ((
  channel: Channel,
) => ChannelExpectations & { readonly not: ChannelExpectations }) &
  Expect;

/**
 * Teaches an `expect` the matchers, and returns it with their types.
 *
 * @example
 * ```ts
 * import { expect as jestExpect } from '@jest/globals';
 * import { withFakeDiscord } from '@aplomb/fake-discord';
 *
 * export const expect = withFakeDiscord(jestExpect);
 * ```
 */
export function withFakeDiscord<Expect extends ExtendableExpect>(expect: Expect): ExpectWithFakeDiscord<Expect> {
  expect.extend(fakeDiscordMatchers);
  return expect as ExpectWithFakeDiscord<Expect>;
}

async function toReceive(
  this: { readonly isNot?: boolean },
  received: unknown,
  expected: ExpectedMessage,
  options: ExpectationOptions = {},
): Promise<MatcherResult> {
  if (!(received instanceof Channel)) return { pass: this.isNot === true, message: () => 'toReceive() is for channels of a FakeDiscord.' };
  try {
    const message = await received.receive(expected, this.isNot === true ? { ...options, timeoutMs: 0 } : options);
    return {
      pass: true,
      message: () => `${received.name} received "${message.content}", which was not to come.\n\n${received.transcript()}`,
    };
  } catch (error) {
    if (!(error instanceof FakeDiscordError) || error.code !== 'FAKE_EXPECTATION_FAILED') throw error;
    return { pass: false, message: () => error.message };
  }
}
