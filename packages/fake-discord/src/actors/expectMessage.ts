import type { Channel } from './Channel.js';
import type { ExpectationOptions, ExpectedMessage } from './expectation.js';
import type { Message } from './Message.js';

/**
 * Resolves with the message that `channel` has received or receives soon, for test runners without matchers. What counts as received,
 * and what each message can satisfy, is told at {@link Channel.receive}.
 *
 * @throws {@link FakeDiscordError} `FAKE_EXPECTATION_FAILED` with the channel's transcript when no such message comes in time
 * @throws {@link FakeDiscordError} `FAKE_BOT_FAILED` when an attached bot has reported an error
 *
 * @example
 * ```ts
 * import { expectMessage, FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * const general = discord.addGuild({ name: 'Home' }).addTextChannel('general');
 * // …a bot connects to discord.url and says hello…
 * await expectMessage(general, { content: /hello/i });
 * ```
 */
export function expectMessage(channel: Channel, expected: ExpectedMessage, options: ExpectationOptions = {}): Promise<Message> {
  return channel.receive(expected, options);
}
