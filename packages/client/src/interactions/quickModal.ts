import { OptionsError } from '@aplomb/base';
import type { AwaitModalOptions } from '../collectors/interactions.js';
import { label, modal } from '../builders/modal.js';
import { textInput, type TextInputOptions } from '../builders/textInput.js';
import type { FormOpeningInteraction } from './FormOpeningInteraction.js';
import type { ModalInteraction } from './ModalInteraction.js';

/** A field of a quick form: a text input with what people read above it. */
export interface QuickField extends Omit<TextInputOptions, 'customId'> {
  /** What stands below the label: at most 100 characters. */
  readonly description?: string;
  /** At most 45 characters. */
  readonly label: string;
}

/** The fields of a quick form, by keys of your own. */
export type QuickFields = Readonly<Record<string, QuickField>>;

/** What a quick form takes. */
export interface QuickModalOptions<Fields extends QuickFields> extends Pick<AwaitModalOptions, 'signal'> {
  /** 1 to 5. */
  readonly fields: Fields;
  /**
   * How long to wait, in milliseconds.
   *
   * @defaultValue `900_000`: as long as the token lives
   */
  readonly timeoutMs?: number;
  /** At most 45 characters. */
  readonly title: string;
}

/** What came back. */
export interface QuickModalResult<Fields extends QuickFields> {
  /** The form that was sent off: it wants an answer of its own within 3 seconds. */
  readonly interaction: ModalInteraction;
  /** What people wrote, by the keys of the fields. A field that was left empty gives an empty text. */
  readonly values: { readonly [Key in keyof Fields]: string };
}

const TOKEN_LIVES_MS = 900_000;

/** Answers an interaction with a form made on the spot, and waits for it. */
export async function quickModal<Fields extends QuickFields>(
  interaction: FormOpeningInteraction,
  { fields, signal, timeoutMs = TOKEN_LIVES_MS, title }: QuickModalOptions<Fields>,
): Promise<QuickModalResult<Fields> | undefined> {
  signal?.throwIfAborted();
  const keys = Object.keys(fields);
  if (keys.length === 0) throw noFields();
  // The interaction's id makes it one that no other form has.
  const customId = `quick:${interaction.id}`;
  const components = Object.entries(fields).map(([key, { description, label: text, ...input }]) =>
    label({ label: text, ...(description === undefined ? {} : { description }), component: textInput({ ...input, customId: key }) }),
  );
  const waiting = new AbortController();
  const stop = signal === undefined ? waiting.signal : AbortSignal.any([waiting.signal, signal]);
  const answer = interaction.awaitModal(customId, { timeoutMs, signal: stop });
  // The signal may abort while the form is being opened, when nobody looks at the answer yet.
  answer.catch(() => undefined);
  try {
    await interaction.showModal(modal({ customId, title, components }));
  } catch (cause) {
    waiting.abort();
    throw cause;
  }
  const form = await answer;
  return (
    form && {
      interaction: form,
      values: Object.fromEntries(keys.map((key) => [key, form.fields.text(key)])) as QuickModalResult<Fields>['values'],
    }
  );
}

function noFields(): OptionsError {
  return new OptionsError('INVALID_OPTION', { what: '`fields` of quickModal is empty.', cure: 'Give 1 to 5 fields.' });
}
