import type { APIEmbed } from 'discord-api-types/v10';
import type { Channel } from '../actors/Channel.js';
import type { ExpectationOptions, ExpectedMessage } from '../actors/expectation.js';
import type { Interaction } from '../actors/Interaction.js';
import type { Message } from '../actors/Message.js';
import {
  toBeAnsweredWith,
  toBeEphemeral,
  toHaveComponent,
  toHaveEmbed,
  toHaveReaction,
  toHaveReceived,
  toOpenModal,
  toReceive,
  toSuggest,
} from './matchers.js';

/** What can be expected of channels. */
export interface ChannelExpectations {
  /**
   * The channel has received such a message by now. Nothing is waited for: acts have settled before.
   */
  toHaveReceived(expected: ExpectedMessage, options?: Pick<ExpectationOptions, 'seenBy'>): void;
  /**
   * The channel has received a message that is like this, or does so soon. See {@link Channel.receive}.
   *
   * With `not`: it has none at this moment, and nothing is waited for; acts have settled before.
   */
  toReceive(expected: ExpectedMessage, options?: ExpectationOptions): Promise<void>;
}

/** What can be expected of messages. Of objects only what is named must be there. */
export interface MessageExpectations {
  /** Only one person sees it. */
  toBeEphemeral(): void;
  /** Among its components, at whatever depth, there is such a one; a text is its `custom_id`. */
  toHaveComponent(expected: string | Readonly<Record<string, unknown>>): void;
  /** One of its embeds is like this. */
  toHaveEmbed(expected: { readonly [Field in keyof APIEmbed]?: unknown }): void;
  /** Somebody has reacted with this emoji, or so many have. */
  toHaveReaction(emoji: string, count?: number): void;
}

/** What can be expected of interactions. */
export interface InteractionExpectations {
  /** The reply, or a message that followed it, is like this. */
  toBeAnsweredWith(expected: ExpectedMessage): void;
  /** The bot opened a modal: any, one with this `custom_id`, or one like this. */
  toOpenModal(expected?: string | { readonly customId?: unknown; readonly title?: unknown }): void;
  /** The bot suggested exactly these values, by their names or like these. */
  toSuggest(expected: readonly (RegExp | string | { readonly name?: unknown; readonly value?: unknown })[]): void;
}

/** Matchers for jest and vitest: `expect.extend(fakeDiscordMatchers)`, or {@link withFakeDiscord} to have them typed. */
export const fakeDiscordMatchers = {
  toBeAnsweredWith,
  toBeEphemeral,
  toHaveComponent,
  toHaveEmbed,
  toHaveReaction,
  toHaveReceived,
  toOpenModal,
  toReceive,
  toSuggest,
};

/** What {@link withFakeDiscord} needs of an `expect`. */
export interface ExtendableExpect {
  (actual: never): unknown;
  extend(matchers: typeof fakeDiscordMatchers): void;
}

/** Expectations and their opposites. */
export type Negatable<Expectations> = Expectations & { readonly not: Expectations };

/** An `expect` that knows channels, messages and interactions besides everything that it knew before. */
export type ExpectWithFakeDiscord<Expect extends ExtendableExpect> = ((
  channel: Channel,
) => Negatable<ChannelExpectations> & ReturnType<Expect>) &
  ((message: Message | undefined) => Negatable<MessageExpectations> & ReturnType<Expect>) &
  ((interaction: Interaction) => Negatable<InteractionExpectations> & ReturnType<Expect>) &
  Expect;

/**
 * Teaches an `expect` the matchers, and returns it with their types. What fails prints the conversation.
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
