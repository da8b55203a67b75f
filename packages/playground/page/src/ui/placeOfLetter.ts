/** The place of the next label after `at` that begins with what was typed, from the first one on again; `undefined` when none does. */
export function placeOfLetter(labels: readonly string[], typed: string, at: number): number | undefined {
  if (typed.trim().length !== 1) return undefined;
  const places = labels.map((_, index) => (at + 1 + index) % labels.length);
  return places.find((place) => labels[place]?.toLowerCase().startsWith(typed.toLowerCase()));
}
