import { shown } from '@aplomb/base';
import { invalid } from './wire.js';

/** Least and most must fit each other, and what there is. */
export function checkRange(
  owner: string,
  least: number | undefined,
  most: number | undefined,
  available = Infinity,
  noun = 'Values',
): void {
  const [min, max] = [`min${noun}`, `max${noun}`];
  if (least !== undefined && most !== undefined && least > most)
    throw invalid(owner, min, `is ${String(least)}, which is more than \`${max}\`, ${String(most)}`, 'Change one of them.');
  for (const [name, value] of [
    [min, least],
    [max, most],
  ] as const)
    if (value !== undefined && value > available)
      throw invalid(
        owner,
        name,
        `is ${String(value)}, but there are only ${String(available)} to pick from`,
        'Make it smaller, or offer more.',
      );
}

/** What is picked has to be told apart. */
export function checkValues(owner: string, choices: readonly { readonly value: string }[]): void {
  if (choices.length === 0) throw invalid(owner, 'options', 'is empty', 'Offer something to pick.');
  const values = choices.map(({ value }) => value);
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (twice !== -1)
    throw invalid(
      owner,
      `options[${String(twice)}].value`,
      `is ${shown(values[twice])}, which another one has as well`,
      'Give each its own.',
    );
}
