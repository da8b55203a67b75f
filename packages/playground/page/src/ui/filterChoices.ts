import type { Choosable } from '../components/choices.js';

const shownMax = 50;

/** What fits to a typed text: first what begins with it, then what has it somewhere. */
export function filterChoices(choices: readonly Choosable[], typed: string): readonly Choosable[] {
  const wanted = typed.trim().toLowerCase();
  const starting = choices.filter(({ label }) => bare(label).startsWith(bare(wanted)));
  const containing = choices.filter((choice) => !starting.includes(choice) && has(choice, wanted));
  return [...starting, ...containing].slice(0, shownMax);
}

function bare(label: string): string {
  return label.toLowerCase().replace(/^[@#/]/, '');
}

function has({ description = '', label }: Choosable, wanted: string): boolean {
  return `${label} ${description}`.toLowerCase().includes(wanted);
}
