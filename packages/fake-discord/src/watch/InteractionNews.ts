import type { ModalRecord, Suggestion } from '../world/interactions/InteractionRecord.js';

/**
 * How far an interaction has come:
 *
 * - `opened`: the bot has been told of it;
 * - `thinking`: the bot asked for time to answer ("… is thinking");
 * - `answered`: there is a message, or the one with the component was changed or left as it is;
 * - `modal`: the bot wants a modal to be filled in;
 * - `choices`: the bot suggests values for the option that is being typed;
 * - `failed`: there was no answer in time ("This interaction failed").
 */
export type InteractionState = 'answered' | 'choices' | 'failed' | 'modal' | 'opened' | 'thinking';

/** That an interaction has come a step further. */
export interface InteractionNews {
  readonly channelId: string;
  /** What the bot suggests, with the state `choices`. */
  readonly choices?: readonly Suggestion[];
  readonly id: string;
  /** The number of the kind: 2 a command, 3 a component, 4 autocompletion, 5 a modal that was sent. */
  readonly kind: 2 | 3 | 4 | 5;
  /** The message whose component was used, or `null`. */
  readonly messageId: string | null;
  /** What is to be filled in, with the state `modal`. */
  readonly modal?: ModalRecord;
  /** The command's name, or the `custom_id` of the component or modal. */
  readonly name: string;
  /** The message that answers, or that says that the bot is thinking; `null` while there is none. */
  readonly replyId: string | null;
  readonly state: InteractionState;
  readonly userId: string;
}
