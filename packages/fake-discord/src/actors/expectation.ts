import type { APIMessage } from 'discord-api-types/v10';
import { messagePayload } from '../world/messagePayloads.js';
import type { ChannelRecord } from '../world/records.js';
import { partialMatch } from './partialMatch.js';
import type { Stage } from './Stage.js';

/**
 * What a message should be like: a text or pattern for its content, or any part of Discord's message object. Unless `author` is among
 * it, only messages of the bot count.
 */
export type ExpectedMessage = RegExp | string | { readonly [Field in keyof APIMessage]?: unknown };

/** How patient an expectation is. */
export interface ExpectationOptions {
  /**
   * How long to wait for the message, in milliseconds of the real clock.
   *
   * @defaultValue `1_000`
   */
  readonly timeoutMs?: number;
}

/**
 * The oldest message that is as expected and has satisfied no expectation yet, now or within the time; `undefined` if none comes.
 * It then counts as expected, so the same expectation, said twice, wants two messages.
 */
export function awaitMessage(
  stage: Stage,
  channel: ChannelRecord,
  expected: ExpectedMessage,
  timeoutMs: number,
): Promise<APIMessage | undefined> {
  const present = claimMessage(stage, channel, expected);
  if (present !== undefined || timeoutMs <= 0) return Promise.resolve(present);
  return new Promise((resolve) => {
    const end = (message: APIMessage | undefined): void => {
      unsubscribe();
      cancel();
      resolve(message);
    };
    const unsubscribe = stage.world.subscribe(() => {
      const message = claimMessage(stage, channel, expected);
      if (message !== undefined) end(message);
    });
    const cancel = stage.realClock.after(timeoutMs, () => {
      end(undefined);
    });
  });
}

function claimMessage(stage: Stage, channel: ChannelRecord, expected: ExpectedMessage): APIMessage | undefined {
  const wanted = typeof expected === 'string' || expected instanceof RegExp ? { content: expected } : expected;
  const botId = stage.world.bot.id;
  for (const record of channel.messages.all()) {
    const { author, id } = record.payload;
    if (stage.expected.has(id) || (author.id !== botId && !('author' in wanted))) continue;
    const payload = messagePayload(channel, record, botId);
    if (!partialMatch(payload, wanted)) continue;
    stage.expected.add(id);
    return payload;
  }
  return undefined;
}
