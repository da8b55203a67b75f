import { problemAt, type Check } from './Check.js';
import { fieldsOf, list, object, own, shape, text } from './checks.js';
import { modal } from './components.js';
import { editedMessage, newMessage } from './messages.js';

/** What the `data` of each type of answer may be. */
const DATA: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  [4, newMessage],
  [7, editedMessage],
  [8, shape({ choices: list(25, shape({ name: text(100, 1), name_localizations: shape({}), value: text(6_000) })) })],
  [9, modal],
]);

/**
 * The answer to an interaction.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object | Interaction response}
 */
export const interactionAnswer: Check = (value, walk) => {
  const answer = fieldsOf(value);
  if (answer === null) return null;
  const type = own(answer, 'type');
  const data = own(answer, 'data') ?? {};
  const found = DATA.has(type) ? (object(data) ?? DATA.get(type)?.(data, walk) ?? null) : null;
  return found === null ? null : problemAt(['data', ...found.path], found.says, found.cure);
};
