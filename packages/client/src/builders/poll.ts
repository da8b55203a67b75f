import { shown } from '@aplomb/base';
import type { APIBasePollAnswer, APIPartialEmoji, APIPollMedia, RESTAPIPoll } from 'discord-api-types/v10';
import { wireEmoji, type EmojiResolvable } from './emoji.js';
import { checkedPart, checkNames, invalid, wire, wireList, type Names } from './wire.js';

/** An answer of a poll. */
export interface PollAnswerOptions {
  readonly emoji?: EmojiResolvable;
  /** At most 55 characters. */
  readonly text: string;
}

/** A poll. */
export interface PollOptions {
  /**
   * Whether people may vote for several answers.
   *
   * @defaultValue `false`
   */
  readonly allowMultiselect?: boolean;
  /** 1 to 10 answers. A text alone will do. */
  readonly answers: readonly (PollAnswerOptions | string)[];
  /**
   * How long people may vote, in hours: 1 to 768, which is 32 days.
   *
   * @defaultValue `24`
   */
  readonly durationHours?: number;
  /** At most 300 characters. */
  readonly question: string;
}

const NAMES: Names<PollOptions> = {
  allowMultiselect: 'value',
  answers: 'required list',
  durationHours: 'value',
  question: 'required value',
};
const ANSWER: Names<PollAnswerOptions> = { emoji: 'value', text: 'required value' };
const MOST_HOURS = 768;

/**
 * A poll of a message.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @example
 * ```ts
 * import { message, poll } from 'aplomb';
 *
 * const body = message({ poll: poll({ question: 'Pizza?', answers: ['Yes', { text: 'No', emoji: '🥗' }], durationHours: 8 }) });
 * ```
 * @see {@link https://docs.discord.com/developers/resources/poll#poll-create-request-object | Poll create request}
 */
export function poll(options: PollOptions): Readonly<RESTAPIPoll> {
  checkNames('poll', options, NAMES);
  const { allowMultiselect, answers, durationHours, question } = options;
  if (durationHours !== undefined && !(Number.isInteger(durationHours) && durationHours >= 1 && durationHours <= MOST_HOURS))
    throw invalid(
      'poll',
      'durationHours',
      `is ${shown(durationHours)}; it has to be a whole number from 1 to ${String(MOST_HOURS)}`,
      'Change it, or leave it out.',
    );
  const built = wire<RESTAPIPoll>({
    question: wire<APIPollMedia>({ text: question }),
    answers: wireList(answers.map(wireAnswer)),
    duration: durationHours,
    allow_multiselect: allowMultiselect,
  });
  return checkedPart('poll', 'poll', built);
}

function wireAnswer(answer: PollAnswerOptions | string): Readonly<APIBasePollAnswer> {
  if (typeof answer === 'string') return answerOf(wire<APIPollMedia>({ text: answer }));
  checkNames('answers of poll', answer, ANSWER);
  return answerOf(wire<APIPollMedia>({ text: answer.text, emoji: answer.emoji === undefined ? undefined : pollEmoji(answer.emoji) }));
}

function answerOf(poll_media: Readonly<APIPollMedia>): Readonly<APIBasePollAnswer> {
  return wire<APIBasePollAnswer>({ poll_media });
}

/** Polls want the id alone, or the character alone. */
function pollEmoji(emoji: EmojiResolvable): APIPartialEmoji {
  const { id, name } = wireEmoji(emoji);
  return Object.freeze(id === undefined ? { id: null, name } : { id, name: null });
}
