import type { Form } from './Form.js';

const NAME_MAX = 32;

/** Checks an emoji that is named within something else, by its id or as a character. */
export function checkPartialEmoji(form: Form, field: string, nameMax = NAME_MAX): void {
  const emoji = form.object(field);
  emoji?.snowflake('id');
  emoji?.string('name', { max: nameMax });
}
