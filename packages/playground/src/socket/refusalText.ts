import type { FormErrorLeaf, FormErrorTree, Refusal } from '@aplomb/fake-discord';

/** A refusal of Discord's as a sentence for people: what is wrong with which field, or else Discord's own words. */
export function refusalText({ discordCode, discordMessage, errors = {} }: Refusal): string {
  const complaints = complaintsIn(errors, []);
  const why = complaints.length === 0 ? discordMessage : complaints.join(' ');
  return `Discord refuses this: ${why.replace(/\.$/, '')} (code ${String(discordCode)}).`;
}

function complaintsIn(tree: FormErrorTree, path: readonly string[]): readonly string[] {
  return Object.entries(tree).flatMap(([key, below]) =>
    isLeaves(below)
      ? below.map(({ message }) => [path.join('.'), message].filter(Boolean).join(': '))
      : complaintsIn(below, [...path, key]),
  );
}

function isLeaves(below: FormErrorTree | readonly FormErrorLeaf[]): below is readonly FormErrorLeaf[] {
  return Array.isArray(below);
}
