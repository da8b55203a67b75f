import { readChoice } from '../forms/commandOptionForm.js';
import { readModalComponents } from '../forms/components/readComponents.js';
import type { Form } from '../forms/Form.js';
import { OptionType } from '../forms/commandOptionForm.js';
import { shownName } from './locales.js';
import type { InteractionRecord, InteractionType, ModalRecord, Suggestion } from './InteractionRecord.js';

/** The kinds of answers. */
export const CallbackType = {
  Message: 4,
  DeferredMessage: 5,
  DeferredUpdate: 6,
  Update: 7,
  Suggestions: 8,
  Modal: 9,
  LaunchActivity: 12,
} as const;

const { Message, DeferredMessage, DeferredUpdate, Update, Suggestions, Modal, LaunchActivity } = CallbackType;
const SUGGESTIONS_MAX = 25;

/** What each kind of interaction can be answered with. */
const FITTING: Readonly<Record<InteractionType, readonly number[]>> = {
  2: [Message, DeferredMessage, Modal, LaunchActivity],
  3: [Message, DeferredMessage, DeferredUpdate, Update, Modal, LaunchActivity],
  4: [Suggestions],
  5: [Message, DeferredMessage, LaunchActivity],
};

/** Reads which kind of answer it is. A modal that came of a component may still change its message. */
export function readCallbackType(form: Form, { message, type: interactionType }: InteractionRecord): number {
  const ofComponent = interactionType === 5 && message !== null ? [DeferredUpdate, Update] : [];
  const fitting = [...FITTING[interactionType], ...ofComponent];
  form.require('type');
  const type = form.choice('type', fitting);
  form.check();
  return type ?? 0;
}

/** Reads the suggestions of an autocompletion, as a person sees them. */
export function readSuggestions(form: Form, optionType: number, locale: string): readonly Suggestion[] {
  form.require('data');
  const data = form.object('data');
  data?.require('choices');
  const choices = data?.objects('choices', { max: SUGGESTIONS_MAX }) ?? [];
  return choices.map((each) => {
    const choice = readChoice(each, optionType);
    return { name: shownName(choice, locale), value: choice.value };
  });
}

/** Reads a modal. */
export function readModal(form: Form): ModalRecord {
  form.require('data');
  const data = form.object('data');
  data?.require('custom_id', 'title');
  return {
    custom_id: data?.string('custom_id', { min: 1, max: 100 }) ?? '',
    title: data?.string('title', { min: 1, max: 45 }) ?? '',
    components: data === undefined ? [] : readModalComponents(data),
  };
}

/** The type of the option that is being typed: suggestions must be values of it. */
export function focusedType(options: unknown): number {
  const given = Array.isArray(options) ? (options as readonly { type: number; focused?: boolean; options?: unknown }[]) : [];
  const found = given.find(({ focused }) => focused === true)?.type;
  return found ?? given.map((option) => (option.options === undefined ? 0 : focusedType(option.options)))[0] ?? OptionType.String;
}
