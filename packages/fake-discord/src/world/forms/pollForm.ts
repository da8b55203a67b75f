import type { APIPartialEmoji } from 'discord-api-types/v10';
import type { Form } from './Form.js';
import { checkPartialEmoji } from './partialEmojiForm.js';

/** What people can choose in a poll. */
export interface PollAnswer {
  readonly emoji?: APIPartialEmoji;
  readonly text: string;
}

/** A poll that somebody wants to hold. */
export interface PollDraft {
  readonly allowsMany: boolean;
  readonly answers: readonly PollAnswer[];
  readonly durationHours: number;
  readonly question: string;
}

const QUESTION_MAX = 300;
const ANSWERS_MAX = 10;
const ANSWER_MAX = 55;
const HOURS_MAX = 768;
const HOURS = 24;

/**
 * Reads the `poll` of a message; `null` where there is none.
 *
 * @see {@link https://docs.discord.com/developers/resources/poll#poll-create-request-object | Poll create request}
 */
export function readPoll(form: Form): PollDraft | null {
  const poll = form.object('poll');
  if (poll === undefined) return null;
  poll.require('question', 'answers');
  return {
    allowsMany: poll.boolean('allow_multiselect') ?? false,
    answers: (poll.objects('answers', { min: 1, max: ANSWERS_MAX }) ?? []).map(readAnswer),
    durationHours: poll.integer('duration', { min: 1, max: HOURS_MAX }) ?? HOURS,
    question: readText(poll.object('question'), QUESTION_MAX),
  };
}

function readAnswer(form: Form): PollAnswer {
  form.require('poll_media');
  const media = form.object('poll_media');
  if (media !== undefined) checkPartialEmoji(media, 'emoji');
  const emoji = media?.raw('emoji') as APIPartialEmoji | undefined;
  return { text: readText(media, ANSWER_MAX), ...(emoji !== undefined && { emoji }) };
}

function readText(media: Form | undefined, max: number): string {
  media?.require('text');
  return media?.string('text', { min: 1, max }) ?? '';
}
