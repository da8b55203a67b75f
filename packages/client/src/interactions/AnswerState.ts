import { InteractionError } from './InteractionError.js';

/** The first answer to an interaction, by what it does. */
export type FirstAnswer = 'message' | 'later' | 'update' | 'form' | 'suggestions' | 'activity';

/** How an interaction's token lives: until the first answer 3 seconds, then 15 minutes. */
export const ANSWER_WITHIN_MS = 3_000;
const TOKEN_LIVES_MS = 900_000;

const DEEDS: Readonly<Record<FirstAnswer, string>> = {
  message: 'with a message',
  later: 'with a promise to answer later',
  update: 'with a change of its message',
  form: 'with a form',
  suggestions: 'with suggestions',
  activity: 'with an activity',
};

/**
 * What has become of an interaction, so that a second first answer is refused before Discord refuses it. An answer counts from the moment at which it is
 * sent, since two handlers may answer at the same time; one that failed does not count.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction | Responding to an interaction}
 */
export class AnswerState {
  private answer: FirstAnswer | null = null;
  private readonly cameMs: number;
  private isDead = false;

  constructor(nowMs: number) {
    this.cameMs = nowMs;
  }

  /** The first answer; `null` while there is none. */
  get first(): FirstAnswer | null {
    return this.answer;
  }

  /** How long ago the interaction came, in milliseconds. */
  ageMs(nowMs: number): number {
    return nowMs - this.cameMs;
  }

  /**
   * A first answer is about to be sent.
   *
   * @throws {@link InteractionError} `INTERACTION_ANSWERED` when there is one already; `INTERACTION_EXPIRED` after 15 minutes
   */
  begin(answer: FirstAnswer, nowMs: number): void {
    this.refuseExpired(nowMs);
    if (this.answer !== null) throw answeredAlready(this.answer);
    this.answer = answer;
  }

  /** The first answer did not reach Discord, or was refused. */
  failed(): void {
    this.answer = null;
  }

  /** Discord does not know the interaction any more: nothing can follow. */
  died(): void {
    this.isDead = true;
  }

  /**
   * Something is to follow the first answer.
   *
   * @throws {@link InteractionError} `INTERACTION_NOT_ANSWERED` while there is none; `INTERACTION_EXPIRED` after 15 minutes
   */
  follow(deed: string, nowMs: number): void {
    this.refuseExpired(nowMs);
    if (this.answer === null) throw notAnswered(deed);
  }

  private refuseExpired(nowMs: number): void {
    const ageMs = this.ageMs(nowMs);
    if (this.isDead) throw deadAlready();
    if (ageMs < TOKEN_LIVES_MS) return;
    throw new InteractionError('INTERACTION_EXPIRED', {
      what: `The interaction came ${String(Math.round(ageMs / 60_000))} minutes ago; its token was good for 15.`,
      cure: 'Send an ordinary message instead, for example with `client.channel(interaction.channelId).send(…)`.',
    });
  }
}

function answeredAlready(answer: FirstAnswer): InteractionError {
  const change = answer === 'suggestions' ? '' : ' Change it with `editReply(…)`, or say more with `followUp(…)`.';
  return new InteractionError('INTERACTION_ANSWERED', {
    what: `The interaction was answered already, ${DEEDS[answer]}.`,
    cure: `There is one first answer.${change} Look whether two handlers answer.`,
  });
}

function deadAlready(): InteractionError {
  return new InteractionError('INTERACTION_EXPIRED', {
    what: 'The first answer came too late, and Discord does not know the interaction any more.',
    cure: 'Send an ordinary message instead, and call `defer()` first thing where the work takes longer than 3 seconds.',
  });
}

function notAnswered(deed: string): InteractionError {
  return new InteractionError('INTERACTION_NOT_ANSWERED', {
    what: `\`${deed}\` was called before the interaction was answered.`,
    cure: 'Answer first, with `reply(…)` or `defer()`.',
  });
}
