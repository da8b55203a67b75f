import type { APIMessage } from 'discord-api-types/v10';
import { forgetOldest } from '../forgetOldest.js';
import { messagePayload } from '../world/messagePayloads.js';
import type { ChannelRecord } from '../world/records.js';
import { partialMatch } from './partialMatch.js';
import type { Stage } from './Stage.js';

/** By then the channels have forgotten the messages themselves, unless a test expects in many channels. */
const EXPECTED_KEPT_MAX = 1_000;

/**
 * What a message should be like: a text or pattern for its content, or any part of Discord's message object. Unless `author` is among
 * it, only messages of the bot count.
 */
export type ExpectedMessage = RegExp | string | { readonly [Field in keyof APIMessage]?: unknown };

/** How patient an expectation is. */
export interface ExpectationOptions {
  /**
   * Whose eyes to look with: what only this person sees counts too.
   *
   * @defaultValue nobody's: only what everybody in the channel sees
   */
  readonly seenBy?: { readonly id: string };
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
  { seenBy, timeoutMs }: Required<Pick<ExpectationOptions, 'timeoutMs'>> & ExpectationOptions,
): Promise<APIMessage | undefined> {
  const claim = (): APIMessage | undefined => claimMessage(stage, channel, expected, seenBy?.id ?? null);
  const present = claim();
  if (present !== undefined || timeoutMs <= 0) return Promise.resolve(present);
  return new Promise((resolve) => {
    const end = (message: APIMessage | undefined): void => {
      unsubscribe();
      cancel();
      resolve(message);
    };
    const unsubscribe = stage.world.subscribe(() => {
      const message = claim();
      if (message !== undefined) end(message);
    });
    const cancel = stage.realClock.after(timeoutMs, () => {
      end(undefined);
    });
  });
}

function claimMessage(stage: Stage, channel: ChannelRecord, expected: ExpectedMessage, viewerId: string | null): APIMessage | undefined {
  const found = findMessage(stage, channel, { expected, isClaimed: (id) => stage.expected.has(id), viewerId });
  if (found === undefined) return undefined;
  stage.expected.add(found.id);
  forgetOldest(stage.expected, EXPECTED_KEPT_MAX);
  return found;
}

/** What is looked for, and through whose eyes. */
export interface MessageSearch {
  readonly expected: ExpectedMessage;
  /** Whether a message counts no more. */
  readonly isClaimed: (id: string) => boolean;
  readonly viewerId: string | null;
}

/** The oldest message that is as expected. */
export function findMessage(
  { world }: Stage,
  channel: ChannelRecord,
  { expected, isClaimed, viewerId }: MessageSearch,
): APIMessage | undefined {
  const wanted = typeof expected === 'string' || expected instanceof RegExp ? { content: expected } : expected;
  for (const record of channel.messages.all(viewerId)) {
    const { author, id } = record.payload;
    if (isClaimed(id) || (author.id !== world.bot.id && !('author' in wanted))) continue;
    const payload = messagePayload(world, channel, record);
    if (partialMatch(payload, wanted)) return payload;
  }
  return undefined;
}
