import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { GivenValue } from '../state/protocol.js';

const integer = 4;
const boolean = 5;
const number = 10;

/** What was given to an option as text, as the value that the option wants; `undefined` when it is not one. */
export function givenValue(option: Pick<APIApplicationCommandBasicOption, 'type'>, text: string): GivenValue | undefined {
  const kind: number = option.type;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (kind === boolean) return trimmed === 'true';
  if (kind !== integer && kind !== number) return text;
  const value = Number(trimmed);
  return Number.isFinite(value) && (kind === number || Number.isInteger(value)) ? value : undefined;
}

/** The options that are still needed before a command can be used. */
export function missingOptions(
  options: readonly APIApplicationCommandBasicOption[],
  given: Readonly<Record<string, GivenValue>>,
): readonly APIApplicationCommandBasicOption[] {
  return options.filter((option) => option.required === true && given[option.name] === undefined);
}
