import { inspect } from 'node:util';
import { Channel } from '../actors/Channel.js';
import type { ExpectationOptions, ExpectedMessage } from '../actors/expectation.js';
import { Interaction } from '../actors/Interaction.js';
import { Message } from '../actors/Message.js';
import { partialMatch } from '../actors/partialMatch.js';
import { FakeDiscordError } from '../errors.js';

/** What a matcher tells its test runner. */
export interface MatcherResult {
  readonly message: () => string;
  readonly pass: boolean;
}

/** What a test runner lends to a matcher. */
export interface MatcherContext {
  readonly isNot?: boolean;
}

type Transcribed = Channel | Interaction | Message;

export async function toReceive(
  this: MatcherContext,
  received: unknown,
  expected: ExpectedMessage,
  options: ExpectationOptions = {},
): Promise<MatcherResult> {
  if (!(received instanceof Channel)) return wrongSubject(this, 'toReceive', 'channels');
  try {
    const message = await received.receive(expected, this.isNot === true ? { ...options, timeoutMs: 0 } : options);
    return verdict(received, true, `${received.name} received "${message.content}", which was not to come.`);
  } catch (error) {
    if (!(error instanceof FakeDiscordError) || error.code !== 'FAKE_EXPECTATION_FAILED') throw error;
    return { pass: false, message: () => error.message };
  }
}

export function toHaveReceived(
  this: MatcherContext,
  received: unknown,
  expected: ExpectedMessage,
  options: Pick<ExpectationOptions, 'seenBy'> = {},
): MatcherResult {
  if (!(received instanceof Channel)) return wrongSubject(this, 'toHaveReceived', 'channels');
  const pass = received.hasReceived(expected, options);
  return verdict(received, pass, `${received.name} has ${pass ? '' : 'not '}received ${shown(expected)}.`);
}

export function toBeEphemeral(this: MatcherContext, received: unknown): MatcherResult {
  if (!(received instanceof Message)) return wrongSubject(this, 'toBeEphemeral', 'messages');
  const pass = received.isEphemeral;
  return verdict(received, pass, `The message "${received.content}" is ${pass ? 'for one person’s eyes only' : 'for all to see'}.`);
}

export function toHaveEmbed(this: MatcherContext, received: unknown, expected: unknown): MatcherResult {
  if (!(received instanceof Message)) return wrongSubject(this, 'toHaveEmbed', 'messages');
  return among(received, received.data.embeds, expected, 'embed');
}

export function toHaveComponent(this: MatcherContext, received: unknown, expected: unknown): MatcherResult {
  if (!(received instanceof Message)) return wrongSubject(this, 'toHaveComponent', 'messages');
  return among(received, received.components, typeof expected === 'string' ? { custom_id: expected } : expected, 'component');
}

export function toHaveReaction(this: MatcherContext, received: unknown, emoji: string, count?: number): MatcherResult {
  if (!(received instanceof Message)) return wrongSubject(this, 'toHaveReaction', 'messages');
  const there = received.reactions[emoji] ?? 0;
  const pass = count === undefined ? there > 0 : there === count;
  return verdict(received, pass, `The message "${received.content}" has the reaction ${emoji} ${String(there)} times.`);
}

export function toBeAnsweredWith(this: MatcherContext, received: unknown, expected: ExpectedMessage): MatcherResult {
  if (!(received instanceof Interaction)) return wrongSubject(this, 'toBeAnsweredWith', 'interactions');
  const wanted = typeof expected === 'string' || expected instanceof RegExp ? { content: expected } : expected;
  const messages = [...(received.reply === undefined ? [] : [received.reply]), ...received.followUps];
  const pass = messages.some(({ data }) => partialMatch(data, wanted));
  return verdict(received, pass, `The interaction was ${pass ? '' : 'not '}answered with ${shown(expected)}. ${answerOf(received)}`);
}

export function toOpenModal(this: MatcherContext, received: unknown, expected: unknown = {}): MatcherResult {
  if (!(received instanceof Interaction)) return wrongSubject(this, 'toOpenModal', 'interactions');
  const { modal } = received;
  const wanted = typeof expected === 'string' ? { customId: expected } : expected;
  const pass = modal !== undefined && partialMatch(modal, wanted);
  return verdict(received, pass, `The interaction ${pass ? 'opened' : 'did not open'} the modal ${shown(wanted)}. ${answerOf(received)}`);
}

export function toSuggest(this: MatcherContext, received: unknown, expected: readonly unknown[]): MatcherResult {
  if (!(received instanceof Interaction)) return wrongSubject(this, 'toSuggest', 'interactions');
  const choices = received.choices ?? [];
  const wanted = expected.map((each) => (typeof each === 'string' || each instanceof RegExp ? { name: each } : each));
  const pass = received.choices !== undefined && partialMatch(choices, wanted);
  return verdict(received, pass, `The bot suggested ${shown(choices)}${pass ? '.' : `, not ${shown(wanted)}.`}`);
}

function among(subject: Message, all: readonly unknown[], expected: unknown, kind: string): MatcherResult {
  const pass = all.some((each) => partialMatch(each, expected));
  return verdict(
    subject,
    pass,
    `The message "${subject.content}" has ${pass ? 'an' : 'no'} ${kind} like ${shown(expected)}: ${shown(all)}.`,
  );
}

function verdict(subject: Transcribed, pass: boolean, what: string): MatcherResult {
  return { pass, message: () => `${what}\n\n${subject.transcript()}` };
}

/** A wrong subject fails the test, also where the matcher is negated. */
function wrongSubject({ isNot = false }: MatcherContext, matcher: string, subjects: string): MatcherResult {
  return { pass: isNot, message: () => `${matcher}() is for ${subjects} of a FakeDiscord.` };
}

function answerOf({ answerType, isAnswered }: Interaction): string {
  return isAnswered ? `The answer was of the type ${String(answerType)}.` : 'There was no answer.';
}

function shown(value: unknown): string {
  return inspect(value, { depth: 6 });
}
