import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';

const text = 3;
const integer = 4;
const number = 10;

/** What a command says of an option's values. The types of options differ in which of these they have. */
interface Limits {
  readonly max_length?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly min_value?: number;
}

/** Why an option cannot be what was typed, in words that follow its name; `null` when it can, and when nothing was typed. */
export function optionFlaw(option: Pick<APIApplicationCommandBasicOption, 'type'> & Limits, typed: string): string | null {
  const kind: number = option.type;
  if (typed.trim() === '') return null;
  if (kind === integer || kind === number) return numberFlaw(option, kind === integer, Number(typed.trim()));
  return kind === text ? lengthFlaw(option, typed.length) : null;
}

function numberFlaw({ max_value: max, min_value: min }: Limits, isWhole: boolean, value: number): string | null {
  if (!Number.isFinite(value)) return isWhole ? 'must be a whole number' : 'must be a number';
  if (isWhole && !Number.isInteger(value)) return 'must be a whole number';
  if (min !== undefined && value < min) return `must be ${min} or more`;
  return max !== undefined && value > max ? `must be ${max} or less` : null;
}

function lengthFlaw({ max_length: max, min_length: min }: Limits, length: number): string | null {
  if (min !== undefined && length < min) return `needs ${min} characters or more`;
  return max !== undefined && length > max ? `takes ${max} characters or less` : null;
}
